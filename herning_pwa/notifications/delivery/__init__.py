"""Handing one message over to whoever brings it to its receiver: a mail server, a push service."""

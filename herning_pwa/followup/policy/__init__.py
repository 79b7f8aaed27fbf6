"""Who sees the follow-up around a child, and who may do what in it. Default is no."""

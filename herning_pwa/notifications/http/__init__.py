"""Which browsers get messages, over HTTP: a socket could set no cookie."""

from herning_pwa.notifications.http.subscribing import routes

__all__ = ["routes"]

"""Messages, written down before they are sent, and the browsers that get them."""

from herning_pwa.notifications.models.mail import (
    CLAIM_LIFE,
    LINK_HOLE,
    WAITS,
    CalendarMethod,
    Channel,
    Mail,
)
from herning_pwa.notifications.models.subscription import PushSubscription

__all__ = [
    "CLAIM_LIFE",
    "LINK_HOLE",
    "WAITS",
    "CalendarMethod",
    "Channel",
    "Mail",
    "PushSubscription",
]

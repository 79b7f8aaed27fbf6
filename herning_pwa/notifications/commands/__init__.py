"""Writing messages down, and which browsers they go to."""

from herning_pwa.notifications.commands.quiet import next_morning, outside_quiet_hours
from herning_pwa.notifications.commands.writing import (
    DIGEST_INTERVAL,
    cancel_mail,
    tell_there_is_news,
    write_mail,
)

__all__ = [
    "DIGEST_INTERVAL",
    "cancel_mail",
    "next_morning",
    "outside_quiet_hours",
    "tell_there_is_news",
    "write_mail",
]

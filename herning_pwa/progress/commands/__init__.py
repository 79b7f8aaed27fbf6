"""What people do with progress."""

from herning_pwa.progress.commands.record import (
    correct_progress,
    find_entry,
    record_progress,
    withdraw_progress,
)
from herning_pwa.progress.commands.said import earliest_day

__all__ = [
    "correct_progress",
    "earliest_day",
    "find_entry",
    "record_progress",
    "withdraw_progress",
]

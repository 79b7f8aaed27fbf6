"""What can be done with a commitment: ask and offer, take and release, keep and withdraw."""

from herning_pwa.commitments.commands.asking import OPEN_AT_MOST, ask_for_help, offer_help
from herning_pwa.commitments.commands.taking import (
    keep_commitment,
    release_all_of,
    release_commitment,
    take_commitment,
    withdraw_commitment,
)

__all__ = [
    "OPEN_AT_MOST",
    "ask_for_help",
    "keep_commitment",
    "offer_help",
    "release_all_of",
    "release_commitment",
    "take_commitment",
    "withdraw_commitment",
]

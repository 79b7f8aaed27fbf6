"""What the pages of the follow-up show now, and what can be done on them."""

from herning_pwa.followup.state.page import FollowUpPage
from herning_pwa.followup.state.round import RoundPage

__all__ = ["FollowUpPage", "RoundPage"]

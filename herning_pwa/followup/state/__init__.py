"""What the pages of the follow-up show now, and what can be done on them."""

from herning_pwa.followup.state.page import FollowUpPage

__all__ = ["FollowUpPage"]

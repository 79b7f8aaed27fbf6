"""What each page of the circle shows now, and what can be done on it."""

from herning_pwa.circles.state.circle import CirclePage
from herning_pwa.circles.state.hand_over import HandOverPage
from herning_pwa.circles.state.invitation import TRY_AGAIN, YES, InvitationPage
from herning_pwa.circles.state.invite import InvitePage
from herning_pwa.circles.state.link import LinkPage
from herning_pwa.circles.state.person import PersonPage

__all__ = [
    "TRY_AGAIN",
    "YES",
    "CirclePage",
    "HandOverPage",
    "InvitationPage",
    "InvitePage",
    "LinkPage",
    "PersonPage",
]

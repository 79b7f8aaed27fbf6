"""What is shown of a circle, its people and its invitations."""

from herning_pwa.circles.queries.circle import (
    CircleView,
    GroupView,
    PersonView,
    circle_page,
)
from herning_pwa.circles.queries.find import find_circle
from herning_pwa.circles.queries.invitation import InvitationView, Way, invitation_page
from herning_pwa.circles.queries.inviting import (
    GuestPreview,
    InviteView,
    PlaceGroup,
    PlaceOption,
    invite_page,
    preview_invitation,
)
from herning_pwa.circles.queries.under_way import InvitationRow
from herning_pwa.circles.queries.waiting import WaitingInvitation, invitations_waiting_for

__all__ = [
    "CircleView",
    "GroupView",
    "GuestPreview",
    "InvitationRow",
    "InvitationView",
    "InviteView",
    "PersonView",
    "PlaceGroup",
    "PlaceOption",
    "WaitingInvitation",
    "Way",
    "circle_page",
    "find_circle",
    "invitation_page",
    "invitations_waiting_for",
    "invite_page",
    "preview_invitation",
]

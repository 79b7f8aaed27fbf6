"""What is shown of a circle, its people and its invitations."""

from herning_pwa.circles.queries.circle import (
    CircleView,
    GroupView,
    PersonView,
    circle_page,
)
from herning_pwa.circles.queries.find import find_circle
from herning_pwa.circles.queries.handing import HandoverPreview, preview_handover
from herning_pwa.circles.queries.handover import (
    HandOverView,
    hand_over_page,
    handover_notice,
    handovers_to_me,
)
from herning_pwa.circles.queries.invitation import InvitationView, Way, invitation_page
from herning_pwa.circles.queries.inviting import (
    GuestPreview,
    InviteView,
    PlaceGroup,
    PlaceOption,
    invite_page,
    preview_invitation,
)
from herning_pwa.circles.queries.link import LinkView, link_page
from herning_pwa.circles.queries.person import PlaceView, person_page
from herning_pwa.circles.queries.suggestions import SuggestionLine, suggestions_waiting_for
from herning_pwa.circles.queries.under_way import InvitationRow
from herning_pwa.circles.queries.waiting import WaitingInvitation, invitations_waiting_for

__all__ = [
    "CircleView",
    "GroupView",
    "GuestPreview",
    "HandOverView",
    "HandoverPreview",
    "InvitationRow",
    "InvitationView",
    "InviteView",
    "LinkView",
    "PersonView",
    "PlaceGroup",
    "PlaceOption",
    "PlaceView",
    "SuggestionLine",
    "WaitingInvitation",
    "Way",
    "circle_page",
    "find_circle",
    "hand_over_page",
    "handover_notice",
    "handovers_to_me",
    "invitation_page",
    "invitations_waiting_for",
    "invite_page",
    "link_page",
    "person_page",
    "preview_handover",
    "preview_invitation",
    "suggestions_waiting_for",
]

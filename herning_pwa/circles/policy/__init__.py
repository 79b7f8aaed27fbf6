"""Who sees a circle and its people, and who may do what in it. Default is no."""

from herning_pwa.circles.policy.children import (
    children_visible_to,
    may_give_access,
    may_record_birth,
    sees_child,
)
from herning_pwa.circles.policy.handing import (
    handovers_visible_to,
    may_assign,
    may_end_early,
    may_hand_over,
    may_take_back,
)
from herning_pwa.circles.policy.invitations import (
    INVITED_BY_PARENTS,
    INVITED_BY_THE_RESPONSIBLE,
    invitations_to_confirm,
    invitations_visible_to,
    may_confirm,
    may_invite,
    may_resend,
    may_revoke,
    may_show_link,
    needs_confirmation,
    roles_to_invite,
    still_stands,
)
from herning_pwa.circles.policy.places import (
    knows_of_protection,
    may_end_membership,
    may_leave,
    may_protect_address,
    may_set_end,
)
from herning_pwa.circles.policy.sight import (
    members_visible_to,
    places_visible_to,
    sees_member,
    takes_part,
    visible_to,
)
from herning_pwa.circles.policy.suggestions import (
    answers_suggestions,
    may_answer_suggestion,
    may_suggest,
    may_withdraw_suggestion,
    suggestions_visible_to,
)

__all__ = [
    "INVITED_BY_PARENTS",
    "INVITED_BY_THE_RESPONSIBLE",
    "answers_suggestions",
    "children_visible_to",
    "handovers_visible_to",
    "invitations_to_confirm",
    "invitations_visible_to",
    "knows_of_protection",
    "may_answer_suggestion",
    "may_assign",
    "may_confirm",
    "may_end_early",
    "may_end_membership",
    "may_give_access",
    "may_hand_over",
    "may_invite",
    "may_leave",
    "may_protect_address",
    "may_record_birth",
    "may_resend",
    "may_revoke",
    "may_set_end",
    "may_show_link",
    "may_suggest",
    "may_take_back",
    "may_withdraw_suggestion",
    "members_visible_to",
    "needs_confirmation",
    "places_visible_to",
    "roles_to_invite",
    "sees_child",
    "sees_member",
    "still_stands",
    "suggestions_visible_to",
    "takes_part",
    "visible_to",
]

"""A circle: the people around one child or a group of siblings, and those invited to it."""

from herning_pwa.circles.models.circle import (
    PARTY_AGE,
    SIGN_IN_AGE,
    Child,
    Circle,
    Membership,
    authors_among,
)
from herning_pwa.circles.models.handover import AlreadyBegun, Handover
from herning_pwa.circles.models.invitation import (
    INVITATION_LIFE,
    LINKS_AT_MOST,
    AlreadySettled,
    Invitation,
)
from herning_pwa.circles.models.kinds import (
    HAS_A_LAST_DAY,
    PARENTS,
    RELATIONS_OF,
    Ending,
    Giving,
    LinkProblem,
    Relation,
    Role,
    Standing,
)
from herning_pwa.circles.models.suggestion import AlreadyReplied, Reply, Suggestion

__all__ = [
    "HAS_A_LAST_DAY",
    "INVITATION_LIFE",
    "LINKS_AT_MOST",
    "PARENTS",
    "PARTY_AGE",
    "RELATIONS_OF",
    "SIGN_IN_AGE",
    "AlreadyBegun",
    "AlreadyReplied",
    "AlreadySettled",
    "Child",
    "Circle",
    "Ending",
    "Giving",
    "Handover",
    "Invitation",
    "LinkProblem",
    "Membership",
    "Relation",
    "Reply",
    "Role",
    "Standing",
    "Suggestion",
    "authors_among",
]

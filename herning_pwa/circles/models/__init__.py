"""A circle: the people around one child or a group of siblings, and those invited to it."""

from herning_pwa.circles.models.circle import PARTY_AGE, Child, Circle, Membership
from herning_pwa.circles.models.invitation import (
    INVITATION_LIFE,
    LINKS_AT_MOST,
    AlreadySettled,
    Invitation,
)
from herning_pwa.circles.models.kinds import (
    RELATIONS_OF,
    Ending,
    LinkProblem,
    Relation,
    Role,
    Standing,
)

__all__ = [
    "INVITATION_LIFE",
    "LINKS_AT_MOST",
    "PARTY_AGE",
    "RELATIONS_OF",
    "AlreadySettled",
    "Child",
    "Circle",
    "Ending",
    "Invitation",
    "LinkProblem",
    "Membership",
    "Relation",
    "Role",
    "Standing",
]

"""The kinds a circle knows: places, relations, and how an invitation ends."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a membership lets a person do. Product rules, section 2."""

    CUSTODY_PARENT = "custody_parent"
    INFORMED_PARENT = "informed_parent"
    YOUNG_PERSON = "young_person"
    NETWORK_MEMBER = "network_member"
    SUPPORTER = "supporter"
    PROFESSIONAL = "professional"


PARENTS = frozenset({Role.CUSTODY_PARENT, Role.INFORMED_PARENT})  # each may be a home of its own


class Relation(StrEnum):
    """Who the person is to the child. Words in circles/words.py."""

    MOTHER = "mother"
    FATHER = "father"
    CHILD = "child"
    MATERNAL_GRANDMOTHER = "maternal_grandmother"
    PATERNAL_GRANDMOTHER = "paternal_grandmother"
    MATERNAL_GRANDFATHER = "maternal_grandfather"
    PATERNAL_GRANDFATHER = "paternal_grandfather"
    AUNT = "aunt"
    UNCLE = "uncle"
    SIBLING = "sibling"
    STEP_PARENT = "step_parent"
    FOSTER_PARENT = "foster_parent"
    FRIEND = "friend"
    NEIGHBOUR = "neighbour"
    COACH = "coach"
    TEACHER = "teacher"
    PEDAGOGUE = "pedagogue"
    HEALTH_VISITOR = "health_visitor"
    SOCIAL_WORKER = "social_worker"
    SOCIAL_PEDAGOGUE = "social_pedagogue"
    SUPPORTER = "supporter"
    OTHER = "other"


_FAMILY_AND_FRIENDS = (
    Relation.MATERNAL_GRANDMOTHER,
    Relation.PATERNAL_GRANDMOTHER,
    Relation.MATERNAL_GRANDFATHER,
    Relation.PATERNAL_GRANDFATHER,
    Relation.AUNT,
    Relation.UNCLE,
    Relation.SIBLING,
    Relation.STEP_PARENT,
    Relation.FRIEND,
    Relation.NEIGHBOUR,
    Relation.COACH,
    Relation.TEACHER,
    Relation.PEDAGOGUE,
    Relation.FOSTER_PARENT,
    Relation.OTHER,
)
RELATIONS_OF: dict[Role, tuple[Relation, ...]] = {
    Role.NETWORK_MEMBER: _FAMILY_AND_FRIENDS,
    Role.SUPPORTER: (Relation.SUPPORTER,),
    Role.CUSTODY_PARENT: (Relation.MOTHER, Relation.FATHER),
    Role.PROFESSIONAL: (
        Relation.SOCIAL_WORKER,
        Relation.SOCIAL_PEDAGOGUE,
        Relation.HEALTH_VISITOR,
        Relation.TEACHER,
        Relation.PEDAGOGUE,
        Relation.OTHER,
    ),
}


HAS_A_LAST_DAY = {Role.NETWORK_MEMBER, Role.SUPPORTER}


class Ending(StrEnum):
    """How an invitation came to its end."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    REVOKED = "revoked"
    REFUSED = "refused"
    REPLACED = "replaced"


class Giving(StrEnum):
    """How the guest gets the link."""

    MAIL = "mail"
    BY_HAND = "by_hand"


class Standing(StrEnum):
    """Where an invitation stands now."""

    OPEN = "open"
    WAITING = "waiting"
    EXPIRED = "expired"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    REVOKED = "revoked"


class LinkProblem(StrEnum):
    """Why a link does not let this visitor in. The value is what the address carries."""

    UNKNOWN = "ukendt"
    USED = "brugt"
    REPLAYED = "gentaget"
    EXPIRED = "udloebet"
    REVOKED = "trukket"
    DECLINED = "afslaaet"
    SOMEBODY_ELSE = "en-anden"
    ALREADY_MEMBER = "allerede-med"
    SIGN_IN_FIRST = "log-ind"
    ADDRESS = "e-mail"
    NAME = "fornavn"
    TOO_EASY = "adgangskode"
    NOT_THE_SAME = "forkert"
    TOO_MANY = "vent"

"""Who stands in the columns of the matrix."""

from __future__ import annotations

from dataclasses import dataclass

from herning_pwa.circles.models import Relation, Role
from herning_pwa.people.models import Staff


@dataclass(frozen=True)
class Column:
    """One column: what it is called, and everybody who is asked in its name."""

    heading: str
    people: tuple[str, ...]


COLUMNS = (
    Column("custody parent", ("mette",)),
    Column("the other custody parent", ("anders",)),
    Column("informed parent", ("karl",)),
    Column("young person", ("freja",)),
    Column("sibling", ("sofie",)),
    Column("network member, named", ("inger",)),
    Column("network member", ("jens",)),
    Column("supporter", ("dagmar",)),
    Column("professional", ("peter",)),
    Column("responsible professional", ("sanne",)),
    Column("leader", ("birgit",)),
    Column("administrator", ("otto",)),
    Column("was in the circle, now out", ("ida",)),
    Column(
        "everybody in another circle",
        ("fatima", "farid", "alma", "nana", "sten", "lone", "frede"),
    ),
)
EVERYBODY = tuple(person for column in COLUMNS for person in column.people)
STAFF = {
    "peter": Staff.PROFESSIONAL,
    "sanne": Staff.PROFESSIONAL,
    "lone": Staff.PROFESSIONAL,
    "frede": Staff.PROFESSIONAL,
    "birgit": Staff.LEADER,
    "otto": Staff.ADMINISTRATOR,
}
# who, place, relation, is responsible, brought by
OUR_CIRCLE = (
    ("sanne", Role.PROFESSIONAL, Relation.SOCIAL_WORKER, True, None),
    ("mette", Role.CUSTODY_PARENT, Relation.MOTHER, False, "sanne"),
    ("anders", Role.CUSTODY_PARENT, Relation.FATHER, False, "sanne"),
    ("karl", Role.INFORMED_PARENT, Relation.FATHER, False, "sanne"),
    ("freja", Role.YOUNG_PERSON, Relation.CHILD, False, "sanne"),
    ("sofie", Role.YOUNG_PERSON, Relation.CHILD, False, "sanne"),
    ("inger", Role.NETWORK_MEMBER, Relation.MATERNAL_GRANDMOTHER, False, "mette"),
    ("jens", Role.NETWORK_MEMBER, Relation.COACH, False, "mette"),
    ("dagmar", Role.SUPPORTER, Relation.SUPPORTER, False, "mette"),
    ("peter", Role.PROFESSIONAL, Relation.SOCIAL_PEDAGOGUE, False, "sanne"),
    ("ida", Role.NETWORK_MEMBER, Relation.AUNT, False, "mette"),
)
OTHER_CIRCLE = (
    ("frede", Role.PROFESSIONAL, Relation.SOCIAL_WORKER, True, None),
    ("fatima", Role.CUSTODY_PARENT, Relation.MOTHER, False, "frede"),
    ("farid", Role.INFORMED_PARENT, Relation.FATHER, False, "frede"),
    ("alma", Role.YOUNG_PERSON, Relation.CHILD, False, "frede"),
    ("nana", Role.NETWORK_MEMBER, Relation.AUNT, False, "fatima"),
    ("sten", Role.SUPPORTER, Relation.SUPPORTER, False, "fatima"),
    ("lone", Role.PROFESSIONAL, Relation.TEACHER, False, "frede"),
)

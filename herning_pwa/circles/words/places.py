"""Words for the places in a circle."""

from __future__ import annotations

from datetime import date

from herning_pwa.circles.models import Circle, Relation, Role
from herning_pwa.i18n import _, long_date, names, today


def relation_word(relation: Relation, role: Role) -> str:
    """``mormor``, ``træner``, ``rådgiver``: in lower case, for the middle of a sentence."""
    if relation is Relation.OTHER:
        return _("professional") if role is Role.PROFESSIONAL else _("network member")
    return {
        Relation.MOTHER: _("mother"),
        Relation.FATHER: _("father"),
        Relation.CHILD: _("child in the circle"),
        Relation.MATERNAL_GRANDMOTHER: _("grandmother on the mother's side"),
        Relation.PATERNAL_GRANDMOTHER: _("grandmother on the father's side"),
        Relation.MATERNAL_GRANDFATHER: _("grandfather on the mother's side"),
        Relation.PATERNAL_GRANDFATHER: _("grandfather on the father's side"),
        Relation.AUNT: _("aunt"),
        Relation.UNCLE: _("uncle"),
        Relation.SIBLING: _("brother or sister"),
        Relation.STEP_PARENT: _("step-parent"),
        Relation.FOSTER_PARENT: _("foster parent"),
        Relation.FRIEND: _("friend"),
        Relation.NEIGHBOUR: _("neighbour"),
        Relation.COACH: _("coach"),
        Relation.TEACHER: _("teacher"),
        Relation.PEDAGOGUE: _("pedagogue"),
        Relation.HEALTH_VISITOR: _("health visitor"),
        Relation.SOCIAL_WORKER: _("social worker"),
        Relation.SOCIAL_PEDAGOGUE: _("social pedagogue"),
        Relation.SUPPORTER: _("supporter at meetings"),
    }[relation]


def capitalised(word: str) -> str:
    """The word as it stands alone: ``Mormor``."""
    return word[:1].upper() + word[1:]


def named_place(name: str, relation: Relation, role: Role) -> str:
    """``Inger, mormor``."""
    return f"{name}, {relation_word(relation, role)}"


def unnamed(role: Role) -> str:
    """Somebody the reader may not know of: ``en fra netværket``."""
    return {
        Role.CUSTODY_PARENT: _("a parent"),
        Role.INFORMED_PARENT: _("a parent"),
        Role.YOUNG_PERSON: _("a young person"),
        Role.NETWORK_MEMBER: _("somebody in the network"),
        Role.SUPPORTER: _("a supporter"),
        Role.PROFESSIONAL: _("a professional"),
    }[role]


def children_of(circle: Circle) -> str:
    """``Emil og Freja``."""
    return names([child.first_name for child in circle.children])


def group_word(role: Role) -> str:
    """The heading over the people in places of this kind."""
    if role is Role.PROFESSIONAL:
        return _("Professionals")
    if role in {Role.NETWORK_MEMBER, Role.SUPPORTER}:
        return _("Network")
    return _("Family")


def role_note(role: Role) -> str:
    """A line about what a place means, for those who decide; empty when the relation says it."""
    return {
        Role.CUSTODY_PARENT: _("Has custody"),
        Role.INFORMED_PARENT: _("Without custody. Sees only what is shared."),
    }.get(role, "")


def voice_shape(role: Role) -> str:
    """The shape that stands for this kind of voice on the screen."""
    return {
        Role.YOUNG_PERSON: "star",
        Role.NETWORK_MEMBER: "square",
        Role.SUPPORTER: "square",
        Role.PROFESSIONAL: "diamond",
    }.get(role, "circle")


def ending_means(name: str) -> str:
    """What happens when somebody's place is ended."""
    return _(
        "If you take {name} out, {name} can no longer see anything in the circle, "
        "from that moment. What {name} has written stays."
    ).format(name=name)


def leaving_means(supporters: list[str]) -> str:
    """What happens when one leaves; ``supporters`` are those one has brought along."""
    means = _(
        "If you leave, you can no longer see anything in the circle, from that moment. "
        "What you have written stays. To come back you need a new invitation."
    )
    if not supporters:
        return means
    also = _("{names} came to help you, and leaves the circle together with you.")
    return f"{means} {also.format(names=names(supporters))}"


def until(last_day: date | None) -> str:
    """Until when somebody takes part; empty when no last day is agreed."""
    if last_day is None:
        return ""
    if last_day == today():
        return _("Takes part to the end of today")
    return _("Takes part until and including {day}").format(day=long_date(last_day))


def took_part(last_day: date | None) -> str:
    """For a place that is over; empty while it is there."""
    if last_day is None:
        return ""
    return _("Took part until and including {day}").format(day=long_date(last_day))


def last_day_means(name: str) -> str:
    """What happens on the last day that was agreed."""
    return _(
        "{name} can see the circle to the end of that day, and nothing after it. "
        "What {name} has written stays."
    ).format(name=name)

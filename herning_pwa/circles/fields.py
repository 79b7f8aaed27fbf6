"""Reading who is invited: the place, the name and the address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from herning_pwa.circles.models import HAS_A_LAST_DAY, RELATIONS_OF, Giving, Relation, Role
from herning_pwa.fields import Check, checking, plain
from herning_pwa.i18n import _, today
from herning_pwa.people.models import Person
from herning_pwa.people.passwords import normalise_email

NAME_LIMIT = 60
EMAIL_LIMIT = 254
# One @, no spaces or list signs, a dot in the domain. Whether it exists, only a mail can tell.
_PLAIN = r"[^\s@<>()\[\],;:\\\"]"
ADDRESS = re.compile(rf"{_PLAIN}{{1,64}}@{_PLAIN}+\.{_PLAIN}{{2,}}")
NOT_IN_A_NAME = re.compile(r"[/:@<>{}\[\]\\|=]|www\.|\.\w{2,}", re.IGNORECASE)


@dataclass(frozen=True)
class Guest:
    """Somebody to invite, read and found usable."""

    role: Role
    relation: Relation
    name: str
    email: str
    giving: Giving = Giving.MAIL
    last_day: date | None = None

    @property
    def place(self) -> str:
        return place_value(self.role, self.relation)


def place_value(role: Role, relation: Relation) -> str:
    """How a form sends a place."""
    return f"{role}:{relation}"


def read_guest(
    actor: Person,
    *,
    place: object,
    name: object,
    email: object,
    giving: object = Giving.MAIL,
    last_day: object = "",
) -> Guest:
    """Raises Invalid with a sentence for each field that cannot be used.

    The address may be left out when the link is given by hand.
    """
    with checking() as check:
        role, relation = read_place(check, "place", place)
        first_name = read_name(check, "name", name)
        way = check.choice("giving", giving, Giving, missing=_("Choose how you give it."))
        is_free = way is Giving.BY_HAND and not plain(email)
        address = "" if is_free else read_email(check, "email", email)
        if address == actor.email:
            check.refuse("email", _("This is your own e-mail. Write the other person's."))
        until = check.day("last_day", last_day, earliest=today())
        if until and role not in HAS_A_LAST_DAY:
            check.refuse("last_day", _("Only network members and supporters can have a last day."))
    return Guest(role, relation, first_name, address, way or Giving.MAIL, until)


def read_place(check: Check, field: str, value: object) -> tuple[Role, Relation]:
    """One of the places that can be offered, written ``role:relation``."""
    for role, relations in RELATIONS_OF.items():
        for relation in relations:
            if value == place_value(role, relation):
                return role, relation
    check.refuse(field, _("Choose who it is."))
    return Role.NETWORK_MEMBER, Relation.OTHER


def read_guest_relation(check: Check, field: str, value: object) -> Relation:
    """Who somebody of the family's network is to the child."""
    for relation in RELATIONS_OF[Role.NETWORK_MEMBER]:
        if value == relation.value:
            return relation
    check.refuse(field, _("Choose who it is."))
    return Relation.OTHER


def read_name(check: Check, field: str, value: object) -> str:
    """A first name on one line. It goes into a mail, so it holds no address and no markup."""
    typed = check.text(field, value, limit=NAME_LIMIT, missing=_("Write the first name."))
    text = " ".join("".join(c for c in typed if c.isprintable() or c.isspace()).split())
    if NOT_IN_A_NAME.search(text) or (typed and not any(c.isalpha() for c in text)):
        check.refuse(field, _("Write only the name, with letters."))
    return text


def read_email(check: Check, field: str, value: object) -> str:
    """An address in its one normal form."""
    text = check.text(field, value, limit=EMAIL_LIMIT, missing=_("Write the e-mail address."))
    address = normalise_email(text)
    if text and not (ADDRESS.fullmatch(address) and address.isprintable()):
        check.refuse(field, _("Write the whole e-mail address, for example inger@familie.example."))
    return address

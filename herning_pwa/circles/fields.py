"""Reading who is invited: the place, the name and the address."""

from __future__ import annotations

import re
from dataclasses import dataclass

from herning_pwa.circles.models import RELATIONS_OF, Relation, Role
from herning_pwa.fields import Check, checking
from herning_pwa.i18n import _
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

    @property
    def place(self) -> str:
        return place_value(self.role, self.relation)


def place_value(role: Role, relation: Relation) -> str:
    """How a form sends a place."""
    return f"{role}:{relation}"


def read_guest(actor: Person, *, place: object, name: object, email: object) -> Guest:
    """Raises Invalid with a sentence for each field that cannot be used."""
    with checking() as check:
        role, relation = read_place(check, "place", place)
        first_name = read_name(check, "name", name)
        address = read_email(check, "email", email)
        if address == actor.email:
            check.refuse("email", _("This is your own e-mail. Write the other person's."))
    return Guest(role, relation, first_name, address)


def read_place(check: Check, field: str, value: object) -> tuple[Role, Relation]:
    """One of the places that can be offered, written ``role:relation``."""
    for role, relations in RELATIONS_OF.items():
        for relation in relations:
            if value == place_value(role, relation):
                return role, relation
    check.refuse(field, _("Choose who it is."))
    return Role.NETWORK_MEMBER, Relation.OTHER


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

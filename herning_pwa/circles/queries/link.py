"""/kreds/invitation/[invitation_id]: the sender gives the invitation by hand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hmac import compare_digest

import segno
from sqlalchemy.orm import Session

from herning_pwa import routes
from herning_pwa.circles import policy, words
from herning_pwa.circles.models import Invitation, Standing
from herning_pwa.circles.queries.find import find_invitation
from herning_pwa.config import settings
from herning_pwa.errors import require
from herning_pwa.i18n import _, local, long_date
from herning_pwa.people.models import Person
from herning_pwa.people.passwords import hash_secret

QUIET_ZONE = 4  # modules of white around it, as the standard asks (ISO/IEC 18004)
SCALE = 8


@dataclass(frozen=True)
class LinkView:
    """The invitation in words. ``code`` is a picture, and there only while its link works."""

    invitation_id: str = ""
    heading: str = ""
    what: str = ""
    until: str = ""
    settled: str = ""
    told: str = ""
    code: str = ""
    code_label: str = ""
    address: str = ""


def link_page(db: Session, actor: Person, *, invitation_id: object, secret: str = "") -> LinkView:
    """For the sender alone. ``secret`` is what was made when they last asked for the code.

    Raises NotFound, or NotAllowed for those who see the invitation but did not send it.
    """
    invitation = find_invitation(db, actor, invitation_id)
    require(policy.may_show_link(actor, invitation))
    name = invitation.name
    view = LinkView(
        invitation_id=str(invitation.id),
        heading=_("Invitation to {name}").format(name=name),
        what=_what(invitation),
    )
    if invitation.ending or invitation.standing is Standing.WAITING:
        return replace(view, settled=words.settled(invitation.standing, name))
    if not _opens(secret, invitation):
        return replace(view, told=words.asked_for_mail(name) if invitation.address_given_at else "")
    address = f"{settings().public_url}{routes.INVITATION}?kode={secret}"
    return replace(
        view,
        code=_picture(address),
        code_label=_("QR code with the invitation to {name}").format(name=name),
        address=address,
        until=_("The code works once, until {day}.").format(
            day=long_date(local(invitation.expires_at).date())
        ),
    )


def _what(invitation: Invitation) -> str:
    return _("{inviter} invites {name} as {relation} in the circle around {children}.").format(
        inviter=invitation.invited_by.first_name,
        name=invitation.name,
        relation=words.relation_word(invitation.relation, invitation.role),
        children=words.children_of(invitation.circle),
    )


def _opens(secret: str, invitation: Invitation) -> bool:
    """Whether the code on the screen is still the one that works."""
    if not secret or invitation.secret_hash is None or invitation.standing is not Standing.OPEN:
        return False
    return compare_digest(hash_secret(secret), invitation.secret_hash)


def _picture(address: str) -> str:
    """The QR code as an image that stands in the page itself: it is fetched from nowhere."""
    made = segno.make(address, error="m", micro=False)
    return str(made.svg_data_uri(scale=SCALE, border=QUIET_ZONE, light="#fff"))

"""The promises as the other person sees them, less what the reader may not see."""

from __future__ import annotations

from sqlalchemy.orm import Session

from herning_pwa.circles.models import Membership
from herning_pwa.commitments.models import Commitment
from herning_pwa.commitments.policy import takes_part, visible_to
from herning_pwa.commitments.queries.page import CommitmentsView, CommitmentView, commitments_page
from herning_pwa.i18n import _
from herning_pwa.people.models import Person
from herning_pwa.preview.queries.narrowing import ids, narrowed
from herning_pwa.preview.queries.views import SeenCommitment, SeenCommitments


def commitments_seen(db: Session, reader: Person, place: Membership) -> list[SeenCommitments]:
    """The person's own page of promises; nothing for those who take no part in them."""
    if not takes_part(place):
        return []
    seen = visible_to(reader).where(Commitment.circle_id == place.circle_id)
    with narrowed(db, {Commitment: ids(db, Commitment, seen)}):
        page = commitments_page(db, place.person, circle_id=place.circle_id)
    return [
        SeenCommitments(heading, [_promise(one) for one in rows])
        for heading, rows in _groups(page)
        if rows
    ]


def _groups(page: CommitmentsView) -> list[tuple[str, list[CommitmentView]]]:
    return [
        (_("Open commitments"), page.open),
        (_("Your commitments"), page.mine),
        (_("What others have promised"), page.coming),
        (_("Done"), page.done),
    ]


def _promise(one: CommitmentView) -> SeenCommitment:
    """Without what could be done about it, and without its story."""
    return SeenCommitment(what=one.what, when=one.when, line=one.line, shape=one.shape)

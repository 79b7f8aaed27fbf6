"""Choosing a circle, staying signed in, keeping half-written words."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record
from herning_pwa.errors import NotFound
from herning_pwa.fields import as_id, plain
from herning_pwa.people.models import KeptForm, Person, SignInSession
from herning_pwa.people.second_factor import without_second_factor

KEPT_TEXT_LIMIT = 4000
KEPT_NAME_LIMIT = 60
KEPT_FIELDS = 30


def choose_circle(db: Session, actor: Person, *, session_id: UUID, circle_id: object) -> None:
    """Look at another of the person's circles from now on; NotFound when it is not theirs."""
    chosen = as_id(circle_id)
    if actor.membership_in(chosen) is None:
        raise NotFound
    session = db.get_one(SignInSession, session_id)
    session.circle_id = chosen
    record(db, actor, "circle.chosen", session)


@without_second_factor
def stay_signed_in(db: Session, actor: Person) -> None:
    """Nothing but a sign of life: running any command starts the idle clock afresh."""


def keep_forms(db: Session, actor: Person, *, entries: object) -> None:
    """Keep what is typed but not sent. ``entries`` is a list of form, field and text.

    Only the author ever gets it back. What the browser sends replaces what was kept of
    the same form; anything malformed, and the oldest beyond what a person can have open,
    is left out.
    """
    rows = {
        (form, field): text
        for form, field, text in map(_kept_entry, entries if isinstance(entries, list) else [])
        if form and field and text
    }
    for form in {form for form, _field in rows}:
        forget_form(db, actor, form=form)
    for (form, field), text in list(rows.items())[:KEPT_FIELDS]:
        db.add(KeptForm(person_id=actor.id, form=form, field=field, text=text))
    _forget_the_oldest(db, actor)


def _forget_the_oldest(db: Session, actor: Person) -> None:
    db.flush()
    newest = (
        select(KeptForm.id)
        .where(KeptForm.person_id == actor.id)
        .order_by(KeptForm.kept_at.desc(), KeptForm.id.desc())
        .limit(KEPT_FIELDS)
    )
    db.execute(delete(KeptForm).where(KeptForm.person_id == actor.id, KeptForm.id.not_in(newest)))


def _kept_entry(entry: object) -> tuple[str, str, str]:
    if not isinstance(entry, dict):
        return "", "", ""
    form, field, text = (plain(entry.get(key)) for key in ("form", "field", "text"))
    return form[: 2 * KEPT_NAME_LIMIT], field[:KEPT_NAME_LIMIT], text[:KEPT_TEXT_LIMIT]


def forget_form(db: Session, actor: Person, *, form: str) -> None:
    """The form was sent: what was kept of it has done its work."""
    db.execute(delete(KeptForm).where(KeptForm.person_id == actor.id, KeptForm.form == form))

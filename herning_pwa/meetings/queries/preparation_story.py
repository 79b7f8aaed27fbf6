"""When somebody shared their own preparation, and stopped sharing: only they are told."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa.activity.models import Activity, Outcome
from herning_pwa.i18n import _, moment
from herning_pwa.meetings.models import Meeting
from herning_pwa.meetings.models.preparation import KEPT_BACK, SHARED
from herning_pwa.people.models import Person


def preparation_story(db: Session, actor: Person, meeting: Meeting) -> list[str]:
    """A sentence for each time, the newest first. One statement."""
    sentences = {
        SHARED: _("You shared your answers {moment}."),
        KEPT_BACK: _("You stopped sharing {moment}."),
    }
    acts = db.scalars(
        select(Activity)
        .where(
            Activity.object_id == meeting.id,
            Activity.actor_id == actor.id,
            Activity.action.in_(sentences),
            Activity.outcome == Outcome.DONE,
        )
        .order_by(Activity.at.desc(), Activity.id.desc())
    )
    return [sentences[act.action].format(moment=moment(act.at)) for act in acts]

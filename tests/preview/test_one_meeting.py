"""One meeting in somebody else's eyes: that person's own page, less what the reader may not see."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import uuid4

import pytest
import time_machine
from sqlalchemy.orm import Session

from herning_pwa.errors import NotAllowed, NotFound
from herning_pwa.goals.models import Audience
from herning_pwa.meetings.commands import (
    add_point,
    answer_meeting,
    correct_summary,
    save_preparation,
    send_summary,
    share_preparation,
)
from herning_pwa.meetings.models import Meeting
from herning_pwa.preview.queries import Preview
from tests.cast import Cast
from tests.goals.making import agreed
from tests.meetings.acts import NOW
from tests.preview.test_look_as import look
from tests.preview.test_meetings import PLACE, call

AFTER = NOW.replace(day=25)


@pytest.fixture(autouse=True)
def travel() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def meeting(db: Session, cast: Cast) -> Meeting:
    """Sanne's, with both parents and Inger; everybody has answered, prepared and added a point."""
    agreed(db, cast, title="For alle")
    agreed(db, cast, audience=Audience.PARENTS, title="For forældrene")
    meeting = call(db, cast, "mette", "anders", "inger", kind="network")
    for name in ("mette", "anders", "inger"):
        about = {"meeting_id": meeting.id}
        answer_meeting(
            db, cast.people[name], sequence=0, answer="video", words=f"Ord af {name}", **about
        )
        add_point(db, cast.people[name], text=f"Punkt af {name}", **about)
        prepared = {"going_well": f"Godt hos {name}", "unspoken": f"Usagt af {name}"}
        save_preparation(db, cast.people[name], page_key=uuid4(), version=0, **prepared, **about)
    share_preparation(db, cast.inger, meeting_id=meeting.id)
    return meeting


def seen(db: Session, cast: Cast, reader: str, other: str, meeting: Meeting) -> Preview:
    """In a session that knows nothing yet, as a page's."""
    db.flush()
    with Session(db.connection(), autoflush=False) as read:
        return look(read, cast, reader, other, meeting_id=str(meeting.id))


def test_mette_sees_ingers_page(db: Session, cast: Cast, meeting: Meeting) -> None:
    shown = seen(db, cast, "mette", "inger", meeting).meeting
    assert [item.text for item in shown.agenda if item.kind == "point"] == [
        "Punkt af mette",
        "Punkt af anders",
        "Punkt af inger",
    ]
    assert "For alle" in [item.text for item in shown.agenda]
    assert not any(item.can_withdraw or item.can_order for item in shown.agenda)
    assert "Inger (dig)" in [person.name for person in shown.people]
    assert shown.place == PLACE
    assert shown.story


def test_nothing_of_the_other_home_is_laid_open_in_ingers_eyes(
    db: Session, cast: Cast, meeting: Meeting
) -> None:
    """Inger sees that Anders comes. Mette does not, whoever's eyes she looks with."""
    preview = seen(db, cast, "mette", "inger", meeting)
    answers = {person.name: person.answer_line for person in preview.meeting.people}
    assert answers["Anders"] == "Svaret vises ikke"
    said = repr(preview)
    for hidden in ("Usagt", "Godt hos anders", "Ord af anders", "Ord af inger", "forældrene"):
        assert hidden not in said


def test_only_what_is_shared_of_what_was_prepared(
    db: Session, cast: Cast, meeting: Meeting
) -> None:
    for reader, other in (("mette", "freja"), ("sanne", "mette")):
        shown = repr(seen(db, cast, reader, other, meeting))
        assert ("Godt hos inger" in shown) is (other == "mette")
        assert "Usagt" not in shown
        assert "Godt hos anders" not in shown


def test_who_is_not_asked_sees_no_meeting(db: Session, cast: Cast, meeting: Meeting) -> None:
    preview = seen(db, cast, "mette", "jens", meeting)
    assert preview.nothing == "Jens kan ikke se dette møde."
    assert preview.meeting.meeting_id == ""


def test_nobody_sees_more_by_looking(db: Session, cast: Cast, meeting: Meeting) -> None:
    alone = call(db, cast, "anders", "inger")
    with pytest.raises(NotFound):
        seen(db, cast, "mette", "inger", alone)
    with pytest.raises(NotAllowed):
        seen(db, cast, "mette", "anders", meeting)


def test_the_text_that_was_sent_and_never_a_draft(
    db: Session, cast: Cast, meeting: Meeting, travel: time_machine.Traveller
) -> None:
    travel.move_to(AFTER)
    about = {"meeting_id": meeting.id}
    send_summary(db, cast.sanne, text="Vi blev enige.", page_key=uuid4(), version=0, **about)
    correct_summary(db, cast.sanne, **about).write("Ikke sendt endnu", cast.sanne, uuid4())
    preview = seen(db, cast, "mette", "inger", meeting)
    assert preview.meeting.paragraphs == ["Vi blev enige."]
    assert "Ikke sendt" not in repr(preview)

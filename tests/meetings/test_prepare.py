"""Preparing for a meeting: saved as one types, read by few, shared when one says so."""

from __future__ import annotations

from dataclasses import asdict
from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine

from herning_pwa import clock
from herning_pwa.activity.models import Activity
from herning_pwa.errors import Invalid, NotAllowed, NotFound
from herning_pwa.fields import TEXT_LIMIT
from herning_pwa.i18n import moment
from herning_pwa.meetings.commands import (
    cancel_meeting,
    keep_preparation_back,
    save_preparation,
    share_preparation,
)
from herning_pwa.meetings.models import MeetingClosed, WrittenElsewhere
from herning_pwa.meetings.queries import (
    meeting_page,
    meetings_ahead,
    prepared_meetings,
    preparing_page,
)
from tests.meetings.acts import NOW, end_membership, ids, prepare

GOOD, HARD, UNSPOKEN = "Han sover bedre", "Vi skændes om lektier", "Ikke om min sygdom"


@pytest.fixture
def everybody(cast, plan):
    return plan(people=ids(cast.mette, cast.anders, cast.karl, cast.freja, cast.inger, cast.peter))


def read_by(db, reader, meeting) -> dict[str, tuple[str, str]]:
    """What the reader sees that others have prepared: the first answer and the unspoken."""
    others = meeting_page(db, reader, meeting_id=meeting.id).prepared.others
    return {one.name: (one.words.going_well, one.words.unspoken) for one in others}


@pytest.mark.parametrize("name", ["mette", "karl", "freja", "inger", "peter", "sanne"])
def test_everybody_invited_can_prepare(db, cast, everybody, name):
    prepare(db, getattr(cast, name), everybody, going_well=GOOD)
    view = preparing_page(db, getattr(cast, name), meeting_id=everybody.id)
    assert (view.words.going_well, view.saved_line) == (GOOD, "Gemt 09.00")


def test_jens_who_is_not_invited_cannot_even_find_it(db, cast, everybody):
    with pytest.raises(NotFound):
        prepare(db, cast.jens, everybody, going_well=GOOD)


def test_sanne_prepares_only_where_she_is_invited(db, cast, plan):
    meeting = plan(cast.peter, people=ids(cast.karl))
    with pytest.raises(NotAllowed):
        save_preparation(
            db, cast.sanne, meeting_id=meeting.id, page_key=uuid4(), version=0, hard=HARD
        )


def test_sanne_reads_it_all_and_nobody_else_anything(db, cast, everybody):
    prepare(db, cast.mette, everybody, going_well=GOOD, unspoken=UNSPOKEN, companion="Min søster")
    assert read_by(db, cast.sanne, everybody) == {"Mette": (GOOD, UNSPOKEN)}
    for other in (cast.anders, cast.karl, cast.freja, cast.inger, cast.peter):
        assert read_by(db, other, everybody) == {}


def test_the_line_says_so_by_name(db, cast, everybody):
    view = preparing_page(db, cast.mette, meeting_id=everybody.id)
    assert view.sight.line == "Kan ses af Sanne."
    assert "Anders, far" in view.sight.cannot
    assert view.private_sight.line == "Kun Sanne kan se det."
    assert "Anders" in view.sight_if_shared.line


def test_the_responsible_professional_reads_the_answers_but_not_what_is_for_peter(db, cast, plan):
    meeting = plan(cast.peter, people=ids(cast.karl))
    prepare(db, cast.karl, meeting, going_well=GOOD, unspoken=UNSPOKEN)
    assert read_by(db, cast.sanne, meeting) == {"Karl": (GOOD, "")}
    assert read_by(db, cast.peter, meeting) == {"Karl": (GOOD, UNSPOKEN)}
    assert preparing_page(db, cast.karl, meeting_id=meeting.id).private_heading == "Kun til Peter"


def test_when_mette_calls_the_meeting_it_goes_to_sanne(db, cast, plan):
    meeting = plan(cast.mette, people=ids(cast.anders, cast.freja))
    for who in (cast.anders, cast.freja):
        prepare(db, who, meeting, going_well=GOOD, unspoken=UNSPOKEN)
    assert read_by(db, cast.mette, meeting) == {}
    assert read_by(db, cast.sanne, meeting) == {
        "Anders": (GOOD, UNSPOKEN),
        "Freja": (GOOD, UNSPOKEN),
    }
    assert preparing_page(db, cast.anders, meeting_id=meeting.id).sight.line == "Kan ses af Sanne."


def test_not_a_byte_of_it_is_in_anything_anders_is_sent(db, cast, everybody):
    before = [asdict(meeting_page(db, cast.anders, meeting_id=everybody.id))]
    prepare(db, cast.mette, everybody, going_well=GOOD, hard=HARD, unspoken=UNSPOKEN)
    db.expire_all()
    assert [asdict(meeting_page(db, cast.anders, meeting_id=everybody.id))] == before
    sent = str([asdict(card) for card in meetings_ahead(db, cast.anders)])
    assert GOOD not in sent


def test_shared_it_is_read_by_all_but_not_the_private_part(db, cast, everybody):
    prepare(db, cast.mette, everybody, going_well=GOOD, unspoken=UNSPOKEN)
    share_preparation(db, cast.mette, meeting_id=everybody.id)
    for other in (cast.anders, cast.karl, cast.freja, cast.inger, cast.peter):
        assert read_by(db, other, everybody) == {"Mette": (GOOD, "")}
    keep_preparation_back(db, cast.mette, meeting_id=everybody.id)
    assert read_by(db, cast.anders, everybody) == {}


def test_the_writer_can_read_when_it_was_shared(db, cast, everybody):
    def at(hour, act, who):
        with time_machine.travel(NOW + timedelta(hours=hour), tick=False):
            act(db, who, meeting_id=everybody.id)
            db.flush()
            return moment(clock.now())

    def story(who):
        return preparing_page(db, who, meeting_id=everybody.id).story

    prepare(db, cast.mette, everybody, going_well=GOOD)
    prepare(db, cast.anders, everybody, going_well="Det går")
    assert story(cast.mette) == []
    shared = at(0, share_preparation, cast.mette)
    kept_back = at(1, keep_preparation_back, cast.mette)
    again = at(2, share_preparation, cast.mette)
    anders = at(3, share_preparation, cast.anders)
    assert story(cast.mette) == [
        f"Du delte dine svar {again}.",
        f"Du holdt op med at dele {kept_back}.",
        f"Du delte dine svar {shared}.",
    ]
    assert story(cast.anders) == [f"Du delte dine svar {anders}."]


def test_nothing_written_is_nothing_to_share(db, cast, everybody):
    prepare(db, cast.mette, everybody, unspoken=UNSPOKEN)
    with pytest.raises(Invalid):
        share_preparation(db, cast.mette, meeting_id=everybody.id)


def test_two_pages_do_not_write_over_each_other(db, cast, everybody):
    phone, tablet = uuid4(), uuid4()

    def save(page, version, words):
        return save_preparation(
            db,
            cast.mette,
            meeting_id=everybody.id,
            page_key=page,
            version=version,
            going_well=words,
        ).version

    assert save(phone, "0", "Et") == 1
    assert save(phone, "0", "Et to") == 2, "a page is never behind itself"
    with pytest.raises(WrittenElsewhere):
        save(tablet, "1", "Noget andet")
    assert save(tablet, "2", "Noget andet") == 3
    assert save(phone, "2", "Noget andet") == 3, "the same words are no conflict"
    with pytest.raises(WrittenElsewhere):
        save(phone, "2", "Et to tre")


def test_one_sitting_is_one_line_in_the_log(db, cast, everybody, november):
    def lines() -> int:
        db.flush()
        return db.query(Activity).filter_by(action="meeting.prepared").count()

    for words in ("H", "Ha", "Han"):
        prepare(db, cast.mette, everybody, going_well=words)
    assert lines() == 1
    november.move_to(NOW + timedelta(hours=2))
    prepare(db, cast.mette, everybody, going_well=GOOD)
    assert lines() == 2


def test_too_much_is_refused_with_a_sentence(db, cast, everybody):
    with pytest.raises(Invalid, match="tegn for lang"):
        prepare(db, cast.mette, everybody, hard="x" * (TEXT_LIMIT + 3))


def test_nothing_is_kept_of_nothing(db, cast, everybody):
    assert prepare(db, cast.mette, everybody) is None
    assert prepared_meetings(db, cast.mette) == set()


def test_who_comes_late_can_still_write(db, cast, everybody, november):
    november.move_to(everybody.ends_at - timedelta(minutes=5))
    prepare(db, cast.mette, everybody, going_well=GOOD)
    assert preparing_page(db, cast.mette, meeting_id=everybody.id).can_write


def test_after_the_meeting_it_can_only_be_read(db, cast, everybody, november):
    prepare(db, cast.mette, everybody, going_well=GOOD)
    november.move_to(NOW + timedelta(days=5))
    with pytest.raises(MeetingClosed):
        prepare(db, cast.mette, everybody, going_well="Andet")
    view = preparing_page(db, cast.mette, meeting_id=everybody.id)
    assert (view.can_write, view.words.going_well) == (False, GOOD)


def test_a_cancelled_meeting_takes_no_preparation(db, cast, everybody):
    cancel_meeting(db, cast.sanne, meeting_id=everybody.id, sequence=0, reason="Sygdom")
    with pytest.raises(MeetingClosed):
        prepare(db, cast.mette, everybody, going_well=GOOD)


def test_a_professional_has_no_private_questions(db, cast, everybody):
    prepare(db, cast.peter, everybody, going_well=GOOD, unspoken=UNSPOKEN)
    view = preparing_page(db, cast.peter, meeting_id=everybody.id)
    assert (view.private_heading, view.words.unspoken) == ("", "")


def test_what_a_parent_wrote_who_has_left_stays_hidden_from_the_other(db, cast, everybody):
    prepare(db, cast.anders, everybody, going_well=GOOD)
    end_membership(db, cast.anders)
    assert read_by(db, cast.mette, everybody) == {}
    assert read_by(db, cast.sanne, everybody) == {"Anders": (GOOD, "")}

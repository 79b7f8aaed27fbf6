"""“Sådan forstod vi det”: drafted, sent, confirmed or commented, corrected."""

from __future__ import annotations

from dataclasses import asdict
from datetime import timedelta
from uuid import uuid4

import pytest

from herning_pwa.errors import Conflict, Invalid, NotAllowed, NotFound
from herning_pwa.meetings.commands import (
    answer_meeting,
    begin_summary,
    correct_summary,
    reply_to_summary,
    save_summary,
    send_summary,
)
from herning_pwa.meetings.models import AlreadySent, WrittenElsewhere
from herning_pwa.meetings.queries import (
    meeting_page,
    summaries_to_answer,
    summaries_under_way,
    summary_page,
)
from herning_pwa.notifications.models import Mail
from tests.meetings.acts import NOW, end_membership, ids, sum_up

TEXT = "Emil går til fodbold.\n\nMette ringer til skolen."
COMMENT = "Jeg sagde, at jeg ringer på mandag."


@pytest.fixture
def held(cast, plan, november):
    """Everybody was asked, and the meeting is over."""
    people = (cast.mette, cast.anders, cast.karl, cast.freja, cast.inger, cast.peter)
    meeting = plan(people=ids(*people))
    november.move_to(NOW + timedelta(days=4, hours=9))
    return meeting


def page(db, who, meeting):
    db.flush()
    db.expire_all()
    return summary_page(db, who, meeting_id=meeting.id)


def mails_since_the_meeting(db):
    """Without those that carry the meeting itself to a calendar."""
    return db.query(Mail).filter(Mail.meeting_id.is_(None), Mail.created_at > NOW).all()


def reply(db, who, meeting, says="confirmed", **more):
    summary_id = page(db, who, meeting).sent.summary_id
    reply_to_summary(db, who, summary_id=summary_id, says=says, **more)


def test_sanne_drafts_it_and_nobody_else_reads_the_draft(db, cast, held):
    sum_up(db, cast.sanne, held, TEXT, send=False)
    assert page(db, cast.sanne, held).draft.text == TEXT
    for other in (cast.mette, cast.anders, cast.karl, cast.freja, cast.inger, cast.peter):
        assert "Emil går" not in str(asdict(page(db, other, held)))


@pytest.mark.parametrize("name", ["mette", "inger", "freja", "peter"])
def test_the_others_may_not_write_it(db, cast, held, name):
    with pytest.raises(NotAllowed):
        sum_up(db, getattr(cast, name), held, TEXT)


def test_frede_cannot_even_find_it(db, cast, held):
    with pytest.raises(NotFound):
        begin_summary(db, cast.frede, meeting_id=held.id, paragraphs=["Nej"])


def test_in_a_meeting_mette_called_sanne_writes_it(db, cast, plan, november):
    meeting = plan(cast.mette, people=ids(cast.inger))
    november.move_to(NOW + timedelta(days=5))
    with pytest.raises(NotAllowed):
        sum_up(db, cast.mette, meeting, TEXT)
    sum_up(db, cast.sanne, meeting, TEXT)


def test_nobody_sums_up_a_meeting_that_has_not_come(db, cast, meeting):
    with pytest.raises(NotAllowed):
        sum_up(db, cast.sanne, meeting, TEXT)


def test_the_day_fills_an_empty_draft_and_only_that(db, cast, held):
    begin_summary(db, cast.sanne, meeting_id=held.id, paragraphs=["Et", "", "To"])
    assert page(db, cast.sanne, held).draft.text == "Et\n\nTo"
    begin_summary(db, cast.sanne, meeting_id=held.id, paragraphs=["Tre"])
    assert page(db, cast.sanne, held).draft.text == "Et\n\nTo"
    sum_up(db, cast.sanne, held, TEXT)
    begin_summary(db, cast.sanne, meeting_id=held.id, paragraphs=["Fire"])
    assert page(db, cast.sanne, held).sent.paragraphs == TEXT.split("\n\n")
    assert not page(db, cast.sanne, held).writes


def test_two_professionals_do_not_write_over_each_other(db, cast, plan, november):
    meeting = plan(cast.peter, people=ids(cast.mette, cast.sanne))
    november.move_to(NOW + timedelta(days=5))
    peters, sannes = uuid4(), uuid4()

    def save(who, page_key, version, text):
        return save_summary(
            db, who, meeting_id=meeting.id, page_key=page_key, version=version, text=text
        ).version

    assert save(cast.peter, peters, "0", "Peters ord") == 1
    with pytest.raises(WrittenElsewhere):
        save(cast.sanne, sannes, "0", "Sannes ord")
    with pytest.raises(WrittenElsewhere):
        send_summary(
            db, cast.sanne, meeting_id=meeting.id, page_key=sannes, version="0", text="Sannes ord"
        )
    assert save(cast.sanne, sannes, "1", "Begges ord") == 2


def test_sent_it_is_read_by_everybody_invited_who_is_in_the_circle(db, cast, held):
    end_membership(db, cast.inger)
    sum_up(db, cast.sanne, held, TEXT)
    for other in (cast.mette, cast.anders, cast.karl, cast.freja, cast.peter):
        assert page(db, other, held).sent.paragraphs == TEXT.split("\n\n")
    with pytest.raises(NotFound):
        page(db, cast.inger, held)
    with pytest.raises(NotFound):
        page(db, cast.jens, held)


def test_those_asked_get_a_mail_without_content_and_sanne_none(db, cast, held):
    sum_up(db, cast.sanne, held, TEXT)
    mails = mails_since_the_meeting(db)
    told = {mail.to_person_id for mail in mails}
    assert told == {
        p.id for p in (cast.mette, cast.anders, cast.karl, cast.freja, cast.inger, cast.peter)
    }
    assert not any("Emil" in mail.body for mail in mails)


def test_what_was_sent_never_changes(db, cast, held):
    key = uuid4()
    form = {"meeting_id": held.id, "page_key": key, "version": 0}
    send_summary(db, cast.sanne, text=TEXT, **form)
    with pytest.raises(AlreadySent):
        save_summary(db, cast.sanne, text="Andet", **form)
    send_summary(db, cast.sanne, text=TEXT, **form)  # a second tap
    assert page(db, cast.mette, held).sent.paragraphs == TEXT.split("\n\n")
    assert len(mails_since_the_meeting(db)) == 6


def test_an_empty_text_is_not_sent(db, cast, held):
    with pytest.raises(Invalid, match="aftalte"):
        sum_up(db, cast.sanne, held, "  \n ")


def test_mette_confirms_and_only_the_professionals_know(db, cast, held):
    sum_up(db, cast.sanne, held, TEXT)
    before = {who: asdict(page(db, getattr(cast, who), held)) for who in ("anders", "inger")}
    reply(db, cast.mette, held)
    assert page(db, cast.mette, held).own.line == "Du har svaret: Ja, det passer"
    for who, seen in before.items():
        assert asdict(page(db, getattr(cast, who), held)) == seen
    for pro in (cast.sanne, cast.peter):
        lines = {s.name: s.line for s in page(db, pro, held).standings}
        assert lines["Mette"] == "Siger, at det passer"
        assert lines["Anders"] == "Har ikke svaret"


def test_a_comment_stands_beside_the_text_for_those_it_is_for(db, cast, held):
    sum_up(db, cast.sanne, held, TEXT)
    reply(db, cast.mette, held, "commented", words=COMMENT)
    own = page(db, cast.mette, held)
    assert own.own.sight.line == "Kan ses af Sanne og Peter."
    assert [c.words for c in page(db, cast.sanne, held).sent.comments] == [COMMENT]
    for other in (cast.anders, cast.karl, cast.freja, cast.inger):
        assert COMMENT not in str(asdict(page(db, other, held)))
        assert COMMENT not in str(asdict(meeting_page(db, other, meeting_id=held.id)))
    assert page(db, cast.anders, held).sent.paragraphs == TEXT.split("\n\n")


def test_a_shared_comment_is_read_by_all_until_it_is_kept_back(db, cast, held):
    sum_up(db, cast.sanne, held, TEXT)
    reply(db, cast.mette, held, "commented", words=COMMENT, share="yes")
    assert [c.words for c in page(db, cast.anders, held).sent.comments] == [COMMENT]
    reply(db, cast.mette, held, "commented", words=COMMENT)
    assert page(db, cast.anders, held).sent.comments == []
    assert len(page(db, cast.sanne, held).sent.comments) == 1, "the latest alone counts"


def test_a_comment_needs_words_and_an_answer_is_one_of_two(db, cast, held):
    sum_up(db, cast.sanne, held, TEXT)
    with pytest.raises(Invalid, match="anderledes"):
        reply(db, cast.mette, held, "commented", words=" ")
    with pytest.raises(Invalid, match="passer"):
        reply(db, cast.mette, held, "maybe")


def test_who_sent_it_and_who_was_not_asked_do_not_reply(db, cast, plan, november):
    meeting = plan(cast.peter, people=ids(cast.mette))
    november.move_to(NOW + timedelta(days=5))
    sum_up(db, cast.peter, meeting, TEXT)
    for pro in (cast.peter, cast.sanne):
        with pytest.raises(NotAllowed):
            reply(db, pro, meeting)


def test_a_correction_is_a_new_version_and_asked_anew(db, cast, held):
    sum_up(db, cast.sanne, held, TEXT)
    reply(db, cast.mette, held)
    old = page(db, cast.mette, held).sent.summary_id
    correct_summary(db, cast.sanne, meeting_id=held.id)
    correct_summary(db, cast.sanne, meeting_id=held.id)
    assert page(db, cast.mette, held).own.line, "the draft is nobody's business yet"
    draft = page(db, cast.sanne, held).draft
    assert (draft.text, draft.is_correction) == (TEXT, True)
    sum_up(db, cast.sanne, held, "Rettet tekst.")
    seen = page(db, cast.mette, held)
    assert (seen.sent.paragraphs, seen.own.line) == (["Rettet tekst."], "")
    assert [s.paragraphs for s in seen.earlier] == [TEXT.split("\n\n")]
    assert [s.is_correction for s in summaries_to_answer(db, cast.mette)] == [True]
    with pytest.raises(Conflict, match="rettet"):
        reply_to_summary(db, cast.mette, summary_id=old, says="confirmed")


def test_nothing_sent_is_nothing_to_correct(db, cast, held):
    with pytest.raises(Conflict):
        correct_summary(db, cast.sanne, meeting_id=held.id)


def test_a_draft_cannot_be_replied_to(db, cast, held):
    draft = sum_up(db, cast.sanne, held, TEXT, send=False)
    with pytest.raises(NotFound):
        reply_to_summary(db, cast.mette, summary_id=draft.id, says="confirmed")


def test_it_waits_for_those_who_came_and_have_not_answered(db, cast, plan, november):
    meeting = plan(people=ids(cast.mette, cast.anders))
    answer_meeting(db, cast.anders, meeting_id=meeting.id, sequence=0, answer="not_coming")
    november.move_to(NOW + timedelta(days=5))
    sum_up(db, cast.sanne, meeting, TEXT, send=False)
    assert [line.missing for line in summaries_under_way(db, cast.sanne)] == [""]
    sum_up(db, cast.sanne, meeting, TEXT)
    assert [s.by for s in summaries_to_answer(db, cast.mette)] == ["Sanne"]
    assert summaries_to_answer(db, cast.anders) == summaries_to_answer(db, cast.sanne) == []
    db.expire_all()
    assert [line.missing for line in summaries_under_way(db, cast.sanne)] == ["Mette"]
    assert summaries_under_way(db, cast.mette) == []
    reply(db, cast.mette, meeting)
    assert summaries_to_answer(db, cast.mette) == summaries_under_way(db, cast.sanne) == []

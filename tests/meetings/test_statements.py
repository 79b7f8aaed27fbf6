"""A meeting's pages ask the database as often for six goals as for two."""

import pytest

from herning_pwa.meetings.queries import meeting_page, summary_page
from tests import full_meeting as full
from tests.counting import statements_of


@pytest.mark.parametrize("begun", [False, True])
def test_the_number_of_statements_does_not_grow(db, cast, begun):
    meeting = full.called(db, cast)
    goals = full.talk_about(db, cast, meeting, goals=2, entries=6)
    if begun:
        full.begin(db, cast, meeting)
    few = asked(db, cast, meeting, goals if begun else [])
    more = full.talk_about(db, cast, meeting, goals=4, entries=12)
    many = asked(db, cast, meeting, more if begun else [])
    assert meeting_page(db, cast.sanne, meeting_id=meeting.id).decided.is_empty is not begun
    for before, after in zip(few, many, strict=True):
        assert len(before) == len(after) == len(set(after)) <= full.AT_MOST


def asked(db, cast, meeting, decided):
    """What the page asks for as Sanne and as Mette see it, after these goals were decided."""
    full.decide_on(db, cast, meeting, decided)
    return [
        statements_of(db, meeting_page, who, meeting_id=meeting.id)
        for who in (cast.sanne, cast.mette)
    ]


def test_a_summary_asks_no_more_for_each_person_there(db, cast):
    meeting = full.called(db, cast)
    full.begin(db, cast, meeting)
    for who in (cast.sanne, cast.mette):
        assert len(statements_of(db, summary_page, who, meeting_id=meeting.id)) == 5

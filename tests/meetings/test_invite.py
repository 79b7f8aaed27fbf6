"""Inviting more people."""

import pytest

from herning_pwa.errors import Invalid, NotAllowed, NotFound
from herning_pwa.meetings.commands import cancel_meeting, invite_to_meeting
from herning_pwa.meetings.models import MeetingClosed
from herning_pwa.meetings.queries import meeting_page
from tests.meetings.acts import end_membership, ids


def invites(db, person, meeting, *people):
    invite_to_meeting(db, person, meeting_id=meeting.id, people=ids(*people))


def test_sanne_may_invite_more_and_they_see_it(db, cast, meeting):
    invites(db, cast.sanne, meeting, cast.freja, cast.jens)
    assert meeting_page(db, cast.jens, meeting_id=meeting.id).can_answer
    assert meeting.attendance_of(cast.freja).invited_by_id == cast.sanne.id
    assert meeting.sequence == 0


def test_sanne_as_responsible_may_invite_herself_to_the_one_mette_called(db, cast, plan):
    meeting = plan(cast.mette, people=ids(cast.inger))
    invites(db, cast.sanne, meeting, cast.sanne)
    assert meeting_page(db, cast.sanne, meeting_id=meeting.id).can_answer


def test_the_form_offers_those_who_are_not_invited_yet(db, cast, meeting):
    view = meeting_page(db, cast.sanne, meeting_id=meeting.id)
    assert [p.label for p in view.arrange.to_invite] == ["Karl", "Freja", "Jens", "Peter"]
    assert meeting_page(db, cast.mette, meeting_id=meeting.id).arrange.to_invite == []


def test_inger_may_not_invite(db, cast, meeting):
    with pytest.raises(NotAllowed):
        invites(db, cast.inger, meeting, cast.jens)


def test_peter_cannot_even_find_it(db, cast, meeting):
    with pytest.raises(NotFound):
        invites(db, cast.peter, meeting, cast.peter)


def test_inviting_twice_is_inviting_once(db, cast, meeting):
    invites(db, cast.sanne, meeting, cast.jens)
    invites(db, cast.sanne, meeting, cast.jens)
    assert len(meeting.attendances) == 5


def test_nobody_chosen_is_said(db, cast, meeting):
    with pytest.raises(Invalid) as refused:
        invites(db, cast.sanne, meeting)
    assert list(refused.value.fields) == ["people"]


def test_people_outside_the_circle_cannot_be_invited(db, cast, meeting):
    for outsider in (cast.frede, cast.fatima, cast.birgit):
        with pytest.raises(Invalid):
            invites(db, cast.sanne, meeting, outsider)


def test_jens_who_has_left_cannot_be_invited(db, cast, meeting):
    end_membership(db, cast.jens)
    with pytest.raises(Invalid):
        invites(db, cast.sanne, meeting, cast.jens)


def test_nobody_is_invited_to_a_cancelled_meeting(db, cast, meeting):
    cancel_meeting(db, cast.sanne, meeting_id=meeting.id, sequence=0, reason="Sne")
    with pytest.raises(MeetingClosed):
        invites(db, cast.sanne, meeting, cast.jens)

"""Calling a meeting."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from herning_pwa.activity.models import Activity
from herning_pwa.errors import Invalid, NotAllowed, NotFound
from herning_pwa.meetings.models import Answer, Kind, Meeting
from herning_pwa.meetings.queries import meeting_page, planning_page
from tests.meetings.acts import end_membership, ids


def test_sanne_may_call_a_meeting(db, cast, plan):
    meeting = plan()
    assert meeting.kind is Kind.NETWORK
    assert meeting.starts_at == datetime(2026, 11, 24, 13, 5, tzinfo=UTC)
    assert meeting.ends_at == datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
    assert {a.person_id for a in meeting.attendances} == {
        p.id for p in (cast.sanne, cast.mette, cast.anders, cast.inger)
    }
    assert db.query(Activity).filter_by(action="meeting.planned", object_id=meeting.id).one()


def test_mette_may_call_a_meeting_as_a_custody_parent(cast, plan):
    meeting = plan(cast.mette, people=ids(cast.sanne))
    assert meeting.organiser_id == cast.mette.id


def test_peter_may_call_a_meeting_as_a_professional(cast, plan):
    assert plan(cast.peter, people=ids(cast.mette)).organiser_id == cast.peter.id


@pytest.mark.parametrize("name", ["karl", "freja", "inger", "jens"])
def test_others_in_the_circle_may_not_call_one(cast, plan, name):
    with pytest.raises(NotAllowed):
        plan(getattr(cast, name), people=ids(cast.sanne))


@pytest.mark.parametrize("name", ["frede", "fatima", "birgit", "otto"])
def test_people_outside_cannot_even_find_the_circle(cast, plan, name):
    with pytest.raises(NotFound):
        plan(getattr(cast, name), people=ids(cast.mette))


def test_mette_who_has_left_cannot_find_the_circle(db, cast, plan):
    end_membership(db, cast.mette)
    with pytest.raises(NotFound):
        plan(cast.mette, people=ids(cast.sanne))


def test_whoever_calls_the_meeting_is_invited_and_comes(cast, plan):
    own = plan(cast.mette, people=ids(cast.sanne)).attendance_of(cast.mette)
    assert own.answer is Answer.COMING
    assert len(own.answers) == 1


def test_two_taps_give_one_meeting(db, cast, plan):
    key = str(uuid4())
    first, second = plan(form_key=key), plan(form_key=key)
    assert first is second
    assert db.query(Meeting).count() == 1
    assert db.query(Activity).filter_by(action="meeting.planned").count() == 1


def test_the_same_key_from_somebody_else_is_another_meeting(cast, plan):
    key = str(uuid4())
    assert plan(form_key=key) is not plan(cast.peter, form_key=key)


def test_a_key_that_is_no_key_is_not_found(plan):
    with pytest.raises(NotFound):
        plan(form_key="two taps")


def test_each_line_is_a_point_on_the_agenda(db, cast, plan):
    meeting = plan(points="Skolen\n\n  Fritid om   torsdagen \nSkolen\n")
    points = meeting_page(db, cast.mette, meeting_id=meeting.id).agenda
    assert [(p.text, p.by) for p in points] == [
        ("Skolen", "Sanne"),
        ("Fritid om torsdagen", "Sanne"),
    ]


@pytest.mark.parametrize(
    ("wrong", "field", "says"),
    [
        ({"kind": ""}, "kind", "Vælg, hvad det er for et møde."),
        ({"kind": "party"}, "kind", "Vælg, hvad det er for et møde."),
        ({"day": ""}, "day", "Vælg, hvilken dag mødet er."),
        ({"day": "i morgen"}, "day", ""),
        ({"day": "2026-11-19"}, "day", ""),
        ({"day": "2099-01-01"}, "day", ""),
        ({"day": ["2026-11-24"]}, "day", "Vælg, hvilken dag mødet er."),
        ({"start": ""}, "start", "Vælg, hvornår mødet starter."),
        ({"start": "25:00"}, "start", ""),
        ({"end": ""}, "end", "Vælg, hvornår mødet slutter."),
        ({"end": "14:05"}, "end", "Mødet skal slutte, efter at det er startet."),
        ({"end": "13:00"}, "end", "Mødet skal slutte, efter at det er startet."),
        ({"start": "06:00", "end": "18:01"}, "end", "Et møde varer højst 12 timer."),
        ({"place": "x" * 201}, "place", ""),
        ({"link": "http://video.example/1"}, "link", "Linket skal begynde med https://"),
        ({"link": "javascript:alert(1)"}, "link", "Linket skal begynde med https://"),
        ({"link": "https://"}, "link", "Linket skal begynde med https://"),
        ({"link": "https://a@video.example/"}, "link", "Linket skal begynde med https://"),
        ({"link": "https://[video"}, "link", "Linket skal begynde med https://"),
        ({"link": 'https://video.example/"><script>'}, "link", "Linket skal begynde"),
        ({"people": []}, "people", "Vælg mindst én, der skal med."),
        ({"people": "everybody"}, "people", "Vælg mindst én, der skal med."),
        ({"people": [{"id": 1}]}, "people", "En af dem, du valgte"),
        ({"points": "x" * 201}, "points", "Hver linje må højst have 200 tegn."),
        ({"points": "\n".join(map(str, range(41)))}, "points", "Skriv højst 40 linjer."),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(plan, wrong, field, says):
    with pytest.raises(Invalid) as refused:
        plan(**wrong)
    assert refused.value.fields[field].startswith(says)


def test_every_field_gets_its_sentence_at_once(plan):
    with pytest.raises(Invalid) as refused:
        plan(kind="", day="", start="", end="", people=[])
    assert list(refused.value.fields) == ["kind", "day", "start", "end", "people"]


def test_earlier_today_has_passed(plan):
    with pytest.raises(Invalid) as refused:
        plan(day="2026-11-20", start="08:59", end="10:00")
    assert refused.value.fields == {"start": "Det tidspunkt er gået. Vælg et senere."}


def test_later_today_is_fine(plan):
    assert plan(day="2026-11-20", start="09.30", end="10").place == "Skolen, lokale 3"


def test_only_oneself_is_nobody_to_invite(cast, plan):
    with pytest.raises(Invalid) as refused:
        plan(people=ids(cast.sanne))
    assert list(refused.value.fields) == ["people"]


def test_a_person_from_another_circle_cannot_be_invited(cast, plan):
    with pytest.raises(Invalid) as refused:
        plan(people=ids(cast.mette, cast.fatima))
    assert refused.value.fields["people"].startswith("En af dem, du valgte")


def test_jens_who_has_left_cannot_be_invited(db, cast, plan):
    end_membership(db, cast.jens)
    with pytest.raises(Invalid):
        plan(people=ids(cast.mette, cast.jens))


def test_strange_letters_are_kept_as_they_are(db, cast, plan):
    meeting = plan(place="Café 🎈 مدرسة", points="<script>alert(1)</script>\ud800 Æbler")
    view = meeting_page(db, cast.inger, meeting_id=meeting.id)
    assert view.place == "Café 🎈 مدرسة"
    assert view.agenda[0].text == "<script>alert(1)</script> Æbler"


def test_the_form_names_the_others_and_who_else_sees_the_meeting(db, cast):
    view = planning_page(db, cast.mette, circle_id=cast.circle.id)
    assert [p.label for p in view.people] == [
        "Anders",
        "Karl",
        "Freja",
        "Inger",
        "Jens",
        "Sanne",
        "Peter",
    ]
    assert all(p.note for p in view.people)
    assert "Sanne" in view.also_sees


def test_inger_does_not_get_the_form(db, cast):
    with pytest.raises(NotAllowed):
        planning_page(db, cast.inger, circle_id=cast.circle.id)


def test_frede_does_not_find_the_form(db, cast):
    with pytest.raises(NotFound):
        planning_page(db, cast.frede, circle_id=cast.circle.id)

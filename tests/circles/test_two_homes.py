"""Two homes: nothing about one parent reaches the other unless that parent shares it."""

from __future__ import annotations

from dataclasses import asdict
from uuid import uuid4

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa import routes
from herning_pwa.circles.commands.protection import lift_protection, protect_address
from herning_pwa.circles.models import Membership
from herning_pwa.circles.queries import circle_page, person_page
from herning_pwa.commitments.commands import ask_for_help
from herning_pwa.errors import NotAllowed, NotFound
from herning_pwa.goals.commands import agree_to_goal, decline_goal, share_with_parent
from herning_pwa.goals.queries.goal import goal_page
from herning_pwa.goals.queries.goals import goal_list
from herning_pwa.home.queries import today_page
from herning_pwa.meetings.commands import answer_meeting, cancel_meeting, change_meeting
from herning_pwa.meetings.commands import plan_meeting as plan
from herning_pwa.meetings.models import Meeting
from herning_pwa.meetings.queries import meeting_list, meeting_page, meetings_ahead, planning_page
from herning_pwa.notifications.models import Mail
from herning_pwa.people.models import Person
from herning_pwa.privacy.queries import as_json
from herning_pwa.progress.commands import record_progress
from tests.cast import Cast
from tests.goals.making import agreed, in_force, proposed, soon, waiting

ADDRESS = "Solsortevej 7"
WARNING = "Mette har beskyttet adresse. Skriv ikke adressen her."


def place(db: Session, person: Person) -> Membership:
    return db.scalars(select(Membership).where(Membership.person_id == person.id)).one()


def meeting(
    db: Session, cast: Cast, by: Person, *people: Person, kind: str = "home_visit", hour: int = 10
) -> Meeting:
    return plan(
        db,
        by,
        circle_id=cast.circle.id,
        form_key=uuid4(),
        kind=kind,
        day=soon(4),
        start=f"{hour}:00",
        end=f"{hour + 1}:00",
        place=ADDRESS,
        people=[str(person.id) for person in people],
    )


def all_that(db: Session, reader: Person, cast: Cast) -> str:
    """Everything the lists of the circle tell this person."""
    circle = {"circle_id": cast.circle.id}
    db.expire_all()
    seen = [
        today_page(db, reader, **circle),
        meeting_list(db, reader, **circle),
        goal_list(db, reader, **circle),
        circle_page(db, reader, **circle),
        *meetings_ahead(db, reader),
    ]
    return "\n".join(str(asdict(view)) for view in seen)


def messages_to(db: Session, person: Person) -> list[Mail]:
    return list(db.scalars(select(Mail).where(Mail.to_person_id == person.id)))


# The protected address.


@pytest.mark.parametrize("name", ["mette", "sanne"])
def test_mette_and_sanne_can_protect_mettes_address(db: Session, cast: Cast, name: str) -> None:
    mine = place(db, cast.mette)
    protect_address(db, getattr(cast, name), membership_id=mine.id)
    assert mine.has_protected_address
    lift_protection(db, getattr(cast, name), membership_id=mine.id)
    assert not mine.has_protected_address


@pytest.mark.parametrize("name", ["anders", "freja", "inger", "peter"])
def test_nobody_else_can_lift_it(db: Session, cast: Cast, name: str) -> None:
    protect_address(db, cast.mette, membership_id=place(db, cast.mette).id)
    with pytest.raises(NotAllowed):
        lift_protection(db, getattr(cast, name), membership_id=place(db, cast.mette).id)


def test_mette_hears_at_once_that_sanne_has_lifted_it_and_can_protect_it_again(
    db: Session, cast: Cast
) -> None:
    hers = place(db, cast.mette)
    protect_address(db, cast.mette, membership_id=hers.id)
    lift_protection(db, cast.mette, membership_id=hers.id)
    assert messages_to(db, cast.mette) == []
    assert person_page(db, cast.mette, membership_id=hers.id).protection.lifted == ""
    protect_address(db, cast.mette, membership_id=hers.id)
    lift_protection(db, cast.sanne, membership_id=hers.id)
    [told] = messages_to(db, cast.mette)
    assert told.opens == routes.person(hers.id)
    assert "adresse" not in told.text
    said = person_page(db, cast.mette, membership_id=hers.id).protection
    assert said.lifted.startswith("Sanne skrev ")
    assert person_page(db, cast.sanne, membership_id=hers.id).protection.lifted == ""
    protect_address(db, cast.mette, membership_id=hers.id)
    assert person_page(db, cast.mette, membership_id=hers.id).protection.lifted == ""


@pytest.mark.parametrize("name", ["karl", "fatima", "frede", "otto"])
def test_others_cannot_even_find_her(db: Session, cast: Cast, name: str) -> None:
    with pytest.raises(NotFound):
        protect_address(db, getattr(cast, name), membership_id=place(db, cast.mette).id)


@pytest.mark.parametrize("name", ["anders", "freja", "inger"])
def test_other_members_see_no_difference(db: Session, cast: Cast, name: str) -> None:
    reader, hers = getattr(cast, name), place(db, cast.mette)
    before = person_page(db, reader, membership_id=hers.id), all_that(db, reader, cast)
    protect_address(db, cast.sanne, membership_id=hers.id)
    assert (person_page(db, reader, membership_id=hers.id), all_that(db, reader, cast)) == before


def test_professionals_are_warned_before_they_write_it(db: Session, cast: Cast) -> None:
    protect_address(db, cast.mette, membership_id=place(db, cast.mette).id)
    for planner, told in ((cast.sanne, [WARNING]), (cast.peter, [WARNING]), (cast.anders, [])):
        assert planning_page(db, planner, circle_id=cast.circle.id).warnings == told
    visit = meeting(db, cast, cast.sanne, cast.mette)
    assert meeting_page(db, cast.sanne, meeting_id=visit.id).arrange.place_warnings == [WARNING]


# Where a home visit is.


def where(db: Session, reader: Person, visit: Meeting) -> str:
    db.expire_all()
    return meeting_page(db, reader, meeting_id=visit.id).place


def test_a_visit_at_mettes_alone_tells_her_where(db: Session, cast: Cast) -> None:
    visit = meeting(db, cast, cast.sanne, cast.mette)
    assert where(db, cast.mette, visit) == where(db, cast.sanne, visit) == ADDRESS


def test_with_both_parents_neither_is_told(db: Session, cast: Cast) -> None:
    visit = meeting(db, cast, cast.sanne, cast.mette, cast.anders, cast.inger)
    for reader in (cast.mette, cast.anders, cast.inger):
        assert where(db, reader, visit) == "Sanne fortæller dig, hvor det er."
    assert where(db, cast.sanne, visit) == ADDRESS


def test_whom_a_protected_parent_brought_is_told(db: Session, cast: Cast) -> None:
    protect_address(db, cast.mette, membership_id=place(db, cast.mette).id)
    place(db, cast.inger).invited_by_id = cast.mette.id
    visit = meeting(db, cast, cast.sanne, cast.mette, cast.inger, cast.jens)
    assert where(db, cast.mette, visit) == where(db, cast.inger, visit) == ADDRESS
    for reader in (cast.anders, cast.jens):
        assert ADDRESS not in all_that(db, reader, cast)
    assert where(db, cast.jens, visit) != ADDRESS


def test_other_meetings_change_nothing_about_where_this_visit_is(db: Session, cast: Cast) -> None:
    protect_address(db, cast.mette, membership_id=place(db, cast.mette).id)
    place(db, cast.inger).invited_by_id = cast.mette.id
    hers = meeting(db, cast, cast.sanne, cast.mette, cast.inger)
    both = meeting(db, cast, cast.sanne, cast.mette, cast.anders, cast.inger, hour=12)
    assert where(db, cast.inger, hers) == ADDRESS
    assert where(db, cast.inger, both) != ADDRESS


@pytest.mark.parametrize("name", ["mette", "inger", "jens"])
def test_nobody_reads_the_other_home_by_protecting_their_own(
    db: Session, cast: Cast, name: str
) -> None:
    """It is at Anders's, and anybody can say that their own address is protected."""
    for brought in ("inger", "jens"):
        place(db, getattr(cast, brought)).invited_by_id = cast.mette.id
    visit = meeting(db, cast, cast.sanne, cast.mette, cast.anders, cast.inger, cast.jens)
    reader = getattr(cast, name)
    for protected in {cast.mette, reader}:
        protect_address(db, protected, membership_id=place(db, protected).id)
    assert where(db, reader, visit) != ADDRESS
    assert ADDRESS not in all_that(db, reader, cast)


def test_a_parent_who_has_left_is_still_another_home(db: Session, cast: Cast) -> None:
    visit = meeting(db, cast, cast.sanne, cast.mette, cast.anders)
    place(db, cast.mette).end(cast.mette)
    db.flush()
    assert where(db, cast.anders, visit) != ADDRESS


def test_another_kind_of_meeting_tells_everybody(db: Session, cast: Cast) -> None:
    network = meeting(db, cast, cast.sanne, cast.mette, cast.anders, kind="network")
    assert where(db, cast.mette, network) == where(db, cast.anders, network) == ADDRESS


def test_who_wrote_the_place_sees_it_until_another_writes_it_anew(db: Session, cast: Cast) -> None:
    visit = meeting(db, cast, cast.anders, cast.mette)
    assert where(db, cast.anders, visit) == ADDRESS
    moved = {"day": soon(4), "start": "10:00", "end": "11:00", "link": ""}
    change_meeting(
        db, cast.sanne, meeting_id=visit.id, sequence="0", **moved, place="Lærkevej 2", reason=""
    )
    assert where(db, cast.anders, visit) != "Lærkevej 2"
    told = meeting_page(db, cast.anders, meeting_id=visit.id)
    assert "Lærkevej" not in str(asdict(told))
    assert "Sanne har ændret, hvor mødet er." in [line.sentence for line in told.story]
    later = {**moved, "day": soon(5)}
    change_meeting(db, cast.anders, meeting_id=visit.id, sequence="1", **later, place="", reason="")
    assert where(db, cast.sanne, visit) == "Lærkevej 2"  # moved by Anders, the place kept


def test_a_new_link_does_not_make_anders_the_one_who_wrote_the_place(
    db: Session, cast: Cast
) -> None:
    visit = plan(
        db,
        cast.anders,
        circle_id=cast.circle.id,
        form_key=uuid4(),
        kind="home_visit",
        day=soon(4),
        start="10:00",
        end="11:00",
        people=[str(cast.mette.id)],
    )
    now = {"meeting_id": visit.id, "day": soon(4), "start": "10:00", "end": "11:00"}
    change_meeting(db, cast.sanne, **now, sequence="0", place=ADDRESS, link="")
    change_meeting(
        db, cast.anders, **now, sequence="1", place="", link="https://video.example/emil"
    )
    assert where(db, cast.sanne, visit) == ADDRESS
    assert ADDRESS not in str(asdict(meeting_page(db, cast.anders, meeting_id=visit.id)))
    assert ADDRESS not in as_json(db, cast.anders)
    assert "https://video.example/emil" in as_json(db, cast.anders)
    assert ADDRESS in as_json(db, cast.sanne)


# Separate meetings.


def test_a_meeting_with_mette_leaves_no_trace_with_anders(db: Session, cast: Cast) -> None:
    both = meeting(db, cast, cast.sanne, cast.mette, cast.anders, kind="network")
    before = all_that(db, cast.anders, cast), meeting_page(db, cast.anders, meeting_id=both.id)
    alone = meeting(db, cast, cast.sanne, cast.mette, kind="talk")
    answer_meeting(db, cast.mette, meeting_id=alone.id, sequence=0, answer="coming")
    cancel_meeting(db, cast.sanne, meeting_id=alone.id, sequence="0", reason="Sygdom")
    now = all_that(db, cast.anders, cast), meeting_page(db, cast.anders, meeting_id=both.id)
    assert now == before
    with pytest.raises(NotFound):
        meeting_page(db, cast.anders, meeting_id=alone.id)


@pytest.mark.parametrize("answer", ["coming", "not_coming", "video", "another_time"])
def test_what_mette_answers_changes_nothing_for_anders(
    db: Session, cast: Cast, answer: str
) -> None:
    both = meeting(db, cast, cast.sanne, cast.mette, cast.anders, kind="network")
    before = all_that(db, cast.anders, cast), meeting_page(db, cast.anders, meeting_id=both.id)
    answer_meeting(db, cast.mette, meeting_id=both.id, sequence=0, answer=answer, words="Ja")
    now = all_that(db, cast.anders, cast), meeting_page(db, cast.anders, meeting_id=both.id)
    assert now == before


# Joint custody, and the parent without it.


def test_either_parent_may_go_first_and_the_other_is_asked(db: Session, cast: Cast) -> None:
    for first, second in ((cast.mette, cast.anders), (cast.anders, cast.mette)):
        goal = proposed(db, cast, cast.sanne, title=f"{first.first_name} først")
        agree_to_goal(db, first, goal_id=goal.id, wording_id=waiting(goal))
        assert goal.is_in_force
        assert f"{second.first_name} mangler at svare" in (
            goal_page(db, cast.sanne, goal_id=goal.id).standing
        )
        agree_to_goal(db, second, goal_id=goal.id, wording_id=in_force(goal))


def test_karl_reads_a_shared_goal_without_the_people_around_it(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast)
    decline_goal(
        db,
        cast.anders,
        goal_id=goal.id,
        wording_id=in_force(goal),
        reason="Det går ikke",
        seen_agreed=True,
    )
    for writer in (cast.mette, cast.inger, cast.sanne):
        record_progress(
            db,
            writer,
            goal_id=goal.id,
            client_key=uuid4(),
            rating="4",
            note=f"{writer.first_name} skrev",
        )
    share_with_parent(
        db, cast.sanne, goal_id=goal.id, person_id=cast.karl.id, reason="Han har bedt om det"
    )
    db.expire_all()
    page = goal_page(db, cast.karl, goal_id=goal.id)
    read = str(asdict(page)) + all_that(db, cast.karl, cast)
    for hidden in ("Mette", "Anders", "Inger", "Det går ikke", "Han har bedt om det"):
        assert hidden not in read
    assert page.standing.startswith("En forælder og Sanne blev enige")
    assert {voice.name for voice in page.voices.voices} == {
        "en forælder",
        "en fra netværket",
        "Sanne",
    }
    assert "Sanne skrev" in read


def test_mails_go_to_one_address_and_name_nobody_else(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.mette)
    agree_to_goal(db, cast.sanne, goal_id=goal.id, wording_id=waiting(goal))
    meeting(db, cast, cast.sanne, cast.mette, cast.anders, kind="network")
    ask_for_help(
        db,
        cast.mette,
        circle_id=cast.circle.id,
        form_key=uuid4(),
        what="Hente Emil",
        on_day=soon(4),
    )
    mails = db.scalars(select(Mail)).all()
    assert {cast.anders.email, cast.inger.email} <= {mail.address for mail in mails}
    for mail in mails:
        assert "," not in mail.address
        others = [p.first_name for p in cast.people.values() if p.email != mail.address]
        assert not [name for name in others if name in mail.subject + mail.body]

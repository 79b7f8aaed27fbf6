"""A child's own sign-in: from thirteen, given and ended by Sanne, at the child's own address."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
import time_machine
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from herning_pwa.activity.models import Activity
from herning_pwa.circles import policy
from herning_pwa.circles.commands import (
    LinkRefused,
    accept_invitation,
    invite,
    resend_invitation,
    revoke_invitation,
    show_link,
)
from herning_pwa.circles.commands.young import end_access, give_access
from herning_pwa.circles.models import (
    RELATIONS_OF,
    Invitation,
    LinkProblem,
    Membership,
    Relation,
    Role,
)
from herning_pwa.circles.queries import circle_page, invitation_page
from herning_pwa.circles.queries.child import ChildView, child_page
from herning_pwa.errors import Conflict, Invalid, NotAllowed, NotFound
from herning_pwa.goals.commands import record_child_view
from herning_pwa.goals.policy import may_record_view
from herning_pwa.i18n import COPENHAGEN
from herning_pwa.notifications.models import Mail
from herning_pwa.people.freshness import is_sensitive
from herning_pwa.people.models import Method, Person
from herning_pwa.people.sessions import begin_session, pages_to_close
from tests.agreed import proposed_goal
from tests.cast import Cast
from tests.circles.conftest import PASSWORD, secret_of

OWN = "emil@ungdom.example"
THIRTEEN_TODAY = date(2013, 11, 20)


@pytest.fixture
def emil(db: Session, cast: Cast) -> Cast:
    """Emil turns thirteen today and has no sign-in."""
    cast.emil.birth_date = THIRTEEN_TODAY
    db.flush()
    return cast


def given(db: Session, cast: Cast, by: Person | None = None, email: object = OWN) -> Invitation:
    return give_access(db, by or cast.sanne, child_id=cast.emil.id, email=email)


def signed_up(db: Session, cast: Cast) -> Person:
    link = given(db, cast)
    person = accept_invitation(
        db, secret_of(db, link), signed_in=None, first_name="Emil", password=PASSWORD
    )
    db.expire(cast.circle)  # as a new transaction would read it
    return person


def page_of(db: Session, cast: Cast, name: str) -> ChildView:
    return child_page(db, cast.people[name], child_id=cast.emil.id)


def test_emil_gets_his_own_sign_in_on_his_birthday(db: Session, emil: Cast) -> None:
    person = signed_up(db, emil)
    place = person.membership_in(emil.circle.id)
    assert place is not None
    assert (place.role, place.relation) == (Role.YOUNG_PERSON, Relation.CHILD)
    assert emil.emil.person_id == person.id
    assert page_of(db, emil, "mette").access.startswith("Emil har haft sin egen adgang siden")


def test_the_day_before_is_too_early_and_says_when(db: Session, emil: Cast) -> None:
    with time_machine.travel(datetime(2026, 11, 19, 23, 50, tzinfo=COPENHAGEN)):
        with pytest.raises(NotAllowed, match="13 år"):
            given(db, emil)
        view = page_of(db, emil, "sanne")
    assert not view.can_give
    assert "den 20. november" in view.access
    assert db.scalar(select(func.count()).select_from(Invitation)) == 0


def test_a_child_not_born_yet_gets_a_kind_sentence(db: Session, emil: Cast) -> None:
    emil.emil.birth_date = None
    db.flush()
    with pytest.raises(NotAllowed, match="ikke født endnu"):
        given(db, emil)


@pytest.mark.parametrize("name", ["mette", "anders", "peter"])
def test_nobody_but_the_responsible_gives_it(db: Session, emil: Cast, name: str) -> None:
    with pytest.raises(NotAllowed):
        given(db, emil, emil.people[name])
    assert not page_of(db, emil, name).can_give


@pytest.mark.parametrize("name", ["freja", "inger", "karl", "frede", "fatima", "birgit", "otto"])
def test_to_others_the_childs_page_is_not_there(db: Session, emil: Cast, name: str) -> None:
    with pytest.raises(NotFound):
        page_of(db, emil, name)
    with pytest.raises(NotFound):
        given(db, emil, emil.people[name])


def test_a_young_person_never_comes_in_by_a_general_invitation(db: Session, emil: Cast) -> None:
    assert Role.YOUNG_PERSON not in RELATIONS_OF
    for actor in (emil.mette, emil.sanne):
        assert not policy.may_invite(actor, emil.circle.id, Role.YOUNG_PERSON)
        with pytest.raises(Invalid):
            invite(
                db,
                actor,
                circle_id=emil.circle.id,
                place="young_person:child",
                name="Emil",
                email=OWN,
            )


@pytest.mark.parametrize("whose", ["mette", "anders", "inger", "freja", "sanne", "fatima", "otto"])
def test_a_grown_ups_or_a_siblings_address_is_refused(db: Session, emil: Cast, whose: str) -> None:
    with pytest.raises(Invalid) as refusal:
        given(db, emil, email=f" {emil.people[whose].email.upper()} ")
    assert "email" in refusal.value.fields


@pytest.mark.parametrize("odd", ["", "emil", None, [], {"a": 1}, 7, "a@b", "x" * 300])
def test_an_odd_address_is_refused(db: Session, emil: Cast, odd: object) -> None:
    with pytest.raises(Invalid):
        given(db, emil, email=odd)


def test_it_is_a_sensitive_act() -> None:
    assert is_sensitive(give_access)
    assert is_sensitive(end_access)


def test_the_parents_are_told_without_a_word_of_it(db: Session, emil: Cast) -> None:
    given(db, emil)
    for parent in (emil.mette, emil.anders):
        [mail] = db.scalars(select(Mail).where(Mail.to_person_id == parent.id))
        assert "Emil" not in mail.subject + mail.body
    assert "Sanne har inviteret Emil" in page_of(db, emil, "mette").access
    assert not page_of(db, emil, "mette").can_revoke
    [row] = circle_page(db, emil.mette, circle_id=emil.circle.id).invitations
    assert not row.can_confirm
    assert not row.can_revoke
    assert OWN not in repr(row)


def test_the_link_goes_to_emils_address_and_to_nobody_elses_hands(db: Session, emil: Cast) -> None:
    link = given(db, emil)
    assert link.mail_id is not None
    assert db.get_one(Mail, link.mail_id).to_address == OWN
    with pytest.raises(NotAllowed):
        show_link(db, emil.sanne, invitation_id=link.id)
    [row] = circle_page(db, emil.sanne, circle_id=emil.circle.id).invitations
    assert row.show_href == ""


def test_the_invitation_speaks_to_emil(db: Session, emil: Cast) -> None:
    view = invitation_page(db, None, secret=secret_of(db, given(db, emil)))
    assert view.sentence.startswith("Sanne giver dig, Emil, din egen adgang")
    assert "kun din rådgiver" in view.read_by


def test_once_more_is_refused_while_one_is_on_its_way(db: Session, emil: Cast) -> None:
    link = given(db, emil)
    for email in (OWN, "en-anden@ungdom.example"):
        with pytest.raises(Conflict):
            given(db, emil, email=email)
    resend_invitation(db, emil.sanne, invitation_id=link.id)
    revoke_invitation(db, emil.sanne, invitation_id=link.id)
    assert page_of(db, emil, "sanne").can_give
    assert given(db, emil).id != link.id


def test_a_link_from_somebody_no_longer_responsible_opens_nothing(db: Session, emil: Cast) -> None:
    link = given(db, emil)
    place = emil.circle.responsible
    assert place is not None
    place.is_responsible = False
    db.flush()
    with pytest.raises(LinkRefused) as refused:
        accept_invitation(
            db, secret_of(db, link), signed_in=None, first_name="Emil", password=PASSWORD
        )
    assert refused.value.problem is LinkProblem.REVOKED
    with pytest.raises(NotAllowed):
        resend_invitation(db, emil.sanne, invitation_id=link.id)


def test_ending_it_works_at_once_and_keeps_whose_words_they_were(db: Session, emil: Cast) -> None:
    person = signed_up(db, emil)
    begin_session(db, person, method=Method.PASSWORD)
    pages_to_close(db).clear()
    end_access(db, emil.sanne, child_id=emil.emil.id)
    assert person.membership_in(emil.circle.id) is None
    assert len(pages_to_close(db)) == 1
    assert emil.emil.person_id == person.id
    assert "Emil havde sin egen adgang indtil den" in page_of(db, emil, "mette").access
    actions = set(db.scalars(select(Activity.action).where(Activity.circle_id == emil.circle.id)))
    assert {"access.given", "access.ended"} <= actions


@pytest.mark.parametrize("name", ["mette", "anders", "peter"])
def test_nobody_else_ends_it(db: Session, emil: Cast, name: str) -> None:
    signed_up(db, emil)
    with pytest.raises(NotAllowed):
        end_access(db, emil.people[name], child_id=emil.emil.id)


def test_nothing_to_end_and_nothing_to_give_twice(db: Session, emil: Cast) -> None:
    with pytest.raises(Conflict):
        end_access(db, emil.sanne, child_id=emil.emil.id)
    signed_up(db, emil)
    with pytest.raises(Conflict):
        given(db, emil, email="en-ny@ungdom.example")


def test_afterwards_a_grown_up_writes_what_emil_says_again(db: Session, emil: Cast) -> None:
    goal = proposed_goal(db, emil.circle, emil.mette)
    signed_up(db, emil)
    assert not may_record_view(emil.mette, goal, emil.emil)
    end_access(db, emil.sanne, child_id=emil.emil.id)
    record_child_view(
        db,
        emil.mette,
        goal_id=goal.id,
        wording_id=goal.latest_wording.id,
        child_id=emil.emil.id,
        kind="agrees",
    )


def test_emil_comes_back_to_his_own_place(db: Session, emil: Cast) -> None:
    person = signed_up(db, emil)
    end_access(db, emil.sanne, child_id=emil.emil.id)
    again = given(db, emil)
    assert accept_invitation(db, secret_of(db, again), signed_in=person) is person
    places = db.scalars(select(Membership).where(Membership.person_id == person.id)).all()
    assert [place.is_active for place in sorted(places, key=lambda p: p.id)] == [False, True]


def test_thirteen_on_the_first_of_march_for_somebody_born_on_a_leap_day(
    db: Session, emil: Cast
) -> None:
    emil.emil.birth_date = date(2012, 2, 29)
    db.flush()
    with time_machine.travel(datetime(2025, 2, 28, 12, tzinfo=COPENHAGEN)):
        assert "den 1. marts" in page_of(db, emil, "sanne").access
    with time_machine.travel(datetime(2025, 3, 1, 0, 5, tzinfo=COPENHAGEN)):
        assert page_of(db, emil, "sanne").can_give


def test_an_invitation_that_ran_out_gives_way(db: Session, emil: Cast) -> None:
    link = given(db, emil)
    link.expires_at = link.created_at - timedelta(days=1)
    db.flush()
    assert page_of(db, emil, "sanne").can_give
    given(db, emil)

"""Other times for a meeting: what is asked of one person, and what whoever chooses may know."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from herning_pwa.i18n import _, local, names, ngettext
from herning_pwa.meetings import policy
from herning_pwa.meetings.days import day_note
from herning_pwa.meetings.models import (
    OFFERS_LIMIT,
    Answer,
    Attendance,
    Meeting,
    TimeOffer,
)
from herning_pwa.meetings.queries.marks import best_time, marks_known_to
from herning_pwa.meetings.words import machine_time, when, when_parts
from herning_pwa.people.models import Person
from herning_pwa.ui.values import Option


@dataclass(frozen=True)
class OfferedTime:
    """One time, as whoever chooses among them sees it."""

    offer_id: str = ""
    day: str = ""  # torsdag den 26. november
    clock: str = ""  # kl. 10.00–11.00
    week: str = ""  # uge 48
    starts: str = ""  # for <time datetime>
    note: str = ""  # a holiday
    suits: str = ""  # Passer Sanne og Inger.
    does_not: str = ""
    missing: str = ""
    is_best: bool = False
    choose_label: str = ""  # for those who listen: which time
    withdraw_label: str = ""


@dataclass(frozen=True)
class TimesView:
    """``choices`` is the question to an invited person, ``offered`` what one chooses among."""

    choices: list[Option] = field(default_factory=list)
    shown: str = ""  # the ids of the choices: they go back with the answer
    awaits_marks: bool = False
    marked_line: str = ""
    offered: list[OfferedTime] = field(default_factory=list)
    best_because: str = ""
    hidden: str = ""  # that the other parent's marks are not among those shown
    asked_for: str = ""  # who has asked for another time
    can_offer: bool = False
    is_full: bool = False


def times(actor: Person, meeting: Meeting) -> TimesView:
    """Empty for somebody who is neither asked nor the one to choose."""
    if policy.may_arrange(actor, meeting):
        return replace(_asked(actor, meeting), **_to_choose_among(actor, meeting))
    return _asked(actor, meeting)


def _asked(actor: Person, meeting: Meeting) -> TimesView:
    own, offers = meeting.attendance_of(actor), meeting.open_offers
    if own is None or not policy.may_answer(actor, meeting):
        return TimesView()
    return TimesView(
        choices=[_choice(offer, own) for offer in offers],
        shown=" ".join(str(offer.id) for offer in offers),
        awaits_marks=any(offer.suits(own) is None for offer in offers),
        marked_line=_marked_line(offers, own),
    )


def _to_choose_among(actor: Person, meeting: Meeting) -> dict[str, Any]:
    offers, known, unseen = meeting.open_offers, *marks_known_to(actor, meeting)
    best = best_time(actor, meeting, known)
    return {
        "offered": [_offered(actor, offer, known, best) for offer in offers],
        "best_because": _because(is_all=not unseen) if best else "",
        "hidden": _hidden(meeting, unseen) if offers else "",
        "asked_for": "" if offers else _asked_for(actor, meeting),
        "can_offer": True,
        "is_full": len(offers) >= OFFERS_LIMIT,
    }


def _choice(offer: TimeOffer, own: Attendance) -> Option:
    day = local(offer.starts_at).date()
    return Option(
        value=str(offer.id),
        label=when(offer.starts_at, offer.ends_at),
        note=day_note(day),
        is_chosen=offer.suits(own) is True,
    )


def _marked_line(offers: list[TimeOffer], own: Attendance) -> str:
    suited = sum(1 for offer in offers if offer.suits(own))
    if not suited:
        return _("You have said that none of the other times suit you.")
    return ngettext(
        "You have said that {n} time suits you.", "You have said that {n} times suit you.", suited
    )


def _because(*, is_all: bool) -> str:
    if is_all:
        return _("It suits most. The parents and the social worker count first.")
    return _("It suits most of those whose answers you see. The social worker counts first.")


def _offered(
    actor: Person, offer: TimeOffer, known: list[Attendance], best: TimeOffer | None
) -> OfferedTime:
    day, clock_, week = when_parts(offer)
    at = when(offer.starts_at, offer.ends_at)
    return OfferedTime(
        offer_id=str(offer.id),
        day=day,
        clock=clock_,
        week=week,
        starts=machine_time(offer.starts_at),
        note=day_note(local(offer.starts_at).date()),
        suits=_told(_("Suits {names}."), actor, (a for a in known if offer.suits(a))),
        does_not=_told(
            _("Does not suit {names}."), actor, (a for a in known if offer.suits(a) is False)
        ),
        missing=_told(
            _("{names} has not answered."), actor, (a for a in known if offer.suits(a) is None)
        ),
        is_best=offer is best,
        choose_label=_("Move the meeting to {when}").format(when=at),
        withdraw_label=_("Take the time away: {when}").format(when=at),
    )


def _told(sentence: str, actor: Person, said: Iterable[Attendance]) -> str:
    told = [
        _("yourself") if attendance.person_id == actor.id else attendance.person.first_name
        for attendance in said
    ]
    return sentence.format(names=names(told)) if told else ""


def _hidden(meeting: Meeting, unseen: list[Attendance]) -> str:
    """Said whenever another parent is asked, whatever that parent answers."""
    responsible = meeting.circle.responsible
    if not unseen or responsible is None:
        return ""
    return _("You do not see the other parent's answers. {name} does, and can choose too.").format(
        name=responsible.person.first_name
    )


def _asked_for(actor: Person, meeting: Meeting) -> str:
    asking = [
        attendance.person.first_name
        for attendance in meeting.attendances
        if attendance.answer is Answer.ANOTHER_TIME
        and not attendance.answered_before_the_move
        and attendance.stands_in_the_circle
        and policy.may_see_answer(actor, attendance)
    ]
    return _("{names} asks for another time.").format(names=names(asking)) if asking else ""

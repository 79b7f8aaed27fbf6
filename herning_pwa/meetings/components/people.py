"""Who is invited, and what they have answered."""

from __future__ import annotations

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.meetings.components.parts import meeting_form
from herning_pwa.meetings.queries.people import InvitedPerson
from herning_pwa.meetings.state import MeetingPage
from herning_pwa.ui.buttons import submit
from herning_pwa.ui.cards import details_card, section
from herning_pwa.ui.choices import checkbox_list
from herning_pwa.ui.marks import mark


def people_section() -> rx.Component:
    view = MeetingPage.meeting
    return section(
        people_heading(view.closed_line),
        rx.el.ul(rx.foreach(view.people, invited_person), class_name="rows"),
        rx.cond(view.arrange.to_invite.length() > 0, _invite_more()),
    )


def people_heading(closed_line: rx.Var[str]) -> rx.Component:
    return rx.cond(closed_line != "", _("Who was invited?"), _("Who is coming?"))


def invited_person(person: rx.Var[InvitedPerson]) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.p(
                mark(person.shape), " ", rx.el.b(person.name), rx.el.span(", ", person.relation)
            ),
            rx.el.p(person.answer_line, class_name="soft", data_answer=person.answer),
            rx.cond(person.words != "", rx.el.p(person.words, class_name="words", dir="auto")),
            class_name="row-body",
        ),
        class_name="row",
    )


def _invite_more() -> rx.Component:
    return details_card(
        _("Invite more people"),
        meeting_form(
            "invite",
            checkbox_list(
                _("Who else should come?"),
                "people",
                MeetingPage.meeting.arrange.to_invite,
                hint=_("Those you invite can see the meeting, the agenda and who is invited."),
                problems=MeetingPage.problems,
                id="invite-people",
            ),
            submit(_("Invite")),
            on_submit=MeetingPage.invite,
        ),
    )

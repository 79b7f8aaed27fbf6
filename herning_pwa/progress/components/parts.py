"""The parts the forms share.

Where several forms stand on one page, the ids of their fields end in what each
is about: a goal or an entry.
"""

from __future__ import annotations

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.progress.models import NOTE_LIMIT, KeptFor
from herning_pwa.progress.queries.form import RecordForm
from herning_pwa.progress.state import RecordProgress
from herning_pwa.progress.words import feelings
from herning_pwa.ui.choices import group, radio_cards
from herning_pwa.ui.faces import faces
from herning_pwa.ui.feedback import conflict_notice, success_notice
from herning_pwa.ui.forms import date_field, text_area
from herning_pwa.ui.icons import icon
from herning_pwa.ui.problems import Problems, error_summary
from herning_pwa.ui.rating import rating
from herning_pwa.ui.sight import who_can_see

Id = rx.Var[str]


def thanks_for(about: Id) -> rx.Component:
    """That the form about this goal or entry was saved, and when."""
    return success_notice(rx.cond(RecordProgress.about == about, RecordProgress.notice, ""))


def problems_of(about: Id) -> rx.Component:
    """Why the form about this goal or entry was not saved."""
    return rx.cond(
        RecordProgress.about == about,
        rx.fragment(
            error_summary(RecordProgress.problems), conflict_notice(RecordProgress.conflict)
        ),
    )


def hidden_fields(**fields: Id) -> list[rx.Component]:
    return [rx.el.input(type="hidden", name=name, value=value) for name, value in fields.items()]


def how_it_goes(
    problems: Problems,
    about: Id | None = None,
    *,
    question: str = "",
    value: rx.Var[int] | None = None,
) -> rx.Component:
    """Eleven targets."""
    return rating(
        question or _("How is it going right now?"),
        "rating",
        low=_("not at all yet"),
        middle=_("on the way"),
        high=_("just as we wish"),
        value=value,
        problems=problems,
        id=_id("rating", about),
    )


def how_you_are(
    problems: Problems, about: Id | None = None, *, optional: bool = False
) -> rx.Component:
    """A young person's question: five faces with words. The eleven numbers wait behind a word;
    both are one set of answers, so the last one chosen is the one that is sent."""
    answers: list[tuple[str, str | rx.Var[str]]] = [
        (str(feeling.number), feeling.word) for feeling in feelings()
    ]
    return group(
        _("How is it going?"),
        "rating",
        rx.el.div(faces("rating", answers), _exact_number(about), class_name="stack"),
        optional=optional,
        problems=problems,
        id=_id("rating", about),
    )


def _exact_number(about: Id | None) -> rx.Component:
    return rx.el.details(
        rx.el.summary(_("Choose a number"), icon("down")),
        rating(
            _("From 0 to 10"),
            "rating",
            low=_("not at all yet"),
            middle=_("on the way"),
            high=_("just as we wish"),
            id=_id("number", about),
        ),
        class_name="exact",
    )


def the_question(
    view: rx.Var[RecordForm], problems: Problems, about: Id | None = None
) -> rx.Component:
    """Faces for a young person, numbers for everybody else."""
    return rx.cond(view.is_young, how_you_are(problems, about), how_it_goes(problems, about))


def who_reads(
    view: rx.Var[RecordForm], problems: Problems, about: Id | None = None
) -> rx.Component:
    """The names of those who read it; a young person chooses between two sets of readers."""
    return rx.cond(
        view.choices.length() > 0,
        radio_cards(
            _("Who can see what you write?"),
            "kept_for",
            view.choices,
            problems=problems,
            id=_id("kept_for", about),
        ),
        rx.fragment(*hidden_fields(kept_for=_for_all()), who_can_see(view.sight)),
    )


def seen_by_all(view: rx.Var[RecordForm]) -> rx.Component:
    """For a form without words: a number is for everybody who sees the goal."""
    return rx.fragment(*hidden_fields(kept_for=_for_all()), who_can_see(view.sight))


def _for_all() -> Id:
    return rx.Var.create(KeptFor.ALL.value)


def words_and_day(
    view: rx.Var[RecordForm],
    problems: Problems,
    about: Id | None = None,
    *,
    day: rx.Var[str],
    note: rx.Var[str] | str = "",
) -> list[rx.Component]:
    """A few words, and the day it was about."""
    return [
        text_area(
            _("What did you see?"),
            "note",
            limit=NOTE_LIMIT,
            rows=3,
            value=note,
            optional=True,
            hint=_("Begin with what goes well, however small."),
            problems=problems,
            id=_id("note", about),
        ),
        date_field(
            _("Which day is it about?"),
            "happened_on",
            value=day,
            min=view.earliest,
            max=view.today,
            problems=problems,
            id=_id("happened_on", about),
        ),
    ]


def _id(field: str, about: Id | None) -> str:
    return field if about is None else f"{field}-{about}"

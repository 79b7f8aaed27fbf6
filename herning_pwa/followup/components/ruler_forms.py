"""The ruler's three forms: set it, correct it, and the family's own words beside it."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa.followup.models import WORDS_LIMIT
from herning_pwa.followup.queries.ruler import RulerOfChild, RulerView
from herning_pwa.followup.state.ruler import BESIDE, SETTING, RulerSection
from herning_pwa.i18n import _
from herning_pwa.ui.buttons import submit
from herning_pwa.ui.choices import radio_cards
from herning_pwa.ui.feedback import conflict_notice, success_notice
from herning_pwa.ui.forms import form, text_area
from herning_pwa.ui.icons import icon
from herning_pwa.ui.problems import error_summary
from herning_pwa.ui.sight import who_can_see

Text = str | rx.Var[str]
Child = rx.Var[RulerOfChild]


def setting_form(
    child: Child, ruler: rx.Var[RulerView], then: Any, meeting_id: Text
) -> rx.Component:
    """For professionals; folded away until it is wanted."""
    about = child.child_id
    return rx.fragment(
        _went_well(about),
        _folded(
            _("Set the ruler"),
            child.name,
            form(
                _told(about),
                rx.el.input(type="hidden", name="child_id", value=child.child_id),
                rx.el.input(type="hidden", name="seen", value=child.latest.reading_id),
                rx.el.input(type="hidden", name="meeting_id", value=meeting_id),
                _number(ruler, about),
                _words(_("Why?"), about, hint=_("Begin with what goes well. Write to the family.")),
                _sight(child),
                submit(_("Save")),
                on_submit=[RulerSection.write, then],
                draft=f"{SETTING}:{child.child_id}",
            ),
            about,
        ),
    )


def correction_form(child: Child, ruler: rx.Var[RulerView], then: Any) -> rx.Component:
    """For who wrote the latest reading; both stay."""
    about = child.latest.reading_id
    return rx.fragment(
        _went_well(about),
        _folded(
            _("Correct what you wrote"),
            child.name,
            form(
                _told(about),
                rx.el.input(type="hidden", name="reading_id", value=about),
                _number(ruler, about),
                _words(_("Why?"), about, value=child.latest.words),
                _sight(child),
                submit(_("Save the correction"), kind="secondary"),
                on_submit=[RulerSection.correct, then],
                draft=f"{SETTING}:{about}",
            ),
            about,
        ),
    )


def comment_form(child: Child, then: Any) -> rx.Component:
    """For a parent with custody, and for the child itself."""
    about = child.latest.reading_id
    return rx.fragment(
        _went_well(about),
        _folded(
            rx.cond(child.own_words != "", _("Change your words"), _("What do you think?")),
            child.name,
            form(
                _told(about),
                rx.el.input(type="hidden", name="reading_id", value=about),
                _words(
                    _("In your own words"),
                    about,
                    value=child.own_words,
                    hint=_("It stands beside the number. Leave it empty to take it back."),
                ),
                _sight(child),
                submit(_("Save"), kind="secondary"),
                on_submit=[RulerSection.comment, then],
                draft=f"{BESIDE}:{about}",
            ),
            about,
        ),
    )


def _is_about(about: rx.Var[str]) -> rx.Var[bool]:
    return (RulerSection.about == about) & (about != "")


def _anew(about: rx.Var[str]) -> str:
    """A saved form starts afresh; the others keep what is typed in them."""
    saved: Any = RulerSection.saved  # a Var of the dict, when a page is put together
    return f"{about}-{saved[about]}"


def _went_well(about: rx.Var[str]) -> rx.Component:
    return rx.cond(_is_about(about), success_notice(RulerSection.notice))


def _told(about: rx.Var[str]) -> rx.Component:
    return rx.cond(
        _is_about(about),
        rx.fragment(error_summary(RulerSection.problems), conflict_notice(RulerSection.conflict)),
    )


def _number(ruler: rx.Var[RulerView], about: rx.Var[str]) -> rx.Component:
    return radio_cards(
        _("How is the child doing?"),
        "number",
        ruler.answers,
        hint=_("A high number means more concern."),
        problems=RulerSection.problems,
        id=f"number-{about}",
    )


def _words(label: str, about: rx.Var[str], *, value: Text = "", hint: str = "") -> rx.Component:
    return text_area(
        label,
        "words",
        limit=WORDS_LIMIT,
        rows=3,
        value=value,
        hint=hint,
        problems=RulerSection.problems,
        id=f"words-{about}",
    )


def _sight(child: Child) -> rx.Component:
    return rx.fragment(
        who_can_see(child.sight),
        rx.cond(child.later != "", rx.el.p(child.later, class_name="soft small")),
    )


def _folded(
    label: Text, name: rx.Var[str], content: rx.Component, about: rx.Var[str]
) -> rx.Component:
    """Open while something in it is to be put right, closed and empty once it is saved."""
    return rx.el.details(
        rx.el.summary(
            rx.el.span(rx.el.b(label), rx.el.span(": ", name, class_name="hidden")), icon("down")
        ),
        rx.el.div(content, class_name="details-body"),
        open=_is_about(about) & (RulerSection.notice == ""),
        class_name="details",
        key=_anew(about),
    )

"""One child: age, the own sign-in, and what is written down at birth."""

from __future__ import annotations

import reflex as rx

from herning_pwa.circles.state.child import BIRTH, GIVING, ChildPage
from herning_pwa.i18n import _
from herning_pwa.ui.buttons import acts, button, submit
from herning_pwa.ui.cards import details_card, section
from herning_pwa.ui.forms import date_field, field, form
from herning_pwa.ui.marks import mark

CHILD = ChildPage.child


def the_child() -> rx.Component:
    return rx.el.div(
        rx.el.p(mark("star"), rx.el.b(CHILD.age), class_name="by"),
        rx.foreach(CHILD.facts, lambda fact: rx.el.p(fact, class_name="soft")),
        class_name="card",
    )


def own_access() -> rx.Component:
    """How it is with the own sign-in, and what the reader may do about it."""
    return section(
        _("Own sign-in"),
        rx.el.p(CHILD.access),
        rx.cond(CHILD.access_note != "", rx.el.p(CHILD.access_note, class_name="soft")),
        rx.cond(CHILD.can_give, _give()),
        acts(
            rx.cond(
                CHILD.can_resend,
                button(
                    _("Send a new link"),
                    kind="secondary",
                    on_click=ChildPage.resend(CHILD.invitation_id),
                ),
            ),
            rx.cond(
                CHILD.can_revoke,
                button(
                    _("Take the invitation back"),
                    kind="quiet",
                    on_click=ChildPage.revoke(CHILD.invitation_id),
                ),
            ),
        ),
        rx.cond(CHILD.can_end, _end()),
    )


def _give() -> rx.Component:
    return form(
        rx.el.input(type="hidden", name="child_id", value=CHILD.child_id),
        field(
            _("The young person’s own e-mail"),
            "email",
            kind="email",
            hint=_("Not a parent’s. Whoever opens the link gets in as the young person."),
            auto_complete="off",
            problems=ChildPage.problems,
        ),
        submit(_("Send the link")),
        on_submit=ChildPage.give,
        draft=f"{GIVING}:{CHILD.child_id}",
        key=CHILD.access,
    )


def _end() -> rx.Component:
    return details_card(
        _("End the own sign-in"),
        rx.el.p(CHILD.ending_means),
        button(_("End the sign-in"), kind="secondary", on_click=ChildPage.end(CHILD.child_id)),
    )


def the_birth() -> rx.Component:
    """For a child not born yet it stands open; afterwards it is a correction."""
    return rx.cond(
        CHILD.can_record_birth,
        rx.cond(
            CHILD.is_born,
            details_card(
                _("Correct name or birthday"),
                _birth_form(submit(_("Save the correction"), kind="secondary")),
            ),
            section(_("Has the child been born?"), _birth_form(submit(_("Save")))),
        ),
    )


def _birth_form(save: rx.Component) -> rx.Component:
    return form(
        rx.el.input(type="hidden", name="child_id", value=CHILD.child_id),
        field(
            _("First name"),
            "first_name",
            value=CHILD.name,
            auto_complete="off",
            problems=ChildPage.problems,
        ),
        date_field(
            _("Day of birth"),
            "birth_date",
            value=CHILD.birth_date,
            max=CHILD.today,
            problems=ChildPage.problems,
        ),
        save,
        on_submit=ChildPage.record_birth,
        draft=f"{BIRTH}:{CHILD.child_id}",
        key=CHILD.age,
    )

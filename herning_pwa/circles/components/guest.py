"""Inviting in two screens: who it is, and what they will see."""

from __future__ import annotations

import reflex as rx

from herning_pwa.circles.components.sight import sight_card
from herning_pwa.circles.queries import PlaceGroup, PlaceOption
from herning_pwa.circles.state import InvitePage
from herning_pwa.i18n import _
from herning_pwa.ui.buttons import acts, button, submit
from herning_pwa.ui.forms import field, form, wiring
from herning_pwa.ui.problems import error_line, error_summary, sentence_for


def guest_form() -> rx.Component:
    """First screen: who it is."""
    guest, problems = InvitePage.guest, InvitePage.problems
    return form(
        error_summary(problems),
        rx.el.input(type="hidden", name="circle_id", value=InvitePage.invite.circle_id),
        _place_field(),
        field(
            _("First name"),
            "name",
            value=guest.name,
            auto_complete="off",
            problems=problems,
        ),
        field(
            _("E-mail"),
            "email",
            kind="email",
            value=guest.email,
            hint=_("Only you can see it. The invitation is sent to it."),
            auto_complete="off",
            problems=problems,
        ),
        submit(_("Go on")),
        on_submit=InvitePage.look,
        draft="invite",
    )


def _place_field() -> rx.Component:
    """The phone's own list, in groups."""
    sentence = sentence_for(InvitePage.problems, "place")
    return rx.el.div(
        rx.el.label(_("Who is it?"), html_for="place"),
        error_line(sentence, "place-fejl"),
        rx.el.select(
            rx.el.option(_("Choose"), value=""),
            rx.foreach(InvitePage.invite.groups, _place_group),
            name="place",
            default_value=InvitePage.guest.place,
            key=InvitePage.guest.place,
            class_name="input",
            custom_attrs=wiring("place", "", sentence),
        ),
        class_name="field",
        data_invalid=sentence != "",
    )


def _place_group(group: rx.Var[PlaceGroup]) -> rx.Component:
    return rx.el.optgroup(rx.foreach(group.places, _place), label=group.heading)


def _place(place: rx.Var[PlaceOption]) -> rx.Component:
    return rx.el.option(place.label, value=place.value)


def guest_preview() -> rx.Component:
    """Second screen: what the guest will see, and then it is sent."""
    guest = InvitePage.guest
    return form(
        rx.el.p(guest.who, class_name="words", dir="auto"),
        sight_card(guest.heading, guest.sees, guest.not_heading, guest.does_not_see),
        rx.el.p(guest.read_by),
        rx.el.p(guest.what_happens),
        rx.el.input(type="hidden", name="circle_id", value=guest.circle_id),
        rx.el.input(type="hidden", name="place", value=guest.place),
        rx.el.input(type="hidden", name="name", value=guest.name),
        rx.el.input(type="hidden", name="email", value=guest.email),
        acts(
            submit(_("Send the invitation")),
            button(_("Change something"), kind="secondary", on_click=InvitePage.change),
        ),
        on_submit=InvitePage.send,
    )

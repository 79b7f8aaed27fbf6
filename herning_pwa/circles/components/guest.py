"""Inviting in two screens: who it is, and what they will see."""

from __future__ import annotations

import reflex as rx

from herning_pwa.circles.components.sight import sight_card
from herning_pwa.circles.models import Giving
from herning_pwa.circles.queries import PlaceGroup, PlaceOption
from herning_pwa.circles.state import InvitePage
from herning_pwa.i18n import _
from herning_pwa.ui.buttons import acts, button, submit
from herning_pwa.ui.choices import group
from herning_pwa.ui.forms import date_field, field, form, wiring
from herning_pwa.ui.problems import error_line, error_summary, sentence_for


def guest_form() -> rx.Component:
    """First screen: who it is."""
    guest, asked, problems = InvitePage.guest, InvitePage.invite, InvitePage.problems
    return form(
        error_summary(problems),
        rx.cond(asked.suggested != "", rx.el.p(asked.suggested)),
        rx.el.input(type="hidden", name="circle_id", value=asked.circle_id),
        rx.el.input(type="hidden", name="suggestion_id", value=asked.suggestion_id),
        _place_field(),
        field(
            _("First name"),
            "name",
            value=_written_or(guest.name, asked.name),
            auto_complete="off",
            problems=problems,
        ),
        _giving_field(),
        field(
            _("E-mail"),
            "email",
            kind="email",
            value=guest.email,
            hint=_("Only you can see it. You can leave it out when you show a code or print."),
            auto_complete="off",
            problems=problems,
        ),
        date_field(
            _("Takes part until and including"),
            "last_day",
            value=guest.last_day,
            hint=_("For network members and supporters. It can be moved later."),
            optional=True,
            problems=problems,
        ),
        submit(_("Go on")),
        on_submit=InvitePage.look,
        draft="invite",
    )


def _written_or(written: rx.Var[str], suggested: rx.Var[str]) -> rx.Var[str]:
    """What the reader has written, or else what the young person has."""
    return rx.cond(InvitePage.guest.place != "", written, suggested)


def _place_field() -> rx.Component:
    """The phone's own list, in groups."""
    place = _written_or(InvitePage.guest.place, InvitePage.invite.place)
    sentence = sentence_for(InvitePage.problems, "place")
    return rx.el.div(
        rx.el.label(_("Who is it?"), html_for="place"),
        error_line(sentence, "place-fejl"),
        rx.el.select(
            rx.el.option(_("Choose"), value=""),
            rx.foreach(InvitePage.invite.groups, _place_group),
            name="place",
            default_value=place,
            key=place,
            class_name="input",
            custom_attrs=wiring("place", "", sentence),
        ),
        class_name="field",
        data_invalid=sentence != "",
    )


def _giving_field() -> rx.Component:
    """A mail, or a code on the phone or on paper."""
    by_hand = InvitePage.guest.giving == Giving.BY_HAND
    return group(
        _("How do you give the invitation?"),
        "giving",
        rx.el.div(
            _giving(Giving.MAIL, _("I send it by e-mail"), chosen=~by_hand),
            _giving(Giving.BY_HAND, _("I show a QR code or print it"), chosen=by_hand),
            class_name="choices",
            key=InvitePage.guest.giving,
        ),
        problems=InvitePage.problems,
    )


def _giving(way: Giving, label: str, *, chosen: rx.Var[bool]) -> rx.Component:
    return rx.el.label(
        rx.el.input(type="radio", name="giving", value=way.value, default_checked=chosen),
        rx.el.span(rx.el.span(label)),
        class_name="choice",
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
        rx.cond(guest.until != "", rx.el.p(guest.until)),
        rx.el.p(guest.what_happens),
        rx.el.input(type="hidden", name="circle_id", value=guest.circle_id),
        rx.el.input(type="hidden", name="place", value=guest.place),
        rx.el.input(type="hidden", name="name", value=guest.name),
        rx.el.input(type="hidden", name="email", value=guest.email),
        rx.el.input(type="hidden", name="giving", value=guest.giving),
        rx.el.input(type="hidden", name="last_day", value=guest.last_day),
        rx.el.input(type="hidden", name="suggestion_id", value=guest.suggestion_id),
        acts(
            submit(guest.act),
            button(_("Change something"), kind="secondary", on_click=InvitePage.change),
        ),
        on_submit=InvitePage.send,
    )

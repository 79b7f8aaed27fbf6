"""Somebody who is not the demo's signs in on a phone that has not been seen before."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import expect

from herning_pwa import routes
from tests.fresh import installation
from tests.journeys.phone import Phone
from tests.people.newcomers import PASSWORD, move_in
from tests.server import Server

ASTA = "asta@nabo.test"


def give_password(phone: Phone) -> None:
    phone.page.goto(phone.url + routes.SIGN_IN)
    phone.write("E-mail", ASTA).write("Adgangskode", PASSWORD)
    phone.tap("Log ind", exact=True)


def newest_code_in_the_mailbox(phone: Phone) -> str:
    """As read in another tab, where the mail says it."""
    mailbox = phone.context.new_page()
    mailbox.goto(phone.url + routes.MAILBOX)
    text = mailbox.get_by_text(re.compile(r"Din kode er \d{6}")).first.text_content() or ""
    mailbox.close()
    return re.findall(r"\d{6}", text)[0]


def test_asta_writes_the_code_from_her_mail_and_the_phone_is_known_afterwards(
    phone: Callable[..., Phone], server: Server
) -> None:
    with installation(HERNING_DATABASE_URL=server.database_url):
        move_in(ASTA)
    asta = phone()
    give_password(asta)
    expect(asta.page).to_have_url(asta.url + routes.SIGN_IN_CODE)
    asta.sees("Vi har sendt en kode på 6 tal til din e-mail")
    asta.write("Kode", "000 00")
    asta.tap("Log ind", exact=True)
    asta.sees("Koden passer ikke")
    asta.tap("Send koden igen")
    asta.sees("Vi har sendt en ny kode")
    code = newest_code_in_the_mailbox(asta)
    asta.write("Kode", f"{code[:3]} {code[3:]}")
    asta.tap("Log ind", exact=True)
    expect(asta.page).to_have_url(asta.url + routes.HOME)
    asta.settle().unfold("Menu").tap("Log af")
    expect(asta.page).to_have_url(asta.url + routes.SIGN_IN)
    give_password(asta)
    expect(asta.page).to_have_url(asta.url + routes.HOME)

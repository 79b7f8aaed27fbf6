"""Sanne calls a meeting, Mette answers, and the meeting moves while she is writing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from playwright.sync_api import expect

from herning_pwa import routes
from herning_pwa.i18n import long_date, today
from tests.journeys.phone import NARROW, Phone

Take = Callable[..., Phone]
DAY = today() + timedelta(days=10)


def called_meeting(sanne: Phone) -> str:
    """Fill in the form as Sanne does and send it with two quick taps; the new page's path."""
    sanne.open(routes.NEW_MEETING)
    sanne.page.get_by_label("Netværksmøde").check()
    sanne.write("Hvilken dag?", DAY.isoformat())
    sanne.write("Starter", "14:05").write("Slutter", "15:00")
    sanne.write("Hvor mødes I?", "Skolen, lokale 3")
    for name in ("Mette", "Anders", "Inger"):  # by key: a warning about the time may push them down
        sanne.page.get_by_label(name).press("Space")
        expect(sanne.page.get_by_label(name)).to_be_checked()
    sanne.write("Hvad vil du tale om?", "Skolemorgener\nFritid")
    sanne.page.get_by_role("button", name="Send indkaldelsen").dblclick()
    sanne.page.wait_for_url("**/moeder/0*")
    return sanne.settle().sees(long_date(DAY)).page.url.removeprefix(sanne.url)


def line_of(phone: Phone, name: str) -> object:
    """The row that says whether somebody comes."""
    return phone.page.get_by_role("listitem").filter(has_text=f"{name},").last


def test_two_taps_call_one_meeting_that_mette_finds_in_her_list(phone: Take) -> None:
    sanne, mette = phone("sanne"), phone("mette")
    before = mette.open(routes.MEETINGS).find(".leaf").count()
    called_meeting(sanne)
    expect(mette.find(".leaf")).to_have_count(before + 1)


def everything_sent_to(phone: Phone) -> list[str]:
    """What the server sends over the phone's sockets from now on."""
    frames: list[str] = []
    phone.page.on("websocket", lambda it: it.on("framereceived", lambda f: frames.append(str(f))))
    return frames


def test_mettes_answer_reaches_sanne_at_once_and_anders_never(phone: Take) -> None:
    sanne, mette, anders = phone("sanne"), phone("mette"), phone("anders")
    sent_to_anders = everything_sent_to(anders)
    path = called_meeting(sanne)
    for each in (mette, anders):
        each.open(path)
    mette.tap("Jeg er med på video").sees("Dit svar er sendt.")
    mette.page.get_by_text("Skriv et par ord til").click()
    mette.write("Hvad skal de vide?", "Jeg er i Ikast").tap("Send", exact=True)
    expect(line_of(sanne, "Mette")).to_contain_text("Er med på video")
    expect(line_of(sanne, "Mette")).to_contain_text("Jeg er i Ikast")
    expect(line_of(anders, "Mette")).to_contain_text("Svaret vises ikke")
    anders.open(routes.MEETINGS)
    heard = "".join(sent_to_anders)
    assert "Mette" in heard
    assert "Ikast" not in heard
    assert "Er med på video" not in heard


def test_what_mette_is_writing_outlives_a_move(phone: Take) -> None:
    sanne, mette = phone("sanne"), phone("mette")
    mette.open(called_meeting(sanne)).tap("Jeg kommer", exact=True).sees("Du kommer.")
    mette.page.get_by_text("Skriv et par ord til").click()
    mette.write("Hvad skal de vide?", "Jeg tager kage med")
    sanne.page.get_by_text("Flyt mødet, eller skift sted").click()
    sanne.find("#change-start").fill("16:00")
    sanne.find("#change-end").fill("15:00")
    sanne.tap("Gem ændringen")
    sanne.sees("Mødet skal slutte, efter at det er startet.")
    sanne.find("#change-end").fill("17:00")
    sanne.tap("Gem ændringen").sees("Mødet er ændret.")
    mette.sees("Mødet er lige blevet ændret.").sees("Du svarede før flytningen.")
    expect(mette.page.get_by_label("Hvad skal de vide?")).to_have_value("Jeg tager kage med")
    mette.tap("Jeg kommer", exact=True).sees("Du kommer.")
    mette.tap("Send", exact=True)
    expect(line_of(sanne, "Mette")).to_contain_text("Jeg tager kage med")


def test_another_time_is_found_and_mette_has_answered_it(phone: Take) -> None:
    sanne, mette = phone("sanne"), phone("mette", size=NARROW)
    path = called_meeting(sanne)
    sanne.unfold("Find en anden tid")
    for n, start in enumerate(("08:00", "09:00"), start=1):
        row = sanne.page.get_by_role("group", name=f"Tid {n}")
        row.get_by_label("Hvilken dag?").fill((DAY + timedelta(days=n)).isoformat())
        row.get_by_label("Starter").fill(start)
        row.get_by_label("Slutter").fill("10:00")
    sanne.tap("Spørg, hvilke tider der passer").sees("De bliver spurgt")
    mette.open(path).sees("Hvilke tider passer dig?").sees("Kun Sanne ser, hvilke tider")
    mette.page.get_by_label("kl. 08.00–10.00").focus()
    mette.page.keyboard.press("Space")
    sanne.tap("Tag tiden væk", nth=1).sees("Tiden er taget væk.")
    mette.does_not_see("kl. 09.00–10.00")
    expect(mette.page.get_by_label("kl. 08.00–10.00")).to_be_checked()
    mette.tap("Send dit svar").sees("Du har sagt, at 1 tid passer dig.")
    sanne.sees("Passer dig og Mette.").sees("Passer bedst").tap("Flyt mødet til").sees("Mødet er")
    mette.sees(long_date(DAY + timedelta(days=1))).sees("Du kommer.")


def test_a_holiday_is_told_while_the_day_is_written(phone: Take) -> None:
    sanne = phone("sanne").open(routes.NEW_MEETING)
    sanne.write("Hvilken dag?", f"{DAY.year + 1}-12-25").sees("Det er helligdag: Juledag.")


def test_points_are_added_and_taken_off_on_a_narrow_phone_with_the_keyboard(phone: Take) -> None:
    sanne, mette = phone("sanne"), phone("mette", size=NARROW, dark=True)
    mette.open(called_meeting(sanne))
    mette.find("summary").filter(has_text="Sæt noget").focus()
    mette.page.keyboard.press("Enter")
    mette.page.get_by_label("Hvad vil du tale om?").focus()
    mette.page.keyboard.type("Ferien <script>alert(1)</script>")
    mette.page.keyboard.press("Enter")
    mette.sees("Punktet er på dagsordenen.").sees("Ferien <script>alert(1)</script>")
    sanne.sees("Ferien <script>alert(1)</script>")
    mette.tap("Tag punktet af: Ferien").sees("Punktet er taget af.")
    sanne.does_not_see("Ferien <script>alert(1)</script>")
    assert mette.page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]


def test_a_cancelled_meeting_says_why_on_an_open_page(phone: Take) -> None:
    sanne, mette = phone("sanne"), phone("mette")
    mette.open(called_meeting(sanne))
    sanne.page.get_by_text("Aflys mødet").first.click()
    sanne.tap("Aflys mødet").sees("Skriv med få ord, hvorfor mødet er aflyst.")
    sanne.write("Hvorfor er mødet aflyst?", "Jeg er syg").tap("Aflys mødet")
    mette.sees("Mødet er aflyst.").sees("Jeg er syg").does_not_see("Kommer du?")


def test_frede_finds_nothing(phone: Take) -> None:
    path = called_meeting(phone("sanne"))
    frede = phone("frede").open(path).sees("Siden kan være flyttet")
    frede.does_not_see("Netværksmøde").does_not_see("Skolen, lokale 3")

"""Words that cannot be kept, sent or read are still their writer's, and the page says how it is."""

from __future__ import annotations

import json
from collections.abc import Callable

from playwright.sync_api import Route, expect

from herning_pwa import routes
from herning_pwa.fields import LONGEST_TEXT
from tests.journeys.phone import Phone

WORDS = "Emil gik selv i skole"
SEEN, GOOD, COMPANION = "Hvad har du set?", "Hvad går godt?", "Jeg tager en bisidder med"
UNREADABLE = "Det kan vi ikke læse. Skriv det igen."
NO_COPYING = "Clipboard.prototype.writeText = async () => { throw new Error('no') }"
NO_STORAGE = "Object.defineProperty(window, 'indexedDB', {get() { throw new Error('no') }})"
MARKED = "box => box.value.slice(box.selectionStart, box.selectionEnd)"


def not_readable(route: Route) -> None:
    """A server in the outbox's place that cannot open what it gets."""
    entries = json.loads(route.request.post_data or "")["entries"]
    answers = [{"id": e["id"], "status": "unreadable", "sentence": UNREADABLE} for e in entries]
    route.fulfill(json={"answers": answers})


def test_words_that_the_server_cannot_read_can_be_rescued(phone: Callable[..., Phone]) -> None:
    """Also where the browser will not copy them."""
    mette = phone("mette")
    mette.page.add_init_script(NO_COPYING)
    mette.page.route(f"**{routes.API_OUTBOX}", not_readable)
    mette.open(routes.WRITE).write(SEEN, WORDS)
    form = mette.find("form[data-outbox=progress]")
    form.get_by_role("button", name="Gem").click()
    expect(form).to_contain_text(UNREADABLE)
    mette.tap("Ikke sendt: 1", role="link").sees(WORDS).tap("Kopiér mine ord")
    mette.sees("Dine ord er markeret herunder.")
    box = mette.page.get_by_role("textbox", name="Kopiér mine ord")
    assert WORDS in box.evaluate(MARKED)


def test_a_preparation_that_the_server_cannot_read_is_not_called_saved(
    phone: Callable[..., Phone], prepare_at: str
) -> None:
    """Another word in it, and it is tried again."""
    anders = phone("anders")
    anders.page.route(f"**{routes.API_OUTBOX}", not_readable)
    anders.open(prepare_at).write(GOOD, WORDS)
    said = anders.find(".saved [role=status]:not(.hidden)")
    expect(said).to_have_text(UNREADABLE)
    anders.page.unroute(f"**{routes.API_OUTBOX}")
    anders.write(GOOD, WORDS + " igen")
    expect(said).to_contain_text("Gemt")


def test_words_that_cannot_be_kept_stay_in_their_form(phone: Callable[..., Phone]) -> None:
    """Too many of them; then no key to seal them with, because the phone was never online here."""
    mette = phone("mette")
    mette.page.route(f"**{routes.API_OUTBOX_KEY}", lambda route: route.abort())
    mette.open(routes.WRITE)
    form = mette.find("form[data-outbox=progress]")
    note = form.get_by_label(SEEN)
    note.fill("a" * (LONGEST_TEXT + 1))
    form.get_by_role("button", name="Gem").click()
    expect(form).to_contain_text("Gør den kortere, eller del den i to.")
    note.fill(WORDS)
    form.get_by_role("button", name="Gem").click()
    expect(form).to_contain_text("Lad siden være åben, og prøv igen, når du er på nettet.")
    expect(note).to_have_value(WORDS)
    mette.complaints.clear()  # a request that came nowhere is an error in the browser's log


def test_what_cannot_be_counted_is_not_called_nothing(phone: Callable[..., Phone]) -> None:
    mette = phone("mette")
    mette.page.add_init_script(NO_STORAGE)
    mette.open(routes.SETTINGS).tap("Slet alt på denne telefon")
    mette.sees("Vi kan ikke se, om der er noget, du ikke har sendt.")


def test_enter_in_the_last_field_saves_a_preparation(
    phone: Callable[..., Phone], prepare_at: str
) -> None:
    """The form has nowhere to be sent to: it saves itself."""
    anders = phone("anders").open(prepare_at).unfold("hvem du tager med")
    anders.write(COMPANION, "Min søster")
    anders.page.get_by_label(COMPANION).press("Enter")
    expect(anders.find(".saved [role=status]:not(.hidden)")).to_contain_text("Gemt")

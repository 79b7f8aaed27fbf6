"""Freja's own phone: five faces, the keyboard, and words that are for Sanne alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import WebSocket, expect

from herning_pwa import routes
from herning_pwa.progress.queries.write import TO_ADVISER
from tests.journeys.phone import NARROW, Phone
from tests.journeys.test_accessibility import look_at
from tests.journeys.test_as_an_app import as_app

FINGER = 44  # CSS pixels

CANARY = "kanariefugl"


def listening(phone: Phone) -> list[str]:
    """Every frame and every answer that reaches this phone from now on."""
    heard: list[str] = []

    def keep(frame: str | bytes) -> None:
        heard.append(frame if isinstance(frame, str) else frame.decode(errors="replace"))

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", keep)

    phone.page.on("websocket", listen)
    phone.page.on("response", lambda answer: heard.append(answer.url))
    return heard


def test_frejas_face_is_mettes_number_and_her_words_are_sannes_alone(
    phone: Callable[..., Phone],
) -> None:
    mette, sanne = phone("mette"), phone("sanne")
    mettes = listening(mette)
    mette.open(routes.HOME)
    sanne.open(routes.DESK)
    freja = phone("freja", size=NARROW).open(routes.HOME)

    faces = freja.page.get_by_role("radio", name="Godt", exact=True)
    freja.page.get_by_role("radio", name="Rigtig skidt").focus()
    for _press in range(3):
        freja.page.keyboard.press("ArrowRight")
    expect(faces).to_be_checked()
    freja.sees("Kan ses af Mette")
    freja.tap("Gem").sees("Gemt. Sendt")
    expect(mette.find(".voices-now").filter(has_text="Freja")).to_contain_text("Freja 7")

    freja.tap("Skriv til Sanne", role="link").settle()
    freja.sees("Kun Sanne kan se det.")
    as_app(mette)  # from here on it fetches nothing by itself
    told = len(mettes)
    freja.write("Hvad vil du gerne sige?", CANARY).tap("Send")
    freja.sees("Ingen andre kan se det.")
    sanne.sees("Freja skrev kun til dig").sees(CANARY)  # by itself: nobody reloaded the page
    assert [frame for frame in mettes[told:] if frame not in {"2", "3"}] == []

    mette.tap("Vi spiser aftensmad", role="link").settle()
    expect(mette.find(".voice-word")).to_have_text("Godt")
    mette.unfold("Alt, hvad der er skrevet")
    mette.does_not_see(CANARY)
    assert mettes
    assert not [frame for frame in mettes if CANARY in frame]


def test_freja_suggests_a_friend_and_follows_what_becomes_of_it(
    phone: Callable[..., Phone],
) -> None:
    mette, freja = phone("mette").open(routes.CIRCLE), phone("freja", size=NARROW)
    assert look_at(freja, routes.SUGGEST) == []
    freja.open(routes.SUGGEST).tap("Send forslaget").sees("Skriv fornavnet")
    freja.write("Fornavn", "Kaja").write("Hvorfor vil du gerne det?", "Hun kender mig.")
    freja.page.get_by_label("Hvem er det for dig?").select_option(label="Ven")
    freja.tap("Send forslaget").sees("Tak. De voksne kan se dit forslag")
    mette.tap("Kaja, ven", role="link").sees("Hun kender mig.")  # by itself: nobody reloaded
    assert look_at(mette, mette.page.url) == []
    mette.tap("Inviter Kaja", role="link").settle()
    expect(mette.page.get_by_label("Fornavn")).to_have_value("Kaja")
    mette.write("E-mail", "kaja@familie.example").tap("Fortsæt")
    mette.tap("Send invitationen").sees("Invitationen er på vej")
    freja.tap("Kaja, ven", role="link").sees("Mette har inviteret Kaja. Nu venter vi på svar.")
    freja.does_not_see("kaja@familie.example")


@pytest.mark.parametrize("dark", [False, True])
def test_her_pages_fit_a_small_phone_and_a_thumb(phone: Callable[..., Phone], dark: bool) -> None:
    freja = phone("freja", size=NARROW, dark=dark)
    wrong = [look_at(freja, path) for path in (routes.HOME, f"{routes.WRITE}?til={TO_ADVISER}")]
    assert wrong == [[], []]
    expect(freja.page.get_by_role("group", name="Hvordan går det?")).to_be_visible()
    for face in freja.find(".faces label").all():
        box = face.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= FINGER

"""Every page for everybody: axe, narrow screens, big text, fingers, keyboard, calm."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from herning_pwa import routes
from tests.journeys.phone import NARROW, PHONE, WIDE, Phone

Take = Callable[..., Phone]

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
PUBLIC = [
    routes.SIGN_IN,
    routes.SIGN_IN_CODE,
    routes.SIGN_IN_HELP,
    routes.NEW_ACCESS,
    routes.ABOUT,
    routes.MAILBOX,
    routes.INVITATION,
    "/findes-ikke",
]
FAMILYS = [
    routes.HOME,
    routes.GOALS,
    routes.NEW_GOAL,
    routes.MEETINGS,
    routes.FOLLOW_UP,
    routes.NEW_MEETING,
    routes.CIRCLE,
    routes.INVITE,
    routes.COMMITMENTS,
    routes.WRITE,
    routes.SETTINGS,
]
SIGHTS = {
    "light": {"size": PHONE},
    "narrow and dark": {"size": NARROW, "dark": True},
    "wide": {"size": WIDE},
}
# Fingers need 44 CSS pixels; half of one is lost to rounding.
SMALL_TARGETS = """
() => [...document.querySelectorAll('button, summary, select, input, textarea, nav a, .button')]
  .filter((el) => el.offsetParent !== null && !el.closest('.hidden'))
  .map((el) => el.closest('label') ?? (el.labels?.[0]?.contains(el) ? el.labels[0] : el))
  .map((el) => [el, el.getBoundingClientRect()])
  .filter(([el, box]) => box.width && (box.height < 43.5 || box.width < 43.5))
  .filter(([el]) => getComputedStyle(el).position !== 'absolute')
  .map(([el, box]) => `${el.outerHTML.slice(0, 90)} ${box.width}x${box.height}`)
"""


def first_of(person: Phone, list_page: str) -> str:
    """The address of the first goal or meeting in a list."""
    return all_of(person, list_page)[0]


def all_of(person: Phone, list_page: str) -> list[str]:
    person.open(list_page)
    links = person.page.locator(f'main a[href^="{list_page}/"]:not([href$="nyt"])').all()
    return [link.get_attribute("href") or "" for link in links]


def around_meetings(person: Phone) -> list[str]:
    """The next meeting, what comes before it, and the text of one that was held."""
    coming, *_others, held = all_of(person, routes.MEETINGS)
    return [coming, f"{coming}/forbered", f"{held}/referat"]


def violations(page: Page) -> list[str]:
    """What axe finds wrong, a line for each element."""
    found: Any = Axe().run(page, options=RULES)
    return [
        f"{rule['id']}: {node['target']} {node['html'][:120]}"
        for rule in found.response["violations"]
        for node in rule["nodes"]
    ]


def look_at(person: Phone, path: str) -> list[str]:
    person.open(path)
    wide = person.page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    sideways = ["scrolls sideways"] if wide else []
    small = person.page.evaluate(SMALL_TARGETS)
    return [f"{path} {problem}" for problem in violations(person.page) + sideways + small]


@pytest.mark.parametrize("sight", SIGHTS)
def test_the_familys_pages(phone: Take, sight: str) -> None:
    mette = phone("mette", **SIGHTS[sight])
    pages = [*FAMILYS, first_of(mette, routes.GOALS), *around_meetings(mette)]
    assert [problem for path in pages for problem in look_at(mette, path)] == []


@pytest.mark.parametrize("sight", SIGHTS)
def test_the_professionals_pages(phone: Take, sight: str) -> None:
    sanne = phone("sanne", **SIGHTS[sight])
    pages = [routes.DESK, routes.HOME, routes.CIRCLE, routes.PROVE, first_of(sanne, routes.GOALS)]
    pages += around_meetings(sanne)
    assert [problem for path in pages for problem in look_at(sanne, path)] == []


@pytest.mark.parametrize(
    ("who", "paths"),
    [
        ("mette", [routes.UPDATE_ROUND]),
        ("freja", [routes.UPDATE_ROUND]),
        ("otto", [routes.RULER_WORDS]),
    ],
)
def test_the_pages_few_people_open(phone: Take, who: str, paths: list[str]) -> None:
    person = phone(who, size=NARROW)
    if who == "mette":
        asked = person.open(routes.CIRCLE).page.locator('main a[href^="/kreds/forslag/"]').first
        paths = [*paths, asked.get_attribute("href") or ""]
    assert [problem for path in paths for problem in look_at(person, path)] == []


@pytest.mark.parametrize("sight", ["light", "narrow and dark"])
def test_the_public_pages(phone: Take, sight: str) -> None:
    stranger = phone(**SIGHTS[sight])
    found = [problem for path in PUBLIC for problem in look_at(stranger, path)]
    stranger.complaints = [c for c in stranger.complaints if "404" not in c]
    assert found == []


def test_text_twice_as_big_still_fits(phone: Take) -> None:
    mette = phone("mette")
    for path in [*FAMILYS, *around_meetings(mette)]:
        mette.open(path)
        mette.page.evaluate("document.documentElement.style.fontSize = '200%'")
        wide = mette.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert wide <= 1, path


def test_mette_answers_a_proposal_with_the_keyboard_alone(phone: Take) -> None:
    mette = phone("mette")
    mette.open(routes.HOME)
    keyboard = mette.page.keyboard
    keyboard.press("Tab")
    expect(mette.page.get_by_role("link", name="Gå til indholdet")).to_be_focused()
    keyboard.press("Enter")
    press_until(mette, lambda: focused_text(mette) == "Se forslaget")
    keyboard.press("Enter")
    mette.page.wait_for_url(re.compile("/maal/"))
    mette.sees("Hvad siger du?")
    press_until(mette, lambda: focused_text(mette).startswith("Jeg er enig"))
    keyboard.press("Enter")
    press_until(mette, lambda: focused_text(mette).startswith("Ja, jeg er enig"))
    keyboard.press("Enter")
    mette.sees("Dit svar er gemt")


def focused_text(person: Phone) -> str:
    return str(person.page.evaluate("document.activeElement?.innerText ?? ''")).strip()


def press_until(person: Phone, arrived: Callable[[], bool]) -> None:
    """Tab on, and never without a ring around where one is."""
    for _n in range(80):
        if arrived():
            return
        person.page.keyboard.press("Tab")
        ring = person.page.evaluate(
            "(() => { const s = getComputedStyle(document.activeElement);"
            " return s.outlineStyle !== 'none' || document.activeElement.type === 'radio'; })()"
        )
        assert ring, focused_text(person)
    raise AssertionError(f"never got there; stood at {focused_text(person)!r}")


def test_nothing_moves_for_those_who_asked_for_calm(phone: Take) -> None:
    mette = phone("mette", reduced_motion=True)
    for path in (routes.HOME, routes.GOALS):
        mette.open(path)
        assert mette.page.evaluate("document.getAnimations().length") == 0

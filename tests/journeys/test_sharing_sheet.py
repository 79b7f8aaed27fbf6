"""Who can see this, as somebody hears it: names, roles, headings and the order they come in."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from herning_pwa import routes
from tests.journeys.phone import NARROW, Phone
from tests.journeys.test_accessibility import look_at

Take = Callable[..., Phone]

ALL = "Kan ses af Anders, Freja, Inger, Jens, Sanne og Peter."
CORE = "Kan ses af Anders, Freja, Sanne og Peter. Ikke af Inger og Jens."
PARENTS = "Kan ses af Anders, Sanne og Peter. Ikke af Freja, Inger og Jens."
NEW_GOALS_SHEET = f"""
- heading "Hvem kan se det?" [level=1]
- article:
  - paragraph: Det sender du
  - paragraph: Vi går i seng klokken otte
- group "Hvem kan se målet?":
  - radio "Alle i kredsen {ALL}" [checked]
  - radio "Familien, fagpersonerne og dem, du vælger {CORE}"
  - radio "Kun forældre og fagpersoner {PARENTS}"
- paragraph: /Sanne og Anders svarer senest den \\d+/
- button "Send forslaget til Sanne og Anders"
"""
GOALS_SHEET = """
- group:
  - text: Hvem kan se dette? Alle i kredsen
  - heading "Alle i kredsen" [level=2]
  - list:
    - /children: equal
    - listitem: Dig selv
    - listitem: Anders, far
    - listitem: Freja, barn i kredsen
    - listitem: Inger, mormor
    - listitem: Jens, træner
    - listitem: Sanne, rådgiver
    - listitem: Peter, socialpædagog
  - link "Se målet, som en anden ser det"
  - group: Ret, hvem der kan se det
  - heading "Sådan er det blevet delt" [level=3]
  - list:
    - listitem:
      - paragraph: /Anders sendte målet den .* Det kunne ses af alle i kredsen/
"""
CHANGING = f"""
- group "Hvem kan se målet?":
  - radio "Alle i kredsen {ALL}" [checked]
  - radio "Familien, fagpersonerne og dem, du vælger {CORE}"
  - radio "Kun forældre og fagpersoner {PARENTS}"
- button "Gem"
"""
BEFORE_SAVING = f"""
- group:
  - text: {ALL}
  - list "Kan se det":
    - /children: equal
    - listitem: Dig selv
    - listitem: Anders, far
    - listitem: Freja, barn i kredsen
    - listitem: Inger, mormor
    - listitem: Jens, træner
    - listitem: Sanne, rådgiver
    - listitem: Peter, socialpædagog
"""
CHOOSING = """
- main:
  - link "Tilbage"
  - heading "Se det som en anden" [level=1]
  - paragraph: Vælg en person. Så ser du det, som personen ser. Intet kan ændres.
  - list:
    - /children: equal
    - listitem:
      - link "Freja, barn i kredsen"
    - listitem:
      - link "Inger, mormor"
    - listitem:
      - link "Jens, træner"
"""
AS_INGER = """
- main:
  - link "Tilbage"
  - heading "Som Inger ser det" [level=1]
  - region "Du ser det som en anden":
    - paragraph: Du ser kredsen, som Inger ser den. Intet kan ændres her.
    - link "Tilbage til mit eget"
  - navigation "Det, personen ser":
    - list:
      - /children: equal
      - listitem:
        - link "Mål"
      - listitem:
        - link "Møder"
      - listitem:
        - link "Kreds"
      - listitem:
        - link "Løfter"
  - paragraph: Det, du ikke selv må se, er ikke med.
"""
PEOPLE = """
- heading "Familie" [level=2]
- list:
  - /children: equal
  - listitem: Mette Mor
  - listitem: Anders Far
  - listitem: Freja Barn i kredsen
- heading "Netværk" [level=2]
- list:
  - /children: equal
  - listitem: Inger Mormor
  - listitem: Jens Træner
- heading "Fagpersoner" [level=2]
- list:
  - /children: equal
  - listitem: Sanne Rådgiver Har ansvaret hos kommunen
  - listitem: Peter Socialpædagog
"""
PRESSABLE = "button, form, input, select, textarea, [contenteditable]"


def press(person: Phone, wanted: Locator, key: str = "Enter") -> None:
    """Reach something with the keyboard alone, and press it."""
    for _tries in range(60):
        if wanted.evaluate("one => one === document.activeElement"):
            person.page.keyboard.press(key)
            return
        person.page.keyboard.press("Tab")
    pytest.fail("the keyboard does not get there")


def main(person: Phone) -> Locator:
    return person.page.locator("main")


def dinner(person: Phone) -> Phone:
    person.open(routes.GOALS)
    person.page.locator("a.goal-card", has_text="aftensmad").click()
    person.sees("Hvem kan se dette?")
    return person


def test_a_new_goals_sheet_is_heard_in_order(phone: Take) -> None:
    mette = phone("mette").open(routes.NEW_GOAL)
    mette.write("Målet med jeres egne ord", "Vi går i seng klokken otte").tap("Fortsæt")
    mette.write("Hvorfor er det vigtigt?", "Så er alle friske.").tap("Fortsæt")
    mette.sees("Et første lille delmål").tap("Fortsæt")
    mette.sees("Hvem kan se målet?")
    expect(main(mette)).to_match_aria_snapshot(NEW_GOALS_SHEET)


def test_a_goals_sheet_opens_by_keyboard_and_tells_its_history(phone: Take) -> None:
    mette = dinner(phone("mette"))
    sheet = mette.page.locator("aside details", has_text="Hvem kan se dette?").first
    press(mette, sheet.locator("> summary"))
    expect(sheet).to_match_aria_snapshot(GOALS_SHEET)
    change = sheet.locator("details", has_text="Ret, hvem der kan se det")
    press(mette, change.locator("> summary"))
    expect(change).to_match_aria_snapshot(CHANGING)


def test_names_unfold_by_keyboard_before_a_step_is_saved(phone: Take) -> None:
    mette = dinner(phone("mette"))
    add = mette.page.locator("details.card", has_text="Tilføj et delmål")
    press(mette, add.locator("> summary"))
    sight = add.locator(".sight")
    press(mette, sight.locator("summary"))
    expect(sight).to_match_aria_snapshot(BEFORE_SAVING)


@pytest.mark.parametrize("sight", [{}, {"size": NARROW, "dark": True}])
def test_looking_as_inger_is_heard_in_order_and_has_nothing_to_press(
    phone: Take, sight: dict[str, object]
) -> None:
    mette = phone("mette", **sight)
    assert look_at(mette, routes.AS_SOMEBODY) == []
    expect(main(mette)).to_match_aria_snapshot(CHOOSING)
    press(mette, mette.page.get_by_role("link", name="Inger, mormor"))
    mette.sees("Du ser kredsen, som Inger ser den.")
    expect(main(mette)).to_match_aria_snapshot(AS_INGER)
    expect(main(mette).locator(PRESSABLE)).to_have_count(0)
    press(mette, main(mette).locator("nav").get_by_role("link", name="Kreds"))
    mette.sees("Fagpersoner")
    expect(main(mette)).to_match_aria_snapshot(PEOPLE)
    assert look_at(mette, mette.page.url) == []


def test_from_the_goal_to_how_inger_sees_it_and_back(phone: Take) -> None:
    mette = dinner(phone("mette"))
    mine = mette.page.url
    mette.page.locator("aside summary", has_text="Hvem kan se dette?").click()
    mette.tap("Se målet, som en anden ser det", role="link")
    mette.tap("Inger, mormor", role="link")
    mette.sees("Du ser kredsen, som Inger ser den.").sees("Ordene")
    expect(main(mette).locator(PRESSABLE)).to_have_count(0)
    assert look_at(mette, mette.page.url) == []
    mette.tap("Tilbage til mit eget", role="link")
    mette.page.wait_for_url(re.compile(re.escape(mine) + "/?$"))

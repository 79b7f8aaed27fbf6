"""What a phone remembers: there without a connection, behind a lock, and gone when it should be."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Route, expect
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from herning_pwa import clock, routes
from herning_pwa.db import make_engine
from herning_pwa.people.models import SignInSession
from herning_pwa.progress.models import ProgressEntry
from tests.journeys.phone import Phone
from tests.journeys.test_as_an_app import as_app
from tests.journeys.test_passkeys import NO_AUTOFILL, OWNER_IS_HERE
from tests.journeys.test_writing_offline import KEPT, says
from tests.server import Server, running_server, start_server
from tests.stores import everything_held

Take = Callable[..., Phone]

CODE, WRONG = "493817", "738194"
WRITTEN, CANARY = "Han gik selv i seng", "Kanariefuglen sang i aftes"
OF_THE_FAMILY = ("Emil møder til tiden", "Jeg tager en pause", "Rådhuset, lokale 2")
REMEMBERS = """async (path) => {
  const asked = indexedDB.open("sammen-reading");
  await new Promise((resolve) => (asked.onsuccess = resolve));
  const rows = asked.result.transaction("pages").objectStore("pages").getAllKeys();
  await new Promise((resolve) => (rows.onsuccess = resolve));
  asked.result.close();
  return rows.result.includes(path);
}"""
HAS_NO_VAULT = """async () =>
  !(await indexedDB.databases()).some(({ name }) => name === "sammen-reading")"""
REMEMBERS_NOTHING = f"async () => !(await ({REMEMBERS})('{routes.GOALS}'))"
IS_NOBODYS = "localStorage.getItem('sammen-session') === null"
REMEMBERS_NOBODY = "async () => localStorage.getItem('sammen-reading') === null"
HAS_NO_KEY = """async () => {
  const asked = indexedDB.open("sammen-reading");
  await new Promise((resolve) => (asked.onsuccess = resolve));
  const key = asked.result.transaction("about").objectStore("about").get("key");
  await new Promise((resolve) => (key.onsuccess = resolve));
  asked.result.close();
  return key.result === undefined;
}"""
ONE_TRY_LEFT = """async () => {
  const asked = indexedDB.open("sammen-reading");
  await new Promise((resolve) => (asked.onsuccess = resolve));
  const turn = asked.result.transaction("about", "readwrite");
  const about = turn.objectStore("about");
  about.get("lock").onsuccess = ({ target }) => about.put({ ...target.result, tries: 9 }, "lock");
  await new Promise((resolve) => (turn.oncomplete = resolve));
  asked.result.close();
}"""
IS_EMPTY = """async () => {
  const done = (asked) => new Promise((resolve) => (asked.onsuccess = () => resolve(asked.result)));
  const left = [await caches.keys(), await navigator.serviceWorker.getRegistrations()];
  left.push(Object.keys(localStorage).filter((name) => name !== "sammen-left"));
  for (const { name } of await indexedDB.databases()) {
    const db = await done(indexedDB.open(name));
    for (const store of db.objectStoreNames)
      left.push(await done(db.transaction(store).objectStore(store).getAllKeys()));
    db.close();
  }
  return left.flat().length === 0;
}"""
A_TAP_ON_A_MESSAGE = """opens => navigator.serviceWorker.dispatchEvent(
  new MessageEvent("message", { data: { opens } }))"""
PUT_ASIDE = """
  Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
"""
FIVE_MINUTES_AWAY = """
  localStorage.setItem("sammen-seen", String(Date.now() - 301_000));
  document.dispatchEvent(new Event("visibilitychange"));
"""


def turn_on(phone: Phone) -> Phone:
    """Let the phone remember, behind ``CODE``."""
    phone.open(routes.SETTINGS).tap("Slå til")
    phone.write("Vælg en kode på seks tal", CODE).write("Skriv koden en gang til", CODE)
    return phone.tap("Slå til").sees("Det er slået til")


def read(phone: Phone, *paths: str) -> Phone:
    """Open the pages, and wait until the phone remembers them."""
    for path in paths:
        phone.open(path)
        until(phone, REMEMBERS, path)
    return phone


def until(phone: Phone, question: str, about: str = "") -> None:
    """Wait until the browser answers the question with yes."""
    phone.until(lambda: phone.page.evaluate(question, about))


def words_of_the_family(phone: Phone) -> list[str]:
    held = everything_held(phone.page)
    return [word for word in OF_THE_FAMILY if word in held]


def test_the_phone_locks_counts_the_tries_and_opens_again(phone: Take) -> None:
    mette = phone("mette")
    mette.open(routes.SETTINGS).tap("Slå til")
    mette.write("Vælg en kode på seks tal", "123456").tap("Slå til").sees("nem at gætte")
    read(turn_on(mette), routes.HOME)
    assert words_of_the_family(mette)

    as_a_phone = mette.context.new_cdp_session(mette.page)
    as_a_phone.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    mette.page.wait_for_function("() => matchMedia('(pointer: coarse)').matches")
    mette.page.evaluate("window.dispatchEvent(new Event('blur'))")  # into the list of open apps
    expect(mette.find(".cover")).to_be_visible()
    mette.page.evaluate("window.dispatchEvent(new Event('focus'))")
    expect(mette.find(".cover")).to_be_hidden()

    mette.page.evaluate(PUT_ASIDE)  # and the phone ends the app
    until(mette, HAS_NO_KEY)
    mette.page.reload()
    mette.write("Kode", CODE).tap("Lås op", exact=True).sees("Næste møde")

    mette.page.evaluate(FIVE_MINUTES_AWAY)
    mette.sees("Sammen er låst")
    assert words_of_the_family(mette) == []
    mette.write("Kode", WRONG).tap("Lås op", exact=True).sees("Du har 9 forsøg tilbage")
    mette.page.reload()
    mette.write("Kode", WRONG).tap("Lås op", exact=True).sees("Du har 8 forsøg tilbage")
    assert words_of_the_family(mette) == []
    mette.page.evaluate(A_TAP_ON_A_MESSAGE, routes.SETTINGS)
    mette.write("Kode", CODE).tap("Lås op", exact=True).sees("Husk på denne telefon")
    expect(mette.page).to_have_url(mette.url + routes.SETTINGS)

    mette.page.evaluate(FIVE_MINUTES_AWAY)
    mette.sees("Sammen er låst").page.evaluate(ONE_TRY_LEFT)
    mette.write("Kode", WRONG).tap("Lås op", exact=True).sees("Koden var forkert ti gange")
    until(mette, HAS_NO_VAULT)
    assert words_of_the_family(mette) == []


def test_after_signing_out_no_word_is_left_and_the_next_person_begins_anew(phone: Take) -> None:
    mette = read(turn_on(phone("mette")), routes.HOME, routes.GOALS)
    mette.unfold("Menu").tap("Log af", exact=True)
    expect(mette.page).to_have_url(mette.url + routes.SIGN_IN)
    until(mette, HAS_NO_VAULT)
    until(mette, IS_NOBODYS)
    assert words_of_the_family(mette) == []

    mette.sign_in("fatima@familie.example")
    mette.open(routes.HOME).sees("Kredsen om Alma").open(routes.SETTINGS)
    expect(mette.page.get_by_role("button", name="Slå til")).to_be_visible()


def test_another_person_on_a_phone_that_remembers_ends_the_remembering(phone: Take) -> None:
    anders = read(turn_on(phone("anders")), routes.HOME)
    anders.sign_in("fatima@familie.example")
    anders.page.goto(anders.url + routes.HOME)
    anders.sees("Kredsen om Alma")
    until(anders, REMEMBERS_NOBODY)
    until(anders, HAS_NO_VAULT)
    assert words_of_the_family(anders) == []


def test_when_the_session_ends_the_pages_go_and_the_code_stays(phone: Take, server: Server) -> None:
    sanne = as_app(read(turn_on(phone("sanne")), routes.GOALS))
    with Session(make_engine(server.database_url)) as db, db.begin():
        db.execute(update(SignInSession).values(ended_at=clock.now()))
    sanne.page.goto(sanne.url + routes.GOALS)
    expect(sanne.page).to_have_url(re.compile(f"{routes.SIGN_IN}$"))
    until(sanne, REMEMBERS_NOTHING)
    assert words_of_the_family(sanne) == []
    sanne.sign_in("sanne@kommune.example")
    sanne.page.goto(sanne.url + routes.GOALS)
    sanne.settle().sees("Emil møder til tiden")  # who is signed in anew has shown who they are
    sanne.page.evaluate(FIVE_MINUTES_AWAY)
    sanne.write("Kode", CODE).tap("Lås op", exact=True).settle().sees("Emil møder til tiden")


def test_who_signs_in_after_the_session_ended_is_not_remembered_as_the_one_before(
    phone: Take, server: Server
) -> None:
    anders = read(turn_on(phone("anders")), routes.GOALS)
    with Session(make_engine(server.database_url)) as db, db.begin():
        db.execute(update(SignInSession).values(ended_at=clock.now()))
    anders.page.goto(anders.url + routes.GOALS)
    expect(anders.page).to_have_url(re.compile(f"{routes.SIGN_IN}$"))
    until(anders, REMEMBERS_NOTHING)
    anders.sign_in("fatima@familie.example")
    anders.page.goto(anders.url + routes.HOME)
    anders.sees("Kredsen om Alma")
    until(anders, REMEMBERS_NOBODY)
    until(anders, HAS_NO_VAULT)


def test_a_passkey_opens_the_phone_where_it_can(phone: Take) -> None:
    jens = phone("jens")
    wire = jens.context.new_cdp_session(jens.page)
    wire.send("WebAuthn.enable")
    wire.send("WebAuthn.addVirtualAuthenticator", {"options": {**OWNER_IS_HERE, "hasPrf": True}})
    jens.page.add_init_script(NO_AUTOFILL)
    jens.open(routes.SETTINGS).tap("Tilføj en adgangsnøgle").sees("Adgangsnøglen er tilføjet")
    jens.tap("Slå til").tap("Lås op med din adgangsnøgle").sees("Det er slået til")
    read(jens, routes.GOALS)
    jens.page.evaluate(FIVE_MINUTES_AWAY)
    jens.sees("Sammen er låst").tap("Brug din adgangsnøgle")
    jens.settle().sees("Emil møder til tiden")


def test_hide_shows_the_week_and_the_way_back_asks_who_it_is(phone: Take) -> None:
    mette = phone("mette").open(routes.GOALS).open(routes.HOME)
    mette.tap("Skjul").sees("Uge")
    expect(mette.page).to_have_url(mette.url + routes.WEEK)
    mette.page.go_back()
    expect(mette.page).to_have_url(re.compile(f"{routes.SIGN_IN}$"))
    assert words_of_the_family(mette) == []

    anders = turn_on(phone("anders")).open(routes.GOALS)
    for _n in range(3):
        anders.page.keyboard.press("Escape")
    until(anders.sees("Uge"), HAS_NO_KEY)
    anders.tap("Tilbage", role="link")
    expect(anders.page).to_have_url(re.compile(f"{routes.SIGN_IN}$"))
    assert words_of_the_family(anders) == []
    anders.sign_in("anders@familie.example")
    anders.page.goto(anders.url + routes.GOALS)
    anders.write("Kode", CODE).tap("Lås op", exact=True).settle().sees("Emil møder til tiden")


def test_who_signs_in_before_the_leaving_was_heard_stays_signed_in(phone: Take) -> None:
    mette, ending = phone("mette").open(routes.HOME), f"**{routes.API_SESSION_END}"
    mette.page.route(ending, lambda route: route.fulfill(body="not our server's answer"))
    mette.tap("Skjul").sees("Uge").sign_in("mette@familie.example")
    mette.page.unroute(ending)
    mette.page.goto(mette.url + routes.HOME)
    mette.sees("Næste møde")


def test_deleting_everything_on_the_phone_leaves_nothing_of_ours(phone: Take) -> None:
    """After the number of what is not sent; and the session ends."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    jens = as_app(turn_on(phone("jens")))
    read(jens, routes.GOALS, routes.WRITE)
    jens.page.route(f"**{routes.API_OUTBOX}", lambda route: route.fulfill(status=503, json={}))
    write(jens, CANARY)
    jens.page.route(f"**{routes.API_SESSION_END}", hold)
    jens.open(routes.SETTINGS).tap("Slet alt på denne telefon").sees("Én tekst er ikke sendt endnu")
    jens.tap("Ja, slet alt").sees("Du er logget af")
    until(jens, IS_EMPTY)
    jens.until(lambda: held)
    held[0].continue_()
    expect(jens.page).to_have_url(jens.url + routes.SIGN_IN)
    jens.complaints.clear()  # an answer of 503 is an error in the browser's log


def test_with_the_server_gone_mette_reads_writes_and_signs_out(
    browser: Browser, tmp_path: Path
) -> None:
    with running_server(tmp_path) as server:
        mette = as_app(turn_on(Phone(browser, server.url, "mette")))
        read(mette, routes.GOALS, routes.HOME, routes.WRITE)
        says(server, "UPDATE wording SET title = 'Et nyt navn' WHERE title LIKE 'Jeg tager en%'")
        with server.frozen():
            open_unanswered(mette, routes.GOALS).sees("Jeg tager en pause")
        mette.sees("Et nyt navn")

        server.crash()
        mette.open(routes.HOME).sees("Næste møde")
        mette.tap("Mål", role="link").sees("Sidst opdateret").sees("Emil møder til tiden")
        write(mette.open(routes.WRITE), WRITTEN)
        mette.page.evaluate(FIVE_MINUTES_AWAY)
        mette.write("Kode", CODE).tap("Lås op", exact=True).sees("Hvad har du set?")
        mette.sees("Sidst opdateret")  # the page that has begun anew knows it too
        mette.unfold("Menu").tap("Log af", exact=True).sees("Du er logget af")
        assert words_of_the_family(mette) == []
        assert live_sessions(server) == 1

        again = start_server(tmp_path, server.port, server.database_url)
        mette.page.wait_for_url(re.compile(f"{routes.SIGN_IN}$"))
        mette.until(lambda: live_sessions(server) == 0 and times_written(server, WRITTEN) == 1)
        again.stop()
        mette.put_away()


def test_a_phone_that_remembers_nothing_has_no_word_that_can_be_read(
    phone: Take, server: Server
) -> None:
    """Not when she has written, nor when she signs out before anybody has answered."""
    inger = as_app(phone("inger").open(routes.WRITE))
    with server.frozen():
        write(inger, CANARY)
        assert CANARY not in everything_held(inger.page)
        open_unanswered(inger, routes.HOME).unfold("Menu").tap("Log af", exact=True)
        inger.sees("Du er logget af")
        assert CANARY not in everything_held(inger.page)
    expect(inger.page).to_have_url(inger.url + routes.SIGN_IN)
    inger.until(lambda: times_written(server, CANARY) == 1)


def open_unanswered(phone: Phone, path: str) -> Phone:
    """Go to a page while nobody answers: what it asks for may not come."""
    phone.page.goto(phone.url + path, wait_until="commit")
    return phone


def write(phone: Phone, words: str) -> None:
    """On the page for writing, about the first goal; the words stay on the phone."""
    form = phone.find("form[data-outbox=progress]")
    form.locator("label:has(input[name=goal_id])").first.click()
    form.get_by_label("Hvad har du set?").fill(words)
    form.get_by_role("button", name="Gem").click()
    expect(form).to_contain_text(KEPT)


def times_written(server: Server, words: str) -> int:
    with Session(make_engine(server.database_url)) as db:
        found = select(func.count()).where(ProgressEntry.note == words)
        return int(db.scalar(found) or 0)


def live_sessions(server: Server) -> int:
    with Session(make_engine(server.database_url)) as db:
        alive = select(func.count()).where(SignInSession.ended_at.is_(None))
        return int(db.scalar(alive) or 0)

"""Everything somebody can ask to see: each page's query, and where the page is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.orm import Session

from herning_pwa import routes
from herning_pwa.circles.queries import circle_page, invite_page, person_page
from herning_pwa.circles.queries.child import child_page
from herning_pwa.circles.queries.handover import hand_over_page
from herning_pwa.circles.queries.link import link_page
from herning_pwa.circles.queries.suggestions import suggest_page, suggestion_page
from herning_pwa.commitments.queries.page import commitments_page
from herning_pwa.desk.queries import desk_page
from herning_pwa.followup.queries.day import day_page
from herning_pwa.followup.queries.page import follow_up_page
from herning_pwa.followup.queries.round import round_page
from herning_pwa.followup.queries.ruler_words import ruler_words_page
from herning_pwa.goals.queries.draft import draft_page
from herning_pwa.goals.queries.goal import goal_page
from herning_pwa.goals.queries.goals import goal_list
from herning_pwa.home.queries import today_page
from herning_pwa.meetings.queries import (
    meeting_list,
    meeting_page,
    planning_page,
    preparing_page,
    summary_page,
)
from herning_pwa.meetings.queries.calendar import calendar_feed, calendar_file
from herning_pwa.offline.queries import unsent_page
from herning_pwa.people.calendar_feeds import feed_of, secret_of
from herning_pwa.people.commands.calendar import make_feed
from herning_pwa.people.models import Person
from herning_pwa.preview.queries import preview_page
from herning_pwa.progress.queries.write import write_page
from tests.walls.matrix.people import COLUMNS
from tests.walls.matrix.world import World


@dataclass(frozen=True)
class Look:
    """One page of the app, or one file: the query behind it and its address."""

    query: Callable[..., Any]
    arguments: dict[str, Any] = field(default_factory=dict)
    address: str = ""
    parameters: dict[str, str] = field(default_factory=dict)


LOOK_AS_OTHERS = ("mette", "anders", "sanne", "inger", "karl", "peter", "fatima")
OPEN_EVERY_PAGE = (*LOOK_AS_OTHERS, "frede")


def looks_of(world: World, name: str) -> list[Look]:
    """What this person tries to see: everything; the crowd of another circle every third page."""
    pages = list(looks(world))
    if name not in LOOK_AS_OTHERS:
        pages = [page for page in pages if page.query is not preview_page]
    return pages[::3] if name in COLUMNS[-1].people and name not in OPEN_EVERY_PAGE else pages


def looks(world: World) -> Iterator[Look]:
    """Every page, of our circle and of every thing there is."""
    circle = {"circle_id": world.circle_id}
    for query, address in OF_THE_CIRCLE:
        yield Look(query, circle, address)
    yield Look(desk_page, {}, routes.DESK)
    yield Look(ruler_words_page, {}, routes.RULER_WORDS)
    yield Look(unsent_page, {}, routes.UNSENT)
    for kind, (query, parameter, address) in OF_A_THING.items():
        for thing in world.of_kind(kind):
            wanted = {parameter: world[thing]}
            yield Look(query, wanted, address(world[thing]), wanted)
    held = {"meeting_id": world["meeting being held"]}
    yield Look(day_page, held, routes.meeting_day(held["meeting_id"]), held)
    for meeting in world.of_kind("meeting"):
        yield Look(calendar_file, {"meeting_id": world[meeting], "detailed": True})
    yield Look(own_feed)
    yield from _as_others(world)


def own_feed(db: Session, actor: Person) -> bytes:
    """The person's own feed with all the details there are, even where they may not be chosen."""
    with db.begin_nested() as savepoint:
        make_feed(db, actor)
        feed = feed_of(db, actor)
        assert feed
        feed.is_detailed = True
        db.flush()
        fetched = calendar_feed(db, secret=secret_of(feed))
        savepoint.rollback()
    return fetched


OF_THE_CIRCLE: tuple[tuple[Callable[..., Any], str], ...] = (
    (today_page, routes.HOME),
    (goal_list, routes.GOALS),
    (draft_page, routes.NEW_GOAL),
    (write_page, routes.WRITE),
    (meeting_list, routes.MEETINGS),
    (planning_page, routes.NEW_MEETING),
    (circle_page, routes.CIRCLE),
    (invite_page, routes.INVITE),
    (suggest_page, routes.SUGGEST),
    (commitments_page, routes.COMMITMENTS),
    (hand_over_page, routes.HAND_OVER),
    (follow_up_page, routes.FOLLOW_UP),
    (round_page, routes.UPDATE_ROUND),
)
OF_A_THING: dict[str, tuple[Callable[..., Any], str, Callable[[str], str]]] = {
    "goal": (goal_page, "goal_id", routes.goal),
    "meeting": (meeting_page, "meeting_id", routes.meeting),
    "prepared": (preparing_page, "meeting_id", routes.prepare),
    "held": (summary_page, "meeting_id", routes.summary),
    "place": (person_page, "membership_id", routes.person),
    "child": (child_page, "child_id", routes.child),
    "suggestion": (suggestion_page, "suggestion_id", routes.suggestion),
    "invitation": (link_page, "invitation_id", routes.invitation_link),
}


def _as_others(world: World) -> Iterator[Look]:
    """The circle with other people's eyes."""
    for who in ("inger", "anders", "freja", "karl", "nana"):
        place = world[f"place of {who}"]
        for part in ("", "moeder", "kreds", "loefter"):
            yield _as_somebody(world, place, part=part)
        for goal in ("goal for the parents", "Freja's private goal", "goal shown to Karl"):
            yield _as_somebody(world, place, goal_id=world[goal])
        yield _as_somebody(world, place, meeting_id=world["network meeting"])

    # A parent's own invitations, with the address each was sent to left out.
    yield _as_somebody(world, world["place of mette"], part="kreds")


def _as_somebody(world: World, place: str, **about: str) -> Look:
    """``about`` is a part, one goal or one meeting."""
    asked = {"membership_id": place, "goal_id": "", "meeting_id": "", "part": "", **about}
    return Look(
        preview_page,
        {"circle_id": world.circle_id, **asked},
        routes.as_somebody(place, **about),
    )

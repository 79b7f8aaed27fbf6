"""One's own preparation for a meeting, and who can read it."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy.orm import Session, selectinload

from herning_pwa.circles.models import Membership, Role
from herning_pwa.errors import NotFound, require
from herning_pwa.i18n import _
from herning_pwa.meetings.models import Meeting, Prepared, preparation_of
from herning_pwa.meetings.policy import preparing
from herning_pwa.meetings.queries.at_meeting import load_meeting, places_there
from herning_pwa.meetings.queries.preparation_story import preparation_story
from herning_pwa.meetings.queries.sight import sight_there
from herning_pwa.meetings.words import closed_line, if_shared, kind_word, saved_line, when
from herning_pwa.people.models import Person
from herning_pwa.ui.values import Saved, SightLine


@dataclass(frozen=True)
class PreparingView:
    """The page. Without a ``private_heading`` there are no private questions."""

    meeting_id: str = ""
    kind: str = ""
    when: str = ""
    closed_line: str = ""
    can_write: bool = False
    words: Prepared = field(default_factory=Prepared)
    version: int = 0
    saved_line: str = ""
    is_shared: bool = False
    story: list[str] = field(default_factory=list)  # when it was shared and kept back
    private_heading: str = ""  # Kun til Sanne
    asks_companion: bool = False
    sight: SightLine = field(default_factory=SightLine)
    sight_if_shared: SightLine = field(default_factory=SightLine)
    private_sight: SightLine = field(default_factory=SightLine)


def preparing_page(db: Session, actor: Person, *, meeting_id: object) -> PreparingView:
    """For those invited; raises NotFound and NotAllowed. Five statements."""
    meeting = load_meeting(db, actor, meeting_id, selectinload(Meeting.preparations))
    require(meeting.attendance_of(actor) is not None)
    own, mine = actor.membership_in(meeting.circle_id), preparation_of(actor, meeting)
    if own is None:
        raise NotFound
    leader, there = preparing.leader_of(meeting), places_there(meeting)
    writes_to_leader = preparing.may_write_to_leader(actor, meeting)
    return PreparingView(
        meeting_id=str(meeting.id),
        kind=kind_word(meeting.kind),
        when=when(meeting.starts_at, meeting.ends_at),
        closed_line=closed_line(meeting),
        can_write=preparing.may_prepare(actor, meeting),
        words=mine.words if mine else Prepared(),
        version=mine.version if mine else 0,
        saved_line=saved_line(mine.saved_at) if mine else "",
        is_shared=mine.is_shared if mine else False,
        story=preparation_story(db, actor, meeting),
        private_heading=_private(leader) if leader and writes_to_leader else "",
        asks_companion=own.role is not Role.SUPPORTER,
        sight=_sight(own, meeting, is_shared=mine.is_shared if mine else False),
        sight_if_shared=sight_there(own, there, there, sentence=if_shared()),
        private_sight=_sight_of_private(own, meeting, leader),
    )


def what_was_saved(
    db: Session, actor: Person, *, meeting_id: object, page_key: str, serial: str
) -> Saved:
    """What a page hears when its words have been saved. Raises NotFound.

    When another page has saved others since, it is not told their version: it has not shown them.
    """
    mine = preparation_of(actor, load_meeting(db, actor, meeting_id))
    if mine is None:
        return Saved(serial=serial, is_saved=True)
    version = mine.version if str(mine.page_key) == page_key else -1
    return Saved(serial=serial, is_saved=True, version=version, line=saved_line(mine.saved_at))


def _private(leader: Membership) -> str:
    return _("Only for {name}").format(name=leader.person.first_name)


def _sight(own: Membership, meeting: Meeting, *, is_shared: bool) -> SightLine:
    there = places_there(meeting)
    seeing = [
        place
        for place in there
        if is_shared or preparing.receives_preparations(place.person, meeting)
    ]
    return sight_there(own, seeing, there)


def _sight_of_private(own: Membership, meeting: Meeting, leader: Membership | None) -> SightLine:
    return sight_there(
        own,
        [leader] if leader else [],
        places_there(meeting),
        sentence=_("Only {names} can see this."),
    )

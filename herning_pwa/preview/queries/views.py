"""What a look as somebody else shows. Only what is named here ever leaves the server."""

from __future__ import annotations

from dataclasses import dataclass, field

from herning_pwa.goals.queries.children import ChildSays
from herning_pwa.goals.queries.goals import GoalCard
from herning_pwa.goals.queries.standing import Disagreement
from herning_pwa.goals.queries.steps import StepView
from herning_pwa.goals.queries.story import Happening
from herning_pwa.goals.queries.wordings import WordingView
from herning_pwa.meetings.queries import MeetingCard
from herning_pwa.meetings.queries.agenda import AgendaItem
from herning_pwa.meetings.queries.decided import Decided
from herning_pwa.meetings.queries.people import InvitedPerson
from herning_pwa.meetings.queries.prepared import PreparedPerson
from herning_pwa.meetings.queries.story import StoryLine
from herning_pwa.progress.queries.voices import Voices


@dataclass(frozen=True)
class Somebody:
    """Somebody to look as."""

    entry: str = ""
    shape: str = ""
    href: str = ""


@dataclass(frozen=True)
class PartLink:
    """One of the parts of what the person sees."""

    word: str = ""
    href: str = ""
    is_current: bool = False


@dataclass(frozen=True)
class SeenGroup:
    """The person's goals under one heading of theirs."""

    heading: str = ""
    goals: list[GoalCard] = field(default_factory=list)


@dataclass(frozen=True)
class SeenPerson:
    """Somebody the person sees in the circle."""

    name: str = ""
    relation: str = ""
    note: str = ""
    shape: str = "circle"


@dataclass(frozen=True)
class SeenPeople:
    """The people the person sees under one heading."""

    heading: str = ""
    people: list[SeenPerson] = field(default_factory=list)


@dataclass(frozen=True)
class SeenInvitation:
    """An invitation under way; where its mail went is the sender's alone."""

    who: str = ""
    status: str = ""
    tone: str = "wait"
    says: str = ""


@dataclass(frozen=True)
class SeenCircle:
    """The circle's own page, of that what is shown."""

    phase: str = ""
    children: list[str] = field(default_factory=list)
    circle: list[SeenPeople] = field(default_factory=list)
    invitations: list[SeenInvitation] = field(default_factory=list)


@dataclass(frozen=True)
class SeenCommitment:
    """One promise."""

    what: str = ""
    when: str = ""
    line: str = ""
    shape: str = "circle"


@dataclass(frozen=True)
class SeenCommitments:
    """Promises under one heading of the person's own."""

    heading: str = ""
    commitments: list[SeenCommitment] = field(default_factory=list)


@dataclass(frozen=True)
class SeenGoal:
    """One goal as the person sees it, without anything to answer or change."""

    goal_id: str = ""
    title: str = ""
    status_label: str = ""
    status_tone: str = ""
    belongs_label: str = ""
    area_label: str = ""
    standing: str = ""
    ending: str = ""
    proposal: WordingView = field(default_factory=WordingView)
    current: WordingView = field(default_factory=WordingView)
    earlier: list[WordingView] = field(default_factory=list)
    disagreements: list[Disagreement] = field(default_factory=list)
    children: list[ChildSays] = field(default_factory=list)
    steps: list[StepView] = field(default_factory=list)
    voices: Voices = field(default_factory=Voices)
    story: list[Happening] = field(default_factory=list)


@dataclass(frozen=True)
class SeenMeeting:
    """One meeting as the person sees it, without anything to answer, write or move."""

    meeting_id: str = ""
    kind: str = ""
    when: str = ""
    place: str = ""
    called_by: str = ""
    closed_line: str = ""
    cancelled_because: str = ""
    people: list[InvitedPerson] = field(default_factory=list)
    agenda: list[AgendaItem] = field(default_factory=list)
    prepared: list[PreparedPerson] = field(default_factory=list)
    sent_line: str = ""  # of "Sådan forstod vi det"
    paragraphs: list[str] = field(default_factory=list)
    decided: Decided = field(default_factory=Decided)
    story: list[StoryLine] = field(default_factory=list)


@dataclass(frozen=True)
class Preview:
    """The page: whom one can look as, or what the chosen person sees. ``part`` is what is shown:
    nothing, ``maal``, ``moeder``, ``kreds``, ``loefter``, ``et-maal`` or ``et-moede``. ``up`` is
    the page above this one, ``back`` the reader's own page."""

    heading: str = ""
    banner: str = ""
    up: str = ""
    back: str = ""
    part: str = ""
    parts: list[PartLink] = field(default_factory=list)
    nothing: str = ""
    people: list[Somebody] = field(default_factory=list)
    groups: list[SeenGroup] = field(default_factory=list)
    goal: SeenGoal = field(default_factory=SeenGoal)
    meeting: SeenMeeting = field(default_factory=SeenMeeting)
    ahead: list[MeetingCard] = field(default_factory=list)
    earlier: list[MeetingCard] = field(default_factory=list)
    here: SeenCircle = field(default_factory=SeenCircle)
    commitments: list[SeenCommitments] = field(default_factory=list)

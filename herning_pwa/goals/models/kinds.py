"""The fixed words of goals. Their Danish is in goals/words.py.

Lifecycle and achievement are HL7 FHIR's Goal.lifecycleStatus and
Goal.achievementStatus, so that goals can be exchanged later.
"""

from __future__ import annotations

from enum import StrEnum


class Lifecycle(StrEnum):
    """Where the goal is on its way. ``accepted`` is agreed, but not begun."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    ACTIVE = "active"
    ON_HOLD = "on-hold"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    REJECTED = "rejected"


IN_FORCE = frozenset({Lifecycle.ACCEPTED, Lifecycle.ACTIVE, Lifecycle.ON_HOLD})
ENDED = frozenset({Lifecycle.COMPLETED, Lifecycle.CANCELLED, Lifecycle.REJECTED})


class Achievement(StrEnum):
    """How it goes, apart from where it is."""

    IN_PROGRESS = "in-progress"
    IMPROVING = "improving"
    NO_CHANGE = "no-change"
    WORSENING = "worsening"
    SUSTAINING = "sustaining"
    ACHIEVED = "achieved"
    NOT_ACHIEVED = "not-achieved"


class Whose(StrEnum):
    """Whose goal it is."""

    CHILD = "child"
    PARENT = "parent"
    FAMILY = "family"


class Area(StrEnum):
    """The part of life the goal is about."""

    HOME = "home"
    SCHOOL_AND_DAYCARE = "school_and_daycare"
    FRIENDS_AND_LEISURE = "friends_and_leisure"
    FAMILY_AND_NETWORK = "family_and_network"
    HEALTH = "health"


class Audience(StrEnum):
    """Who can see the goal. The rule itself is in goals/policy.py."""

    CIRCLE = "circle"
    CORE = "core"
    PARENTS = "parents"
    CHILD = "child"


class WordingState(StrEnum):
    """What became of one wording. ``lapsed``: the goal was over before it was answered."""

    DRAFT = "draft"
    OPEN = "open"
    AGREED = "agreed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"
    LAPSED = "lapsed"


class AnswerKind(StrEnum):
    """The three answers to a wording."""

    AGREE = "agree"
    RETURN = "return"
    DECLINE = "decline"


class ViewKind(StrEnum):
    """What a child of ten or more said to a wording."""

    AGREES = "agrees"
    SEES_IT_DIFFERENTLY = "sees_it_differently"
    NOT_ASKED = "not_asked"


class TurnKind(StrEnum):
    """A turn in the goal's story that is not a wording, an answer or a view."""

    BEGUN = "begun"
    PAUSED = "paused"
    RESUMED = "resumed"
    FINISHED = "finished"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"
    UNDONE = "undone"
    PUT_IN_FOCUS = "put_in_focus"
    TAKEN_OUT_OF_FOCUS = "taken_out_of_focus"
    ACHIEVEMENT_SET = "achievement_set"
    AUDIENCE_CHANGED = "audience_changed"
    SHARED = "shared"
    SHARE_ENDED = "share_ended"
    STEP_ADDED = "step_added"
    STEP_TAKEN = "step_taken"
    STEP_DONE = "step_done"
    STEP_UNDONE = "step_undone"
    STEP_WITHDRAWN = "step_withdrawn"

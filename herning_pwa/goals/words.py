"""The words for what goals are and how they stand."""

from __future__ import annotations

from datetime import date

from herning_pwa.goals.models import (
    Achievement,
    Area,
    Audience,
    Goal,
    Lifecycle,
    OutcomeKind,
    ViewKind,
    Whose,
)
from herning_pwa.i18n import _, names, relative_day, today


def lifecycle_word(lifecycle: Lifecycle) -> str:
    return {
        Lifecycle.DRAFT: _("Draft"),
        Lifecycle.PROPOSED: _("Waiting for answers"),
        Lifecycle.ACCEPTED: _("Agreed, not begun"),
        Lifecycle.ACTIVE: _("Under way"),
        Lifecycle.ON_HOLD: _("Paused"),
        Lifecycle.COMPLETED: _("Finished"),
        Lifecycle.CANCELLED: _("Ended"),
        Lifecycle.REJECTED: _("Not now"),
    }[lifecycle]


def lifecycle_tone(lifecycle: Lifecycle) -> str:
    """The colour of the word; the word itself carries the meaning."""
    return {
        Lifecycle.PROPOSED: "wait",
        Lifecycle.ACCEPTED: "agreed",
        Lifecycle.ACTIVE: "agreed",
        Lifecycle.COMPLETED: "agreed",
    }.get(lifecycle, "mine")


def achievement_word(achievement: Achievement) -> str:
    return {
        Achievement.IN_PROGRESS: _("We are working on it"),
        Achievement.IMPROVING: _("It is getting better"),
        Achievement.NO_CHANGE: _("It is as before"),
        Achievement.WORSENING: _("It has become harder"),
        Achievement.SUSTAINING: _("We keep what we have reached"),
        Achievement.ACHIEVED: _("Reached"),
        Achievement.NOT_ACHIEVED: _("Not reached"),
    }[achievement]


def outcome_word(kind: OutcomeKind) -> str:
    """What a meeting decided, read afterwards."""
    return {
        OutcomeKind.CONTINUE: _("Goes on"),
        OutcomeKind.ADJUST: _("New words suggested"),
        OutcomeKind.REACHED: _("Reached"),
        OutcomeKind.PAUSE: _("Paused"),
        OutcomeKind.END: _("Ended"),
    }[kind]


def suggested(title: str) -> str:
    """The new words, where some were suggested."""
    return _("Suggestion: “{title}”").format(title=title) if title else ""


def area_word(area: Area) -> str:
    return {
        Area.HOME: _("Home"),
        Area.SCHOOL_AND_DAYCARE: _("School and daycare"),
        Area.FRIENDS_AND_LEISURE: _("Friends and leisure"),
        Area.FAMILY_AND_NETWORK: _("Family and network"),
        Area.HEALTH: _("Health"),
    }[area]


def audience_word(audience: Audience) -> str:
    return {
        Audience.CIRCLE: _("Everybody in the circle"),
        Audience.CORE: _("The family and the professionals, and those you choose"),
        Audience.PARENTS: _("Only parents and professionals"),
        Audience.CHILD: _("Only me and my social worker"),
    }[audience]


def audience_phrase(audience: Audience) -> str:
    """The audience in the middle of a sentence."""
    return {
        Audience.CIRCLE: _("everybody in the circle"),
        Audience.CORE: _("the family, the professionals and those named"),
        Audience.PARENTS: _("parents and professionals"),
        Audience.CHILD: _("the young person and the social worker"),
    }[audience]


def view_word(view: ViewKind) -> str:
    return {
        ViewKind.AGREES: _("Agrees"),
        ViewKind.SEES_IT_DIFFERENTLY: _("Sees it differently"),
        ViewKind.NOT_ASKED: _("Was not asked"),
    }[view]


def whose_label(goal: Goal, parent: str) -> str:
    """``Et mål for Emil``. ``parent`` is a first name."""
    if goal.whose is Whose.CHILD:
        children = names([child.first_name for child in goal.concerned_children])
        return _("A goal for {name}").format(name=children)
    if goal.whose is Whose.PARENT:
        return _("A goal for {name} as a parent").format(name=parent)
    return _("A goal for the whole family")


def dates_label(starts_on: date | None, target_on: date | None) -> str:
    """``Fra 1. december til 1. marts``; empty without dates."""
    if starts_on and target_on:
        return _("From {start} to {target}").format(
            start=relative_day(starts_on), target=relative_day(target_on)
        )
    if target_on:
        return _("Until {target}").format(target=relative_day(target_on))
    return _("From {start}").format(start=relative_day(starts_on)) if starts_on else ""


def due_label(due_on: date, *, is_late: bool) -> str:
    """When something is to be done."""
    if is_late:
        return _("Was due {day}").format(day=relative_day(due_on))
    return _("By {day}").format(day=relative_day(due_on))


def on_day(day: date) -> str:
    """``i dag``, ``i går`` or ``den 3. november``, as the end of a sentence."""
    word = relative_day(day)
    return word if abs((day - today()).days) <= 1 else _("on {date}").format(date=word)


def ending_sentence(goal: Goal) -> str:
    """How a goal ended, strengths first; empty while it lives."""
    if goal.lifecycle is Lifecycle.COMPLETED:
        return _finished(goal.achievement)
    return {
        Lifecycle.CANCELLED: _("The goal is ended. What you learned is still here."),
        Lifecycle.REJECTED: _(
            "It did not become a goal this time. You can always suggest another."
        ),
    }.get(goal.lifecycle, "")


def _finished(achievement: Achievement | None) -> str:
    if achievement in {Achievement.ACHIEVED, Achievement.SUSTAINING}:
        return _("You have reached the goal. You did it together.")
    if achievement is Achievement.IMPROVING:
        return _("You have come closer, step by step. The goal is finished for now.")
    return _("You have tried something important. The goal is finished for now.")

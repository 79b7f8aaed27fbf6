"""Ready-made ideas in parents' words. They are a start; every family changes the words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from herning_pwa.goals.models import Area, Words
from herning_pwa.i18n import _


@dataclass(frozen=True)
class StepIdea:
    """Something somebody could do, within so many days."""

    title: str
    within: timedelta


@dataclass(frozen=True)
class Idea:
    """A goal to start from. ``key`` is its name in an address."""

    key: str
    area: Area
    label: str
    words: Words
    steps: tuple[StepIdea, ...]


WEEK = timedelta(days=7)


def ideas() -> list[Idea]:
    """All ideas, in the order families ask for them."""
    return [
        _sleep(),
        _meals(),
        _daycare(),
        _mornings(),
        _friends(),
        _screens(),
        _two_homes(),
    ]


def idea(key: str) -> Idea | None:
    return next((one for one in ideas() if one.key == key), None)


def _sleep() -> Idea:
    return Idea(
        key="soevn",
        area=Area.HOME,
        label=_("Sleep"),
        words=Words(
            title=_("We have calm evenings, and everybody gets enough sleep"),
            why=_("When we sleep well, the days are easier for all of us."),
            signs=_("The light is out at the same time on school nights. We wake up rested."),
        ),
        steps=(
            StepIdea(_("Make a plan for the last hour before bedtime"), WEEK),
            StepIdea(_("Put phones and tablets away an hour before bedtime"), 2 * WEEK),
        ),
    )


def _meals() -> Idea:
    return Idea(
        key="maaltider",
        area=Area.HOME,
        label=_("Meals"),
        words=Words(
            title=_("We eat together without quarrelling"),
            why=_("Dinner is the time of day when we are all together."),
            signs=_("We sit at the table together four days a week. Everybody gets to speak."),
        ),
        steps=(
            StepIdea(_("Make a plan for dinners together with the children"), WEEK),
            StepIdea(_("Leave all phones in the hall while we eat"), WEEK),
        ),
    )


def _daycare() -> Idea:
    return Idea(
        key="dagtilbud",
        area=Area.SCHOOL_AND_DAYCARE,
        label=_("Starting in daycare"),
        words=Words(
            title=_("Our child feels safe in daycare"),
            why=_("A calm start makes it easier to play and learn."),
            signs=_("Our child says goodbye without crying and plays with others."),
        ),
        steps=(
            StepIdea(_("Agree with the daycare on how we say goodbye"), WEEK),
            StepIdea(_("Visit the daycare together and stay to play"), 2 * WEEK),
        ),
    )


def _mornings() -> Idea:
    return Idea(
        key="skolemorgener",
        area=Area.SCHOOL_AND_DAYCARE,
        label=_("School mornings"),
        words=Words(
            title=_("We get off to school on time, without raised voices"),
            why=_("A good morning makes a good school day."),
            signs=_("We leave home on time three days a week. Nobody shouts."),
        ),
        steps=(
            StepIdea(_("Pack the bag and find the clothes the evening before"), WEEK),
            StepIdea(_("Agree with the teacher whom to meet at the door"), 2 * WEEK),
        ),
    )


def _friends() -> Idea:
    return Idea(
        key="venner",
        area=Area.FRIENDS_AND_LEISURE,
        label=_("Friends"),
        words=Words(
            title=_("Our child has somebody to play with"),
            why=_("Friends make everyday life lighter."),
            signs=_("Our child plays with somebody at least once a week, and talks about it."),
        ),
        steps=(
            StepIdea(_("Invite a classmate home to play"), 2 * WEEK),
            StepIdea(_("Try a leisure activity together"), 4 * WEEK),
        ),
    )


def _screens() -> Idea:
    return Idea(
        key="skaerm",
        area=Area.HOME,
        label=_("Screens"),
        words=Words(
            title=_("We have rules about screens that everybody knows"),
            why=_("We want time for each other, and fewer arguments about screens."),
            signs=_("We put the screens away at the time we agreed, most days."),
        ),
        steps=(
            StepIdea(_("Write the rules together and hang them up"), WEEK),
            StepIdea(_("Find one thing we like to do together without a screen"), WEEK),
        ),
    )


def _two_homes() -> Idea:
    return Idea(
        key="to-hjem",
        area=Area.FAMILY_AND_NETWORK,
        label=_("Time in two homes"),
        words=Words(
            title=_("It is easy to move between the two homes"),
            why=_("Our child should be able to look forward to both homes."),
            signs=_("Handovers are calm. Clothes and schoolbag are where they are needed."),
        ),
        steps=(
            StepIdea(_("Make a common calendar for the two homes"), WEEK),
            StepIdea(_("Agree on what always goes along in the bag"), WEEK),
        ),
    )

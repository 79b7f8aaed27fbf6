"""The goals as the other person sees them, less what the reader may not see."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Select
from sqlalchemy.orm import Session

from herning_pwa import routes
from herning_pwa.circles.models import Membership
from herning_pwa.errors import NotFound
from herning_pwa.fields import as_id
from herning_pwa.goals.models import Goal, Lifecycle
from herning_pwa.goals.policy import visible_to
from herning_pwa.goals.queries.goal import GoalView, goal_page
from herning_pwa.goals.queries.goals import GoalCard, GoalList, goal_list
from herning_pwa.goals.queries.steps import StepView
from herning_pwa.i18n import _
from herning_pwa.people.models import Person
from herning_pwa.preview.queries.narrowing import ids, narrowed
from herning_pwa.preview.queries.views import SeenGoal, SeenGroup
from herning_pwa.progress.models import ProgressEntry
from herning_pwa.progress.policy import visible_to as entries_visible_to
from herning_pwa.progress.queries.voices import Voices


def goals_seen(db: Session, reader: Person, place: Membership) -> list[SeenGroup]:
    """The person's own list of goals, in its own groups. Drafts are nobody else's to see."""
    with narrowed(db, {Goal: ids(db, Goal, sent_goals(reader, place))}):
        listed = goal_list(db, place.person, circle_id=place.circle_id)
    return [
        SeenGroup(heading, [_card(card, place) for card in cards])
        for heading, cards in _groups(listed)
        if cards
    ]


def _groups(listed: GoalList) -> list[tuple[str, list[GoalCard]]]:
    return [
        (_("Waiting for you"), listed.asking_me),
        (_("In focus"), listed.in_focus),
        (_("Waiting for answers"), listed.waiting),
        (_("Other goals"), listed.others),
        (_("Goals that are over"), listed.ended),
    ]


def _card(card: GoalCard, place: Membership) -> GoalCard:
    return replace(card, href=routes.as_somebody(place.id, goal_id=card.goal_id))


def goal_seen(db: Session, reader: Person, place: Membership, goal_id: object) -> SeenGoal | None:
    """The person's own page of a goal the reader sees; none when the person does not see it.

    Raises NotFound when the reader does not see the goal, or it lies in another circle.
    """
    wanted = as_id(goal_id)
    goals = ids(db, Goal, sent_goals(reader, place).where(Goal.id == wanted))
    if not goals:
        raise NotFound
    said = entries_visible_to(reader).where(ProgressEntry.goal_id == wanted)
    with narrowed(db, {Goal: goals, ProgressEntry: ids(db, ProgressEntry, said)}):
        try:
            return _seen(goal_page(db, place.person, goal_id=wanted))
        except NotFound:
            return None


def sent_goals(reader: Person, place: Membership) -> Select[Goal]:
    """The circle's goals that the reader sees, less the reader's own draft."""
    return visible_to(reader).where(
        Goal.circle_id == place.circle_id, Goal.lifecycle != Lifecycle.DRAFT
    )


def _seen(page: GoalView) -> SeenGoal:
    return SeenGoal(
        goal_id=page.goal_id,
        title=page.title,
        status_label=page.status_label,
        status_tone=page.status_tone,
        belongs_label=page.belongs_label,
        area_label=page.area_label,
        standing=page.standing,
        ending=page.ending,
        proposal=page.proposal,
        current=page.current,
        earlier=page.earlier,
        disagreements=page.disagreements,
        children=[replace(child, can_record=False) for child in page.children],
        steps=[_step(step) for step in page.steps],
        voices=_voices(page.voices),
        story=page.story,
    )


def _step(step: StepView) -> StepView:
    """The step without what could be done about it."""
    return StepView(
        step_id=step.step_id,
        title=step.title,
        shape=step.shape,
        line=step.line,
        is_done=step.is_done,
        is_late=step.is_late,
    )


def _voices(voices: Voices) -> Voices:
    """What everybody says; not the person's own form and own corrections."""
    return Voices(
        voices=voices.voices,
        drawing=voices.drawing,
        description=voices.description,
        first_day=voices.first_day,
        last_day=voices.last_day,
        to_talk_about=voices.to_talk_about,
        rows=voices.rows,
        rows_note=voices.rows_note,
        kept=voices.kept,
    )

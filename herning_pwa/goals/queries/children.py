"""What the children the goal concerns think of its words (barnets lov § 5)."""

from __future__ import annotations

from dataclasses import dataclass

from herning_pwa.circles.models import Child
from herning_pwa.circles.words import capitalised
from herning_pwa.goals.models import ChildView, Goal, ViewKind, Wording
from herning_pwa.goals.policy import asked_children, may_record_view
from herning_pwa.goals.queries.company import Company
from herning_pwa.i18n import _
from herning_pwa.people.models import Person


@dataclass(frozen=True)
class ChildSays:
    """What one child thinks of the words, or that it has not been asked yet."""

    child_id: str = ""
    name: str = ""
    says: str = ""
    words: str = ""
    by_line: str = ""
    is_missing: bool = False
    can_record: bool = False
    is_reader: bool = False


def children_say(actor: Person, goal: Goal, company: Company) -> list[ChildSays]:
    """Each child who is asked, with its view of the words that wait or are in force."""
    wording = goal.open_wording or goal.current_wording
    if wording is None:
        return []
    return [_child_says(actor, goal, wording, child, company) for child in asked_children(goal)]


def _child_says(
    actor: Person, goal: Goal, wording: Wording, child: Child, company: Company
) -> ChildSays:
    view, is_reader = wording.view_of(child.id), child.person_id == actor.id
    name = child.first_name
    says = child_sentence(view, _("you") if is_reader else name)
    if view is None and is_reader:
        says = _("You have not said what you think yet.")
    return ChildSays(
        child_id=str(child.id),
        name=name,
        says=capitalised(says),
        words=company.words_of_child(child, view) if view else "",
        by_line=capitalised(told_by(child, view, company)) if view else "",
        is_missing=view is None,
        can_record=may_record_view(actor, goal, child),
        is_reader=is_reader,
    )


def told_by(child: Child, view: ChildView, company: Company) -> str:
    """``Mette skrev, hvad Emil sagde``; empty when the child wrote it."""
    if view.recorded_by_id == child.person_id:
        return ""
    name = company.name(view.recorded_by_id)
    if view.kind is ViewKind.NOT_ASKED:
        return _("{name} wrote it").format(name=name)
    return _("{name} wrote what {child} said").format(name=name, child=child.first_name)


def child_sentence(view: ChildView | None, name: str) -> str:
    """``Freja er enig i ordene``."""
    if view is None:
        return _("{name} has not said what they think yet.").format(name=name)
    return {
        ViewKind.AGREES: _("{name} agrees with the words"),
        ViewKind.SEES_IT_DIFFERENTLY: _("{name} sees it differently"),
        ViewKind.NOT_ASKED: _("{name} was not asked, because …"),
    }[view.kind].format(name=name)

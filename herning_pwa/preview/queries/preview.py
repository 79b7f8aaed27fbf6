"""/was: whom one can look as, and what that person sees."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.orm import Session, joinedload

from herning_pwa import routes
from herning_pwa.circles.models import Membership
from herning_pwa.circles.policy import members_visible_to
from herning_pwa.circles.queries.find import find_place
from herning_pwa.circles.words import named_place, voice_shape
from herning_pwa.errors import NotFound, require
from herning_pwa.fields import as_id, plain
from herning_pwa.goals.queries import find_goal
from herning_pwa.i18n import _
from herning_pwa.people.models import Person
from herning_pwa.preview.policy import may_look_as, may_look_as_others
from herning_pwa.preview.queries.circle import circle_seen, meetings_seen
from herning_pwa.preview.queries.commitments import commitments_seen
from herning_pwa.preview.queries.goals import goal_seen, goals_seen
from herning_pwa.preview.queries.meeting import meeting_seen
from herning_pwa.preview.queries.views import PartLink, Preview, SeenGoal, SeenMeeting, Somebody

GOALS, MEETINGS, CIRCLE, COMMITMENTS = "maal", "moeder", "kreds", "loefter"
ONE_GOAL, ONE_MEETING = "et-maal", "et-moede"


def preview_page(
    db: Session,
    actor: Person,
    *,
    circle_id: object,
    membership_id: object = "",
    goal_id: object = "",
    meeting_id: object = "",
    part: object = "",
) -> Preview:
    """What somebody else sees; without ``membership_id``, whom one can choose.

    Raises NotFound and NotAllowed. Nothing is written, and nothing is shown that the actor may
    not see in their own name.
    """
    if not plain(membership_id):
        return _choosing(db, actor, circle_id, goal_id)
    place = find_place(
        db,
        actor,
        membership_id,
        joinedload(Membership.person).selectinload(Person.memberships),
        joinedload(Membership.circle),
    )
    require(may_look_as(actor, place))
    if plain(goal_id):
        return _one_goal(db, actor, place, _frame(place, ONE_GOAL), goal_id)
    if plain(meeting_id):
        return _one_meeting(db, actor, place, _frame(place, ONE_MEETING), meeting_id)
    shown = plain(part) if plain(part) in SHOWN else GOALS
    return SHOWN[shown](db, actor, place, _frame(place, shown))


def _choosing(db: Session, actor: Person, circle_id: object, goal_id: object) -> Preview:
    """Everybody the actor may look as. Raises NotFound and NotAllowed."""
    goal = find_goal(db, actor, goal_id) if plain(goal_id) else None
    wanted = goal.circle_id if goal else as_id(circle_id)
    if actor.membership_in(wanted) is None:
        raise NotFound
    require(may_look_as_others(actor, wanted))
    places = db.scalars(
        members_visible_to(actor)
        .where(Membership.circle_id == wanted)
        .options(joinedload(Membership.person).selectinload(Person.memberships))
        .order_by(Membership.started_at, Membership.id)
    )
    people = [place for place in places if may_look_as(actor, place)]
    return Preview(
        heading=_("See it as somebody else"),
        up=routes.goal(goal.id) if goal else routes.CIRCLE,
        nothing="" if people else _("There is nobody you can choose yet."),
        people=[
            Somebody(
                entry=named_place(place.person.first_name, place.relation, place.role),
                shape=voice_shape(place.role),
                href=routes.as_somebody(place.id, goal_id=goal.id if goal else ""),
            )
            for place in people
        ],
    )


def _frame(place: Membership, part: str) -> Preview:
    """The banner and the ways from here, the same around every part."""
    name = place.person.first_name
    words = {
        GOALS: _("Goals"),
        MEETINGS: _("Meetings"),
        CIRCLE: _("Circle"),
        COMMITMENTS: _("Commitments"),
    }
    return Preview(
        heading=_("As {name} sees it").format(name=name),
        banner=_("You see the circle as {name} sees it. Nothing can be changed here.").format(
            name=name
        ),
        up=routes.AS_SOMEBODY,
        back=routes.CIRCLE,
        part=part,
        parts=[
            PartLink(word, routes.as_somebody(place.id, part=one), is_current=one == part)
            for one, word in words.items()
        ],
    )


def _one_goal(
    db: Session, actor: Person, place: Membership, frame: Preview, goal_id: object
) -> Preview:
    goal = goal_seen(db, actor, place, goal_id)
    sentence = _("{name} cannot see this goal.").format(name=place.person.first_name)
    return replace(
        frame,
        up=routes.as_somebody(place.id),
        back=routes.goal(as_id(goal_id)),
        goal=goal or SeenGoal(),
        nothing="" if goal else sentence,
    )


def _one_meeting(
    db: Session, actor: Person, place: Membership, frame: Preview, meeting_id: object
) -> Preview:
    meeting = meeting_seen(db, actor, place, meeting_id)
    sentence = _("{name} cannot see this meeting.").format(name=place.person.first_name)
    return replace(
        frame,
        up=routes.as_somebody(place.id, part=MEETINGS),
        back=routes.meeting(as_id(meeting_id)),
        meeting=meeting or SeenMeeting(),
        nothing="" if meeting else sentence,
    )


def _goals(db: Session, actor: Person, place: Membership, frame: Preview) -> Preview:
    groups = goals_seen(db, actor, place)
    sentence = _("{name} sees no goals that you can see.").format(name=place.person.first_name)
    return replace(frame, groups=groups, nothing="" if groups else sentence)


def _meetings(db: Session, actor: Person, place: Membership, frame: Preview) -> Preview:
    seen = meetings_seen(db, actor, place)
    sentence = _("{name} sees no meetings that you can see.").format(name=place.person.first_name)
    nothing = "" if seen.ahead or seen.earlier else sentence
    return replace(frame, ahead=seen.ahead, earlier=seen.earlier, nothing=nothing)


def _circle(db: Session, actor: Person, place: Membership, frame: Preview) -> Preview:
    return replace(frame, here=circle_seen(db, actor, place))


def _commitments(db: Session, actor: Person, place: Membership, frame: Preview) -> Preview:
    groups = commitments_seen(db, actor, place)
    sentence = _("{name} sees no commitments right now.").format(name=place.person.first_name)
    return replace(frame, commitments=groups, nothing="" if groups else sentence)


SHOWN = {
    GOALS: _goals,
    MEETINGS: _meetings,
    CIRCLE: _circle,
    COMMITMENTS: _commitments,
}

"""What is said to a summary, as far as the reader may see it."""

from __future__ import annotations

from dataclasses import dataclass

from herning_pwa.circles.words import relation_word, voice_shape
from herning_pwa.i18n import _
from herning_pwa.meetings.models import MeetingSummary, Says, SummaryReply
from herning_pwa.meetings.policy import summing_up
from herning_pwa.people.models import Person


@dataclass(frozen=True)
class Comment:
    """One person's present comment, beside the text and never in it."""

    name: str = ""
    relation: str = ""
    shape: str = ""
    words: str = ""
    note: str = ""


@dataclass(frozen=True)
class Standing:
    """How one of those who were asked stands to the summary; for professionals."""

    name: str = ""
    shape: str = ""
    line: str = ""
    waits: bool = False


def comments_seen(reader: Person, summary: MeetingSummary) -> list[Comment]:
    return [
        _comment(reader, reply)
        for reply in summary.present_replies.values()
        if reply.says is Says.COMMENTED and summing_up.may_see_reply(reader, reply)
    ]


def standings_seen(reader: Person, summary: MeetingSummary) -> list[Standing]:
    """Everybody asked, for those who may see it; nobody for the others."""
    if not summing_up.may_see_replies(reader, summary.meeting):
        return []
    said = summary.present_replies
    asked = summing_up.asked_to_reply(summary)
    return [
        Standing(
            name=place.person.first_name,
            shape=voice_shape(place.role),
            line=_standing(said.get(place.person_id)),
            waits=place.person_id not in said,
        )
        for place in asked
    ]


def _standing(reply: SummaryReply | None) -> str:
    if reply is None:
        return _("Has not answered")
    if reply.says is Says.CONFIRMED:
        return _("Says that it is right")
    return _("Has a comment")


def _comment(reader: Person, reply: SummaryReply) -> Comment:
    place = next(
        m for m in reply.summary.meeting.circle.memberships if m.person_id == reply.person_id
    )
    is_me, name = reply.person_id == reader.id, reply.person.first_name
    shared = _("Shared with everybody at the meeting.")
    return Comment(
        name=_("{name} (you)").format(name=name) if is_me else name,
        relation=relation_word(place.relation, place.role),
        shape=voice_shape(place.role),
        words=reply.words,
        note=shared if reply.is_shared else _("Not shared with the others."),
    )

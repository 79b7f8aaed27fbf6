"""The way from a meeting's page to "Sådan forstod vi det"."""

from __future__ import annotations

from dataclasses import dataclass

from herning_pwa import routes
from herning_pwa.i18n import _
from herning_pwa.meetings.models import Meeting, MeetingSummary, draft_of, sent_of
from herning_pwa.meetings.policy import summing_up
from herning_pwa.people.models import Person


@dataclass(frozen=True)
class SummaryWay:
    """On the meeting's page. An empty ``href``: nothing there yet for this reader."""

    href: str = ""
    line: str = ""
    act: str = ""


NONE = SummaryWay()


def way_to_summary(actor: Person, meeting: Meeting) -> SummaryWay:
    sent, may_write = sent_of(meeting), summing_up.may_sum_up(actor, meeting)
    href = routes.summary(meeting.id)
    if may_write and draft_of(meeting):
        return SummaryWay(href, _("There is a draft that has not been sent."), _("Write on"))
    if sent is None:
        nothing_yet = _("Write it while you remember it.")
        return SummaryWay(href, nothing_yet, _("Write what you agreed on")) if may_write else NONE
    return SummaryWay(href, *_line_and_act(actor, sent))


def _line_and_act(actor: Person, sent: MeetingSummary) -> tuple[str, str]:
    name = sent.sent_by.first_name if sent.sent_by else ""
    wrote = _("{name} has written what you agreed on.").format(name=name)
    if summing_up.may_reply(actor, sent) and actor.id not in sent.present_replies:
        return wrote, _("Read and answer")
    return wrote, _("Read it")

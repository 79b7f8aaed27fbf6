"""Reading the times somebody offers, row by row."""

from __future__ import annotations

from collections.abc import Iterable

from herning_pwa.fields import Check, plain
from herning_pwa.i18n import _, local
from herning_pwa.meetings.commands.arrange import span_of
from herning_pwa.meetings.commands.written import Span, read_span
from herning_pwa.meetings.models import OFFERS_LIMIT, Meeting
from herning_pwa.people.models import Person

Row = tuple[str, str, str]


def read_offers(check: Check, meeting: Meeting, actor: Person, times: object) -> list[Span]:
    """The new times; empty when the actor has offered them all already, as a second tap does.

    The names of a row's fields end in its number. Rows that nobody has written in are left out:
    they start with the meeting's own hours and no day.
    """
    rows = {n: row for n, row in _rows(times) if not _is_untouched(meeting, row)}
    if not rows:
        check.refuse("day1", _("Choose a day for at least one time."))
    spans = {n: _read_row(check, n, row) for n, row in rows.items()}
    read = [span for span in spans.values() if span]
    offered = {span_of(offer): offer.offered_by_id for offer in meeting.open_offers}
    if read and all(offered.get(span) == actor.id for span in read):
        return []
    _refuse_taken(check, spans, {span_of(meeting), *offered})
    if len(offered) + len(read) > OFFERS_LIMIT:
        check.refuse(
            f"day{max(rows)}",
            _("At most {n} times can be offered. Take one away first.").format(n=OFFERS_LIMIT),
        )
    return read


def _rows(times: object) -> Iterable[tuple[int, Row]]:
    for n, row in enumerate(times if isinstance(times, list | tuple) else (), start=1):
        if isinstance(row, list | tuple) and len(row) == len(("day", "start", "end")):
            day, start, end = row
            yield n, (plain(day), plain(start), plain(end))


def _is_untouched(meeting: Meeting, row: Row) -> bool:
    day, *hours = row
    begins, ends = local(meeting.starts_at), local(meeting.ends_at)
    present = [begins.strftime("%H:%M"), ends.strftime("%H:%M")]
    return not day and hours in (present, ["", ""])


def _read_row(check: Check, n: int, row: Row) -> Span | None:
    own = Check()
    span = read_span(own, *row)
    for field, sentence in own.problems.items():
        check.refuse(f"{field}{n}", sentence)
    return span


def _refuse_taken(check: Check, spans: dict[int, Span | None], taken: set[Span]) -> None:
    """Each time once, and never the one the meeting has."""
    for n, span in spans.items():
        if span in taken:
            check.refuse(f"day{n}", _("That time is there already. Choose another."))
        elif span:
            taken.add(span)

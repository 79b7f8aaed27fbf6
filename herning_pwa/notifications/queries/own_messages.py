"""What the settings page shows of messages, and whether today's page asks about them."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session

from herning_pwa.i18n import _, local, relative_day, short_date
from herning_pwa.meetings.models import Attendance
from herning_pwa.notifications.commands.subscribing import subscriptions_of
from herning_pwa.notifications.delivery.vapid import public_key
from herning_pwa.notifications.models import PushSubscription
from herning_pwa.people.models import NewsBy, Person
from herning_pwa.progress.models import ProgressEntry


@dataclass(frozen=True)
class MessageBrowser:
    """One browser that gets the reader's messages."""

    id: str = ""
    name: str = ""
    story: str = ""
    is_here: bool = False


@dataclass(frozen=True)
class OwnMessagesView:
    """``key`` is what a browser is given when it is to get messages."""

    by: str = NewsBy.MAIL.value
    key: str = ""
    browsers: list[MessageBrowser] = field(default_factory=list)
    is_here: bool = False


def own_messages(db: Session, actor: Person, *, session_id: UUID) -> OwnMessagesView:
    """How the actor hears of news, and in which browsers. Nobody else's are in it.

    Whoever has no browser left hears by mail.
    """
    browsers = [_browser(each, session_id) for each in subscriptions_of(db, actor)]
    by = actor.news_by if browsers or actor.news_by is not NewsBy.PUSH else NewsBy.MAIL
    return OwnMessagesView(
        by=by.value,
        key=public_key(),
        browsers=browsers,
        is_here=any(each.is_here for each in browsers),
    )


def _browser(subscription: PushSubscription, session_id: UUID) -> MessageBrowser:
    since = _("Since {day}.").format(day=short_date(local(subscription.created_at).date()))
    sent = subscription.last_ok_at
    last = _("Last message {day}.").format(day=relative_day(local(sent).date())) if sent else ""
    return MessageBrowser(
        str(subscription.id),
        subscription.browser or _("Unknown browser"),
        f"{since} {last}".strip(),
        subscription.session_id == session_id,
    )


def key_to_ask_with(db: Session, actor: Person) -> str:
    """The key for asking whether the actor wants messages; empty when it is not the time.

    Asked after a moment of value (an answer to a meeting, words about how it goes), never
    before, and never again after a no or a choice of their own.
    """
    if actor.push_declined_at or actor.news_by is not NewsBy.MAIL:
        return ""
    has_written = exists().where(ProgressEntry.person_id == actor.id)
    has_answered = exists().where(
        Attendance.person_id == actor.id, Attendance.answered_at.is_not(None)
    )
    return public_key() if db.scalar(select(or_(has_written, has_answered))) else ""

"""How somebody's meetings get into their own calendar, as their settings show it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from herning_pwa import routes
from herning_pwa.config import settings
from herning_pwa.i18n import _, local, short_date
from herning_pwa.people.calendar_feeds import feed_of, secret_of
from herning_pwa.people.models import Person
from herning_pwa.people.policy import may_have_details_in_feed


@dataclass(frozen=True)
class OwnCalendarView:
    """``story`` is empty without a feed; its address is there only after a fresh sign-in."""

    wants_mail: bool = False
    story: str = ""
    address: str = ""
    opens_calendar: str = ""  # the same, as phones open it in their calendar
    is_detailed: bool = False
    can_have_details: bool = False


def own_calendar(db: Session, actor: Person, *, is_fresh: bool) -> OwnCalendarView:
    feed = feed_of(db, actor)
    if feed is None:
        return OwnCalendarView(wants_mail=actor.wants_meeting_mail)
    address = f"{settings().public_url}{routes.calendar_feed(secret_of(feed))}"
    made = short_date(local(feed.made_at).date())
    return OwnCalendarView(
        wants_mail=actor.wants_meeting_mail,
        story=_("Connected since {day}.").format(day=made),
        address=address if is_fresh else "",
        opens_calendar=f"webcal:{address.partition(':')[2]}" if is_fresh else "",
        is_detailed=feed.is_detailed,
        can_have_details=may_have_details_in_feed(actor),
    )

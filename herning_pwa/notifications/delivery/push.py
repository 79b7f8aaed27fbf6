"""Handing one message to the push service of one browser: no name, no content, in no byte."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto
from uuid import UUID

from pywebpush import WebPushException, webpush

from herning_pwa.config import settings
from herning_pwa.i18n import LANGUAGE, _
from herning_pwa.notifications.delivery.endpoints import NotPublic, is_push_service
from herning_pwa.notifications.delivery.pinned import HTTPException, Pinned
from herning_pwa.notifications.delivery.vapid import vapid
from herning_pwa.notifications.models import PushSubscription

DECLARATIVE = 8030  # the number Safari knows the format by
TAG = "news"  # a newer message takes the place of one that is still on the screen
TIMEOUT_SECONDS = 10
KEPT_AT_MOST = timedelta(days=1)  # for a phone that is off
NEVER_AGAIN = {403, 404, 410}  # not ours, not known, gone


class Reached(Enum):
    """How it went with one browser."""

    YES = auto()
    NOT_NOW = auto()
    NEVER = auto()


@dataclass(frozen=True)
class Poke:
    """One message to one browser, free of the database."""

    subscription_id: UUID
    endpoint: str
    p256dh: bytes
    auth: bytes
    payload: str
    topic: str
    kept_for: timedelta


def payload_for(opens: str, *, waiting: int) -> str:
    """What the phone shows (declarative web push): it says that there is news, and no more.

    ``opens`` is the page a tap leads to, ``waiting`` the number on the app's icon.
    """
    return json.dumps(
        {
            "web_push": DECLARATIVE,
            "notification": {
                "title": _("There is news for you"),
                "body": _("Open the app to see it."),
                "navigate": f"{settings().public_url}{opens}",
                "lang": LANGUAGE,
                "tag": TAG,
            },
            "app_badge": waiting,
        },
        ensure_ascii=False,
    )


def poke_for(
    subscription: PushSubscription, payload: str, *, topic: UUID, kept_for: timedelta
) -> Poke:
    """``topic`` names the occasion: told twice, the service keeps only the last of them."""
    return Poke(
        subscription.id,
        subscription.endpoint,
        subscription.p256dh,
        subscription.auth,
        payload,
        base64.urlsafe_b64encode(topic.bytes).rstrip(b"=").decode(),
        kept_for,
    )


def poke(message: Poke, by: Pinned | None = None) -> Reached:
    """Send it. Never raises for what a service, a name, a net or a browser's keys may do."""
    if not is_push_service(message.endpoint):
        return Reached.NEVER
    try:
        webpush(
            _told(message),
            message.payload,
            vapid_private_key=vapid(),
            vapid_claims={"sub": f"mailto:{settings().mail_from}"},
            ttl=int(message.kept_for.total_seconds()),
            timeout=TIMEOUT_SECONDS,
            headers={"Topic": message.topic, "Urgency": "normal"},
            requests_session=by or Pinned(),
        )
    except WebPushException as refused:
        return Reached.NEVER if refused.status_code in NEVER_AGAIN else Reached.NOT_NOW
    except (NotPublic, OSError, HTTPException, ValueError):  # the last: keys that do not fit
        return Reached.NOT_NOW
    return Reached.YES


def _told(message: Poke) -> dict[str, object]:
    keys = {"p256dh": message.p256dh, "auth": message.auth}
    return {
        "endpoint": message.endpoint,
        "keys": {name: base64.urlsafe_b64encode(raw).decode() for name, raw in keys.items()},
    }

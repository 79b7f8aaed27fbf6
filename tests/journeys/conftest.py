"""Where the demo families' journeys begin."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa import routes
from herning_pwa.db import make_engine
from herning_pwa.meetings.models import Kind, Meeting, MeetingSummary
from tests.server import Server


@pytest.fixture
def prepare_at(server: Server) -> str:
    """Where one prepares for the demo's next follow-up."""
    engine = make_engine(server.database_url)
    with Session(engine) as db:
        ahead = select(Meeting.id).where(
            Meeting.kind == Kind.FOLLOW_UP,
            Meeting.starts_at > datetime.now(UTC),
            Meeting.starts_at < datetime.now(UTC) + timedelta(days=8),
        )
        found = db.scalars(ahead).one()
    engine.dispose()
    return routes.prepare(found)


@pytest.fixture
def understood_at(server: Server) -> str:
    """Where the demo's summary stands, with a comment and what each has answered."""
    engine = make_engine(server.database_url)
    with Session(engine) as db:
        found = db.scalars(select(MeetingSummary.meeting_id)).one()
    engine.dispose()
    return routes.summary(found)

"""What people in the demo write before a meeting, and what they understood at one."""

from __future__ import annotations

from uuid import uuid4

from herning_pwa.demo.script import Script, days_ago
from herning_pwa.meetings.commands import (
    reply_to_summary,
    save_preparation,
    send_summary,
    share_preparation,
)
from herning_pwa.meetings.models import Meeting, Says
from herning_pwa.people.models import Person

UNDERSTOOD = """Emil vil gerne komme til tiden. Mette vækker ham klokken syv, også i weekenden.

Anders spiser med børnene om torsdagen. Så får Freja fri til håndbold.

Sanne taler med Emils lærer om mandage. Hun ringer til Mette og Anders bagefter.

Vi ses igen om seks uger."""


def understood(script: Script, people: dict[str, Person], held: Meeting) -> None:
    """Sanne sends it; one says yes, one has a comment for the professionals alone."""
    with days_ago(24, 10):
        sent = send_summary(
            script.db,
            people["Sanne"],
            meeting_id=held.id,
            page_key=uuid4(),
            version=0,
            text=UNDERSTOOD,
        )
        script.db.flush()
    with days_ago(23):
        reply_to_summary(script.db, people["Inger"], summary_id=sent.id, says=Says.CONFIRMED)
        reply_to_summary(
            script.db,
            people["Anders"],
            summary_id=sent.id,
            says=Says.COMMENTED,
            words="Torsdag kan blive svær i december. Der arbejder jeg sent.",
        )


def prepared(script: Script, people: dict[str, Person], near: Meeting) -> None:
    """Inger shares what she thinks; Anders writes to Sanne."""
    with days_ago(2):
        save_preparation(
            script.db,
            people["Inger"],
            meeting_id=near.id,
            page_key=uuid4(),
            version=0,
            going_well="Emil er glad, når han kommer hos mig.",
            next_steps="Jeg vil gerne have en fast dag med ham.",
        )
        share_preparation(script.db, people["Inger"], meeting_id=near.id)
    with days_ago(1):
        save_preparation(
            script.db,
            people["Anders"],
            meeting_id=near.id,
            page_key=uuid4(),
            version=0,
            going_well="Vi spiser sammen om torsdagen.",
            hard="Jeg når ikke altid hjem fra arbejde.",
            unspoken="At jeg måske skal skifte job.",
        )

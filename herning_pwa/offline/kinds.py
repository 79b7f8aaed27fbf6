"""Every kind of thing that may be written without a connection, gathered from the rooms."""

from __future__ import annotations

from herning_pwa.followup.commands.outbox import KINDS as FOLLOWUP
from herning_pwa.goals.commands.outbox import KINDS as GOALS
from herning_pwa.meetings.commands.outbox import KINDS as MEETINGS
from herning_pwa.offline.kind import Kind
from herning_pwa.progress.commands.outbox import KINDS as PROGRESS

# Phones may have a kind in their outbox for as long as they may lie in a drawer: none is taken out
# before that.
KINDS: dict[str, Kind] = {**PROGRESS, **FOLLOWUP, **GOALS, **MEETINGS}

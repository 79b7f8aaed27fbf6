"""The demo tells its story on a Saturday too: weekends move its meetings, once onto each other.

On every other day the tests that show the demo see to it.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import time_machine

from herning_pwa.demo.fill import fill
from herning_pwa.i18n import COPENHAGEN
from tests.fresh import installation
from tests.schema import create_schema

SATURDAY = datetime(2026, 11, 28, 9, 0, tzinfo=COPENHAGEN)


def test_it_moves_in_on_a_saturday(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/demo.db"
    create_schema(url).dispose()
    settings = {"HERNING_DATABASE_URL": url, "HERNING_DEMO": "1"}
    with time_machine.travel(SATURDAY, tick=False), installation(**settings):
        assert fill()

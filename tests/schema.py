"""Making a database's tables the way production does."""

from __future__ import annotations

import importlib

from sqlalchemy import Engine

from herning_pwa.db import Base, make_engine

ROOMS = ("people", "circles", "goals", "progress", "meetings", "activity", "notifications")


def create_schema(url: str) -> Engine:
    """An engine on ``url`` with every table in place."""
    for room in ROOMS:
        try:
            importlib.import_module(f"herning_pwa.{room}.models")
        except ModuleNotFoundError:
            continue
    engine = make_engine(url)
    Base.metadata.create_all(engine)
    return engine

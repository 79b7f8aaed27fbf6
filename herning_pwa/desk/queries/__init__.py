"""The professional's first page, across all their circles."""

from herning_pwa.desk.queries.desk import DeskView, desk_page, waiting_at_desk

__all__ = ["DeskView", "desk_page", "waiting_at_desk"]

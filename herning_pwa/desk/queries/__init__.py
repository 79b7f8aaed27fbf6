"""The professional's first page, across all their circles."""

from herning_pwa.desk.queries.desk import DeskView, desk_page

__all__ = ["DeskView", "desk_page"]

"""Today, for one person."""

from herning_pwa.home.queries.today import TodayView, today_page

__all__ = ["TodayView", "today_page"]

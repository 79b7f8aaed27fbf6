"""Progress's own page."""

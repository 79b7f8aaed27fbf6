"""The professional's first page."""

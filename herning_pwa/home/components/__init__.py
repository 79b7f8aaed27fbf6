"""The pieces of today's page."""

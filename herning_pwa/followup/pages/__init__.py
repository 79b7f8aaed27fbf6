"""The follow-up's pages."""

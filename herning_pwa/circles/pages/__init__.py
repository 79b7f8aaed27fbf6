"""The circle's pages."""

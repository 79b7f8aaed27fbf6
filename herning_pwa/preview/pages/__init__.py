"""One module for each page, because code is split by module."""

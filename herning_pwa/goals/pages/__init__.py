"""The goals' pages, one module each."""

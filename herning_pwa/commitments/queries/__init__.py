"""Commitments, worded for one reader."""

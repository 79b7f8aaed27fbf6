"""How goals look."""

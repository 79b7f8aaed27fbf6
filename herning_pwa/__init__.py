"""Sammen: families and professionals set goals together around a child."""

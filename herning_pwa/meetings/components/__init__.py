"""The parts meeting pages are made of."""

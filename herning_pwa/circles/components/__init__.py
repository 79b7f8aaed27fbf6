"""What the circle's pages are made of."""

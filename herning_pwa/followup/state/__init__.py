"""What the follow-up's pages and sections hold of the present."""

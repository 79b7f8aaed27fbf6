"""What the follow-up's pages are made of, and what other pages may place."""

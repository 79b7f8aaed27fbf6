"""What the page of commitments is made of, and what other pages may place."""

"""What a look as somebody else is made of."""

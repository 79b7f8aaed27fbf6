"""Messages on a phone, as other rooms' pages place them."""

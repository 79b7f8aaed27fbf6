"""The pages about what is not sent."""

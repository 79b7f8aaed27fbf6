"""What people read of the follow-up."""

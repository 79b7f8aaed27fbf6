"""What pages show of progress, already worded."""

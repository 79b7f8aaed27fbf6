"""What people read of the mail: how sending went, and the demo's mailbox."""

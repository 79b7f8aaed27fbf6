"""The mailbox of a demo, and how somebody wants to hear of news."""

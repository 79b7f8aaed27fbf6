"""What a tab holds of the person: whose it is, and one State for each page about signing in."""

from herning_pwa.people.state.auth import AuthState

__all__ = ["AuthState"]

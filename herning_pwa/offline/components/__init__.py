"""What rooms place on their pages so that nothing written is lost."""

from herning_pwa.offline.components.form import outbox_form

__all__ = ["outbox_form"]

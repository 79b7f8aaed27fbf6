"""How progress looks: the voices, the form, and one's own entries."""

from herning_pwa.progress.components.form import progress_form, quick_form
from herning_pwa.progress.components.own import own_entries
from herning_pwa.progress.components.voices import voices, voices_now

__all__ = ["own_entries", "progress_form", "quick_form", "voices", "voices_now"]

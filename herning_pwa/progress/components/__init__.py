"""How progress looks: the voices, the form, and one's own entries.

A page that places a form puts ``fresh_forms`` last in its ``on_load``.
"""

from herning_pwa.progress.components.alone import sent_alone
from herning_pwa.progress.components.form import progress_form, quick_form
from herning_pwa.progress.components.own import own_entries
from herning_pwa.progress.components.voices import voice_rows, voices, voices_now
from herning_pwa.progress.state import RecordProgress

fresh_forms = RecordProgress.begin

__all__ = [
    "fresh_forms",
    "own_entries",
    "progress_form",
    "quick_form",
    "sent_alone",
    "voice_rows",
    "voices",
    "voices_now",
]

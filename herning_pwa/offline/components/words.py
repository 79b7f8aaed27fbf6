"""Sentences that both the settings and the locked phone say."""

from __future__ import annotations

from herning_pwa.i18n import _

ERASING = {
    "eraseAll": _("Delete everything on this phone"),
    "eraseWarning": _(
        "Everything from the app goes from this phone, and you are signed out. "
        "What you have sent is safe with us."
    ),
    "unsentOne": _("One text is not sent yet. It goes too."),
    "unsentMany": _("{n} texts are not sent yet. They go too."),
    "unsentUnknown": _("We cannot see whether something is not sent yet. If it is, it goes too."),
    "eraseYes": _("Yes, delete everything"),
    "eraseNo": _("No, keep it"),
}

"""What people are told when a trip to the identity provider did not end well."""

from __future__ import annotations

from herning_pwa.i18n import _
from herning_pwa.people.oidc.refused import WhyNot

_FROM_THE_START = "mitid-igen"
_CODES = {
    WhyNot.OFF: "mitid-fra",
    WhyNot.DOWN: "mitid-nede",
    WhyNot.DISCOVERY: "mitid-nede",
    WhyNot.CANCELLED: "mitid-afbrudt",
    WhyNot.TOO_MANY: "vent",
    WhyNot.ASSURANCE: "mitid-niveau",
    WhyNot.UNKNOWN_PERSON: "mitid-ukendt",
    WhyNot.SOMEBODY_ELSE: "mitid-anden",
    WhyNot.TAKEN: "mitid-optaget",
    WhyNot.HAS_ONE: "mitid-flere",
}


def code_for(why: WhyNot) -> str:
    """The word in the address. It tells an attacker nothing about which check failed."""
    return _CODES.get(why, _FROM_THE_START)


def sentences() -> dict[str, str]:
    """What each code says to the person."""
    return {
        _FROM_THE_START: _("We could not see who you are with MitID. Please begin again."),
        "mitid-fra": _("You cannot use MitID here. Sign in with your e-mail and password."),
        "mitid-nede": _("MitID does not answer now. Try later, or sign in another way."),
        "mitid-afbrudt": _("You stopped before MitID was done. Try again when you are ready."),
        "mitid-niveau": _(
            "MitID was used at too low a level. Try again with your MitID app or code display."
        ),
        "mitid-ukendt": _(
            "We do not know you with MitID yet. Sign in another way first. "
            "Then add MitID under your settings."
        ),
        "mitid-anden": _("This MitID is not the one you have here. Use your own MitID."),
        "mitid-optaget": _("This MitID cannot be added here. Call us, and we will help you."),
        "mitid-flere": _("You already have another MitID here. Remove it first."),
        "vent": _("There have been many tries. Wait five minutes and try again."),
    }

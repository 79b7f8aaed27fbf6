"""What asks the person to show once more who they are: decision 31. A change is a change here."""

from __future__ import annotations

from herning_pwa import herning_pwa as assembled
from herning_pwa.people.freshness import all_sensitive

LETS_SOMEBODY_IN = {
    "circles.commands.inviting.invite",
    "circles.commands.inviting.confirm_invitation",
    "circles.commands.links.show_link",
    "circles.commands.young.give_access",
    "circles.commands.handover.hand_over",
    "circles.commands.handover.take_back",
    "circles.commands.handover.end_early",
    "people.commands.recovery.start_recovery",
}
OPENS_WORDS_TO_MORE = {
    "goals.commands.sight.change_audience",
    "goals.commands.sight.share_goal",
    "goals.commands.sight.share_with_parent",
}
TAKES_AWAY = {
    "circles.commands.leaving.end_membership",
    "circles.commands.young.end_access",
    "circles.commands.protection.lift_protection",
}
OWN_WAYS_IN = {
    "people.commands.passkeys.ask_for_new_passkey",
    "people.commands.passkeys.add_passkey",
    "people.commands.passkeys.remove_passkey",
    "people.commands.authenticators.begin_authenticator",
    "people.commands.authenticators.confirm_authenticator",
    "people.commands.authenticators.remove_authenticator",
    "people.commands.own_password.choose_password",
    "people.commands.identities.begin_linking",
    "people.commands.identities.unlink_identity",
    "people.commands.calendar.make_feed",
    "people.commands.calendar.choose_feed_details",
}


def test_these_acts_and_no_others_ask_who_one_is() -> None:
    assert assembled.PAGES, "all rooms are there"
    marked = {f"{act.__module__}.{act.__name__}" for act in all_sensitive()}
    wanted = LETS_SOMEBODY_IN | OPENS_WORDS_TO_MORE | TAKES_AWAY | OWN_WAYS_IN
    assert {name.removeprefix("herning_pwa.") for name in marked} == wanted

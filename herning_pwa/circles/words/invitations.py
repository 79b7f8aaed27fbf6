"""Words for inviting: what each place sees, where it stands, what is wrong with a link."""

from __future__ import annotations

from herning_pwa.circles.models import LinkProblem, Role, Standing
from herning_pwa.i18n import _, names


def inviting_question(role: Role) -> str:
    """The choice of place, as the person who invites sees it."""
    return {
        Role.NETWORK_MEMBER: _("Network"),
        Role.SUPPORTER: _("Support at meetings"),
        Role.PROFESSIONAL: _("Professionals"),
        Role.CUSTODY_PARENT: _("Parents with custody"),
    }[role]


def place_sees(role: Role, children: str, *, guest: str = "") -> list[str]:
    """What somebody in this place can see, each entry a line of its own.

    Said to the one in the place; or, with ``guest``, to somebody else about them.
    """
    to_another = _("Meetings {name} is invited to").format(name=guest)
    meetings = to_another if guest else _("Meetings you are invited to")
    shared = [
        _("Goals for {children} that are shared with the circle").format(children=children),
        _("Progress on those goals"),
        _("What people have promised each other"),
        _("First names of the people in the circle"),
    ]
    return {
        Role.NETWORK_MEMBER: [*shared, meetings],
        Role.SUPPORTER: [meetings, _("First names of the parents and the social worker")],
        Role.PROFESSIONAL: [
            _("All goals for {children} except those a child keeps private").format(
                children=children
            ),
            *shared[1:],
            meetings,
        ],
        Role.CUSTODY_PARENT: [
            _("All goals for {children} except those a child keeps private").format(
                children=children
            ),
            *shared[1:],
            meetings,
        ],
        Role.YOUNG_PERSON: [
            _("{name}’s own goals, and the family’s").format(name=guest)
            if guest
            else _("Your own goals, and the family’s"),
            *shared[1:],
            meetings,
        ],
    }[role]


def place_does_not_see(role: Role) -> list[str]:
    """What somebody in this place cannot see."""
    always = [
        _("Other people's phone number, e-mail and address"),
        _("What others tell only the social worker"),
    ]
    return {
        Role.NETWORK_MEMBER: [_("Goals the family keeps to itself"), *always],
        Role.SUPPORTER: [_("Goals and progress"), *always],
        Role.PROFESSIONAL: always,
        Role.CUSTODY_PARENT: always,
        Role.YOUNG_PERSON: [_("Goals that the parents keep to themselves"), *always],
    }[role]


def writing_is_read_by(role: Role, readers: list[str]) -> str:
    """Who reads what the person in this place writes; ``readers`` are first names."""
    if role is Role.SUPPORTER:
        return _("You do not write in the circle. You come along to meetings.")
    if role is Role.YOUNG_PERSON:
        return _(
            "What you write about a goal is read by those who see the goal: {readers}. "
            "You can also write so that only your social worker sees it."
        ).format(readers=names(readers))
    return _(
        "What you write about a goal is read by those who see the goal: {readers}, "
        "and others the goal is shared with."
    ).format(readers=names(readers))


def guest_writing_is_read_by(role: Role, guest: str, readers: list[str]) -> str:
    """The same, told to the one who invites."""
    if role is Role.SUPPORTER:
        return _("{name} does not write in the circle, but comes along to meetings.").format(
            name=guest
        )
    return _(
        "What {name} writes about a goal is read by those who see the goal: {readers}, "
        "and others the goal is shared with."
    ).format(name=guest, readers=names(readers))


def given_by_mail(*, asks_first: bool) -> str:
    """What happens after sending, with holes for ``name`` and ``email``."""
    if asks_first:
        return _(
            "First a parent with custody is asked. When the parent says yes, a mail with a link "
            "goes to {email}. It works for seven days."
        )
    return _(
        "A mail with a link goes to {email}. It works once, for seven days. "
        "{name} can say yes or no."
    )


def given_by_hand(*, asks_first: bool) -> str:
    """The same for an invitation that is shown or printed."""
    if asks_first:
        return _(
            "First a parent with custody is asked. When the parent says yes, you can show "
            "a code or print it."
        )
    return _(
        "On the next page you can show a code on your phone, or print it. It works once, "
        "for seven days. {name} can say yes or no."
    )


def standing_word(standing: Standing) -> str:
    """One or two words for where an invitation under way stands."""
    return {
        Standing.WAITING: _("Waits for the parents"),
        Standing.EXPIRED: _("Has expired"),
    }.get(standing, _("Waits for an answer"))


def asked_for_mail(name: str) -> str:
    """The guest has seen the code and written where the link is to go."""
    return _("{name} has asked for the link by mail.").format(name=name)


def settled(standing: Standing, name: str) -> str:
    """Why there is no code to show; ``name`` is the guest's."""
    return {
        Standing.WAITING: _("A parent with custody has not said yes yet. Wait for the answer."),
        Standing.ACCEPTED: _("{name} has said yes, and is in the circle."),
        Standing.DECLINED: _("{name} has said no, thank you. The code no longer works."),
    }.get(standing, _("The invitation has been taken back. The code no longer works.")).format(
        name=name
    )


def link_sentence(problem: LinkProblem) -> str:
    """What is the matter with the link, or with the answer to it, and what to do now."""
    return link_sentences()[problem]


def link_sentences() -> dict[LinkProblem, str]:
    return {
        LinkProblem.UNKNOWN: _(
            "We do not know this link. Press the whole link in your newest mail from us, "
            "or ask for a new one."
        ),
        LinkProblem.USED: _(
            "The invitation has been used. Was it you? Then sign in with your e-mail and password."
        ),
        LinkProblem.REPLAYED: _(
            "Your answer had already arrived, so it was not sent again. Sign in to go on."
        ),
        LinkProblem.EXPIRED: _("The invitation no longer works. Ask for a new one."),
        LinkProblem.REVOKED: _(
            "The invitation has been taken back. Are you in doubt? Ask the person who invited you."
        ),
        LinkProblem.DECLINED: _(
            "You have said no to this invitation. Have you changed your mind? Ask for a new one."
        ),
        LinkProblem.SOMEBODY_ELSE: _(
            "The invitation is for somebody else than the one who is signed in here. "
            "Sign out, and open the link again."
        ),
        LinkProblem.ALREADY_MEMBER: _("You are already in this circle."),
        LinkProblem.SIGN_IN_FIRST: _(
            "You already have a password with us. Write it to say yes to the invitation."
        ),
        LinkProblem.NOT_THE_SAME: _("The password does not fit. Try again."),
        LinkProblem.ADDRESS: _(
            "Write your whole e-mail address, for example inger@familie.example."
        ),
        LinkProblem.NAME: _("Write your first name, with letters."),
        LinkProblem.TOO_EASY: _(
            "Choose another password: 12 to 128 characters and hard to guess. "
            "Three or four words work well."
        ),
        LinkProblem.TOO_MANY: _("There have been many tries. Wait five minutes and try again."),
    }

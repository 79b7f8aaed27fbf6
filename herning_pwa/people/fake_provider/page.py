"""The page of the fake provider. Nobody shall take it for the real one."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from herning_pwa.i18n import LANGUAGE, _
from herning_pwa.identity_provider import FAKE_ISSUER
from herning_pwa.people.fake_provider.people import INVENTED, LEVELS, Invented

CHOOSE = f"{FAKE_ISSUER}/vaelg"
LOOKS = f"{FAKE_ISSUER}/falsk.css"
CSS = """
body { margin: 0 auto; max-inline-size: 40rem; padding: 1rem; font: 1.125rem/1.5 sans-serif;
  color: #000; background: #ffe94d; }
h1 { padding: .5rem 1rem; color: #ffe94d; background: #000; }
select, button { min-block-size: 3rem; font: inherit; }
button { inline-size: 100%; margin-block: .25rem; text-align: start; }
"""


PAGE = """<!DOCTYPE html>
<html lang="{language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title><link rel="stylesheet" href="{looks}"></head>
<body><h1>{title}</h1><p>{lead}</p>
<form method="post" action="{choose}">{kept}
<p><label for="level">{level}</label> <select name="level" id="level">{levels}</select></p>
{people}<button name="subject" value="">{cancel}</button></form></body></html>
"""


def choosing_page(asked: Mapping[str, str]) -> str:
    """Choose who you are and how surely. ``asked`` is what the app sent along."""
    return PAGE.format(
        language=LANGUAGE,
        looks=LOOKS,
        choose=CHOOSE,
        title=escape(_("FAKE MitID – only for trying out")),
        lead=escape(_("Everybody here is invented. Choose who you want to be.")),
        level=escape(_("Level of assurance")),
        cancel=escape(_("Cancel")),
        kept="".join(_hidden(name, value) for name, value in asked.items()),
        levels="".join(_option(value, word) for value, word in LEVELS.items()),
        people="".join(_button(person) for person in INVENTED),
    )


def _hidden(name: str, value: str) -> str:
    return f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'


def _option(value: str, word: str) -> str:
    return f'<option value="{escape(value)}">{escape(word)}</option>'


def _button(person: Invented) -> str:
    return (
        f'<button name="subject" value="{person.subject}">'
        f"<b>{escape(person.first_name)}</b>, {escape(person.who)}</button>"
    )

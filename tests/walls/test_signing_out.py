"""Whoever signs out is told first what is not sent, and the browser may send it afterwards."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from herning_pwa import i18n
from herning_pwa.ui.buttons import submit
from herning_pwa.ui.outbox import sign_out_form

SOURCE = Path(i18n.__file__).parent
SCRIPTS = SOURCE.parent / "assets" / "components"
ENDINGS = ("API_SESSION_END", "API_SESSION_END_EVERYWHERE")
THE_FORM = "sign_out_form"
A_FORM = re.compile(r'<form [^>]*method="post"(.*?)</form>', re.DOTALL)


def name_of(called: ast.expr) -> str:
    return called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")


def forms_that_sign_out() -> Iterator[tuple[str, str]]:
    """Where one stands, and what makes it."""
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call):
                actions = {name_of(word.value) for word in node.keywords if word.arg == "action"}
                if name_of(node.func) == THE_FORM or actions & {*ENDINGS}:
                    yield path.relative_to(SOURCE).as_posix(), name_of(node.func)


def test_each_form_that_signs_out_is_the_one_that_names_what_is_not_sent() -> None:
    found = list(forms_that_sign_out())
    assert len(found) >= 6
    assert [each for each in found if each[1] != THE_FORM] == []
    assert "UnsentCount" in str(sign_out_form(submit("Log af")).render())


def test_so_is_each_that_a_script_draws() -> None:
    drawn = [form for path in SCRIPTS.rglob("*.jsx") for form in A_FORM.findall(path.read_text())]
    assert drawn
    assert [form for form in drawn if "<UnsentCount" not in form] == []

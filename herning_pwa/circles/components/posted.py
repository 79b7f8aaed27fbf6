"""A form that the browser itself posts, so that the answer can set the session cookie."""

from __future__ import annotations

from typing import Any

import reflex as rx


class PostedForm(rx.Component):
    """A plain ``form`` element. Reflex's own form element stops the browser from posting."""

    tag = '"form"'

    action: rx.Var[str]
    method: rx.Var[str]


def posted_form(*content: Any, action: str) -> rx.Component:
    """Fields and a submit button, posted to ``action``."""
    return PostedForm.create(*content, action=action, method="post", class_name="form")

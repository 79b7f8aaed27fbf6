"""The Reflex plugin: what we change before the bundler runs and after it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Unpack

from reflex_base.plugins import Plugin
from reflex_base.plugins.base import CommonContext, PostBuildContext, PreCompileContext

from herning_pwa.build import pages, swaps

ELEMENTS = Path(__file__).with_name("elements.js")


class FrontendPlugin(Plugin):
    """Same-origin socket, inline styles, a prerendered page for every route, and its CSP.

    A route with parameters is prerendered like any other, with its state's defaults: what the
    page shows before its data has come *is* its skeleton, with its own title and heading.
    """

    def pre_compile(self, **context: Unpack[PreCompileContext]) -> None:
        """Hand Reflex our changes to its generated files; raises ReflexChangedShape there."""
        self._routes = [page.route for page in context["unevaluated_pages"]]
        left_out = [r for r in self._routes if "[" in r or r == pages.NOT_FOUND]
        changes = swaps.by_file(
            [
                swaps.SAME_ORIGIN,
                *swaps.CONNECTION,
                swaps.PLAIN_ELEMENTS,
                *swaps.INLINE_STYLES,
                swaps.prerender(map(pages.sample_path, left_out)),
            ]
        )
        for file, change in changes.items():
            context["add_modify_task"](file, change)

    def get_static_assets(
        self,
        **context: Unpack[CommonContext],  # noqa: ARG002 - Reflex calls it so
    ) -> Sequence[tuple[Path, str]]:
        """The file PLAIN_ELEMENTS points at."""
        return [(Path("utils/elements.js"), ELEMENTS.read_text())]

    def post_build(self, **context: Unpack[PostBuildContext]) -> None:
        """Tidy the built pages and write down each page's address and inline hashes."""
        pages.finish(context["static_dir"], self._routes)

"""The Reflex plugin: what we change before the bundler runs and after it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Unpack

from reflex_base.plugins import Plugin
from reflex_base.plugins.base import CommonContext, PostBuildContext, PreCompileContext

from herning_pwa.build import manifest, offline, pages, swaps, worker
from herning_pwa.config import settings

# What the swaps point at.
OWN_FILES = ("elements.js", "missing_part.js", "read_ahead.js")


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
                *swaps.WHOLE,
                *swaps.NEW_VERSION,
                *swaps.MISSING_PART,
                *swaps.READ_AHEAD,
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
        here = Path(__file__).parent
        return [(Path("utils") / name, (here / name).read_text()) for name in OWN_FILES]

    def post_build(self, **context: Unpack[PostBuildContext]) -> None:
        """Finish the pages, and write what makes them an app: manifest, last resort, worker."""
        static_dir, here = context["static_dir"], settings()
        built = pages.finish(static_dir, self._routes)
        manifest.write(static_dir, here)
        offline.write(static_dir, here)
        worker.write(static_dir, built)

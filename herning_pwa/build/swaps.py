"""The few lines of Reflex's generated frontend that we replace.

Each swap names the exact text it expects. A Reflex that words it differently
stops the build instead of quietly serving a page without the change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reflex_base.constants import Templates

# Reflex copies this when ``.web`` is made and leaves it: an earlier build's swaps stand in it.
COPIED_ONCE = {"utils/state.js"}
STYLES = "$/styles/__reflex_global_styles.css"


class ReflexChangedShape(Exception):
    """Reflex generates other code than these swaps were written for."""


@dataclass(frozen=True)
class Swap:
    """In ``file`` (inside ``.web``), the text ``old`` becomes ``new``."""

    file: str
    old: str
    new: str

    def apply(self, text: str) -> str:
        """The text with the swap made, once or already; raises ReflexChangedShape."""
        if text.count(self.old) == 1:
            return text.replace(self.old, self.new)
        if self.new and self.new in text:
            return text
        raise ReflexChangedShape(f"{self.file} no longer holds exactly one: {self.old}")


# The socket goes to the address the page came from, so one build serves every port and host.
SAME_ORIGIN = Swap(
    "utils/state.js",
    "const endpoint = new URL(url_str);",
    "const endpoint = new URL(url_str, globalThis.location?.href);",
)

# The socket tells connection.js what it hears, so that the whole page knows whether somebody is
# there; and a tap that nobody heard is dropped instead of being sent at some later moment.
CONNECTION = (
    Swap(
        "utils/state.js",
        'import debounce from "$/utils/helpers/debounce";\n',
        'import debounce from "$/utils/helpers/debounce";\n'
        "import { socketAsked, socketHeard, socketLost, whatCanBeSent }"
        ' from "$/public/components/connection.js";\n',
    ),
    Swap(
        "utils/state.js",
        "const normalized = normalizeEvents(events);",
        "const normalized = whatCanBeSent(normalizeEvents(events));",
    ),
    Swap(
        "utils/state.js",
        '    socket.emit("event", encodeFormDataArgs(routed_event));',
        '    socketAsked(); socket.emit("event", encodeFormDataArgs(routed_event));',
    ),
    Swap(
        "utils/state.js",
        "    socket.current.io.opts.query = { token: getToken() };",
        "    socketAsked(); socket.current.io.opts.query = { token: getToken() };",
    ),
    Swap(
        "utils/state.js",
        "checkVisibility);\n  socket.current.connect();",
        "checkVisibility);\n  socketAsked();\n  socket.current.connect();",
    ),
    Swap(
        "utils/state.js",
        'socket.current.on("event", (update) => {',
        'socket.current.on("event", (update) => { socketHeard();',
    ),
    Swap(
        "utils/state.js",
        'socket.current.on("connect", async () => {',
        'socket.current.on("connect", async () => { socketHeard(); connected();',
    ),
    Swap(
        "utils/state.js",
        "const retryConnect = (error) => {",
        "const retryConnect = (error) => { socketLost(event_queue);",
    ),
)

# The stylesheet stands inside every prerendered page: the first paint waits for nothing else.
# The client reads it back from there, so it costs no bytes in the bundle and survives a remount.
INLINE_STYLES = (
    Swap(
        "app/_document.js",
        f'import reflexGlobalStyles from "{STYLES}?url"',
        f'import builtStyles from "{STYLES}?inline"\n'
        "const pageStyles = import.meta.env.SSR\n"
        '  ? builtStyles : document.querySelector("head style")?.textContent ?? ""',
    ),
    Swap(
        "app/_document.js",
        'jsx("link",{as:"style",href:reflexGlobalStyles,rel:"preload"},),',
        "",
    ),
    Swap(
        "app/_document.js",
        'jsx("link",{href:reflexGlobalStyles,rel:"stylesheet",type:"text/css"},)',
        'jsx("style",{dangerouslySetInnerHTML:{__html:pageStyles}})',
    ),
)

# Elements come from React's own function instead of Emotion's (see elements.js).
PLAIN_ELEMENTS = Swap(
    "vite.config.js",
    "    alias: [\n",
    "    alias: [\n"
    '      { find: "@emotion/react",'
    ' replacement: fileURLToPath(new URL("./utils/elements.js", import.meta.url)) },\n',
)


# The answer to a reconnect is drawn when it is whole: typed words survive a server's restart.
WHOLE = (
    Swap(
        "utils/state.js",
        'import Cookies from "universal-cookie";\n',
        'import Cookies from "universal-cookie";\n'
        'import { connected, whole } from "$/public/components/whole.js";\n',
    ),
    Swap(
        "utils/state.js",
        "const delta = withoutUnknownSubstates(update.delta);",
        "const delta = whole(withoutUnknownSubstates(update.delta));",
    ),
)

# A part of the app that cannot be fetched: a dialog with a button, not one reload after another.
MISSING_PART = (
    Swap(
        "vite.config.js",
        'import safariCacheBustPlugin from "./vite-plugin-safari-cachebust.js";\n',
        'import safariCacheBustPlugin from "./vite-plugin-safari-cachebust.js";\n'
        'import missingPart from "./utils/missing_part.js";\n',
    ),
    Swap("vite.config.js", "    reactRouter(),\n", "    reactRouter(), missingPart(),\n"),
)

# Every part of the app begins with a hint that makes it start sooner (see read_ahead.js).
READ_AHEAD = (
    Swap(
        "vite.config.js",
        'import { defineConfig } from "vite";\n',
        'import { defineConfig } from "vite";\nimport readAhead from "./utils/read_ahead.js";\n',
    ),
    Swap(
        "vite.config.js",
        "    safariCacheBustPlugin(),\n",
        "    safariCacheBustPlugin(), readAhead(),\n",
    ),
)

# A server of another version: our own bar, in Danish, and nobody is interrupted.
NEW_VERSION = (
    Swap(
        "utils/state.js",
        'import throttle from "$/utils/helpers/throttle";\n',
        'import throttle from "$/utils/helpers/throttle";\n'
        'import { serverIsOther } from "$/public/components/updates.jsx";\n',
    ),
    Swap(
        "utils/state.js",
        "socket.current.on(STATE_MISMATCH_EVENT, handleStateMismatch);",
        "socket.current.on(STATE_MISMATCH_EVENT, serverIsOther);",
    ),
)


def prerender(paths: Iterable[str]) -> Swap:
    """Prerender ``paths`` too, beside the routes without parameters."""
    listed = ",".join(f'"{path}"' for path in paths)
    return Swap(
        "react-router.config.js",
        '"prerender": true',
        f'"prerender": ({{getStaticPaths}}) => [...getStaticPaths(),{listed}]',
    )


def by_file(swaps: Iterable[Swap]) -> dict[str, Callable[[str], str]]:
    """One function for each file, making its swaps in order."""
    grouped: dict[str, list[Swap]] = {}
    for swap in swaps:
        grouped.setdefault(swap.file, []).append(swap)
    return {file: _in_order(file, swaps_of_file) for file, swaps_of_file in grouped.items()}


def _in_order(file: str, swaps: list[Swap]) -> Callable[[str], str]:
    def change(text: str) -> str:
        if file in COPIED_ONCE:
            text = (Templates.Dirs.WEB_TEMPLATE / file).read_text()
        for swap in swaps:
            text = swap.apply(text)
        return text

    return change

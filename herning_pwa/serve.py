"""The server process: Granian with the built frontend and no Reflex command line in between."""

from __future__ import annotations

import os

from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.server import Server

from herning_pwa.config import PROJECT_ROOT
from herning_pwa.web.limits import LARGEST_MESSAGE

APP = "herning_pwa.herning_pwa:app"
# Two underscores: Reflex's own switches between its command line and its app.
REFLEX_SERVES_WHAT_IS_BUILT = {
    "REFLEX_ENV_MODE": "prod",
    "__REFLEX_SKIP_COMPILE": "1",
    "__REFLEX_MOUNT_FRONTEND_COMPILED_APP": "1",
    "REFLEX_SOCKET_MAX_HTTP_BUFFER_SIZE": str(LARGEST_MESSAGE),
}
MILLISECONDS_FOR_HEADERS = 10_000
SECONDS_TO_SAY_GOODBYE = 5


def serve() -> None:
    """Serve pages, socket and API on one port until told to stop.

    ``PORT`` is the port (3000). ``HERNING_BIND`` is the address to listen on: this machine only,
    unless a container needs 0.0.0.0. One worker: Reflex keeps its state in this process. Only
    HTTP/1, on which the limits were tried. No access log: the socket's URL holds the tab's token.
    """
    os.chdir(PROJECT_ROOT)
    os.environ.update(REFLEX_SERVES_WHAT_IS_BUILT)
    os.environ.setdefault("REFLEX_DIR", str(PROJECT_ROOT / "var" / "reflex"))
    Server(
        APP,
        factory=True,
        interface=Interfaces.ASGI,
        address=os.environ.get("HERNING_BIND", "127.0.0.1"),
        port=int(os.environ.get("PORT", "3000")),
        workers=1,
        http=HTTPModes.http1,
        log_access=False,
        http1_settings=HTTP1Settings(header_read_timeout=MILLISECONDS_FOR_HEADERS),
        workers_kill_timeout=SECONDS_TO_SAY_GOODBYE,
    ).serve()

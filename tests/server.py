"""The real app on a port of its own, with a database of its own: for browser and socket tests."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from herning_pwa import routes
from herning_pwa.config import PROJECT_ROOT

SECONDS_TO_START = 120
SECONDS_TO_STOP = 10
HERNING = (sys.executable, "-m", "herning_pwa.cli")


@dataclass(frozen=True)
class Server:
    """A running app: where it answers, what it writes to, what it says."""

    port: int
    database_url: str
    log: Path
    process: subprocess.Popen[bytes]

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    @property
    def socket_url(self) -> str:
        """The socket's address; add ``&token=…``."""
        return f"ws://localhost:{self.port}/_event/?EIO=4&transport=websocket"

    def stop(self) -> None:
        """Stop the app, as an operator would; twice does no harm."""
        self.process.terminate()
        try:
            self.process.wait(SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            self.crash()

    def crash(self) -> None:
        """End it at once, in the middle of whatever it does."""
        for pid in self._everybody():
            with suppress(ProcessLookupError):  # it may end with the one before it
                os.kill(pid, signal.SIGKILL)
        self.process.wait()

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """It holds every connection and answers none, as in a tunnel."""
        for pid in self._everybody():
            os.kill(pid, signal.SIGSTOP)
        try:
            yield
        finally:
            for pid in self._everybody():
                os.kill(pid, signal.SIGCONT)

    def _everybody(self) -> list[int]:
        return _with_children(self.process.pid) if self.process.poll() is None else []


def _with_children(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(each for child in children for each in _with_children(int(child)))]


@contextmanager
def running_server(folder: Path, *, database_url: str = "", **env: str) -> Iterator[Server]:
    """Serve the built app, with the demo families, until the block ends.

    ``folder`` takes the log and, unless ``database_url`` names another database, a fresh SQLite
    file. ``env`` overrides settings, such as ``HERNING_PUBLIC_URL``.
    """
    database_url = database_url or _copy_of_demo_database(folder)
    server = start_server(folder, free_port(), database_url, **env)
    try:
        yield server
    finally:
        server.stop()


def start_server(folder: Path, port: int, database_url: str, **env: str) -> Server:
    """Start the app on ``port`` and wait until it answers; raises RuntimeError with its log."""
    build_pages()
    log = folder / "server.log"
    with log.open("ab") as output:
        process = subprocess.Popen(
            [*HERNING, "serve"],
            cwd=PROJECT_ROOT,
            env=_environment(PORT=str(port), HERNING_DATABASE_URL=database_url, **env),
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    server = Server(port, database_url, log, process)
    give_up = time.monotonic() + SECONDS_TO_START
    while not _answers(server):
        if process.poll() is not None or time.monotonic() > give_up:
            server.stop()
            raise RuntimeError(f"the app did not start:\n{log.read_text()}")
        time.sleep(0.05)
    return server


@cache
def build_pages() -> None:
    """The pages, built once for all tests; raises CalledProcessError when they cannot be."""
    subprocess.run(
        [sys.executable, "-m", "herning_pwa.build"],
        cwd=PROJECT_ROOT,
        env=_environment(),
        check=True,
    )


def free_port() -> int:
    """A port that nobody is given until it is asked for by number: a line there has just ended."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        address = probe.getsockname()
        with socket.create_connection(address):
            probe.accept()[0].close()
    return int(address[1])


def browser_options(*, whole: bool = False) -> dict[str, object]:
    """How Playwright starts a browser here: the system's where there is one, else its own.

    Without ``whole`` it is the one that has no windows: the same pages at half the work, but
    neither installed apps nor messages.
    """
    options: dict[str, object] = {"args": ["--no-sandbox"] if os.geteuid() == 0 else []}
    light = () if whole else ("chromium-headless-shell",)
    if found := next(filter(None, map(shutil.which, (*light, "chromium"))), None):
        options["executable_path"] = found
    elif whole:
        options["channel"] = "chromium"
    return options


@cache
def _demo_database() -> Path:
    file = Path(mkdtemp(prefix="sammen-demo-")) / "sammen.db"
    for command in ("migrate", "demo"):
        subprocess.run(
            [*HERNING, command],
            cwd=PROJECT_ROOT,
            env=_environment(HERNING_DATABASE_URL=f"sqlite:///{file}"),
            check=True,
            stdout=subprocess.DEVNULL,
        )
    return file


def _copy_of_demo_database(folder: Path) -> str:
    copy = folder / "sammen.db"
    shutil.copyfile(_demo_database(), copy)
    return f"sqlite:///{copy}"


def _environment(**env: str) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if "HERNING" not in name}
    return inherited | {"HERNING_DEMO": "1"} | env


def _answers(server: Server) -> bool:
    try:
        with urllib.request.urlopen(server.url + routes.HEALTH, timeout=1) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False

"""``make bench-start``: seconds from ``make run`` to the first answer, cold and then warm.

Cold is a copy of the project with nothing installed and nothing built.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from tempfile import TemporaryDirectory

from herning_pwa import routes
from herning_pwa.config import PROJECT_ROOT
from tests.server import free_port

MOST_SECONDS = {"cold": 180, "warm": 10}
MADE_BY_TOOLS = shutil.ignore_patterns(
    ".venv", ".web", ".git", ".states", "var", "node_modules", "__pycache__", ".*_cache"
)


def main() -> int:
    in_time = True
    with TemporaryDirectory() as folder:
        project = Path(shutil.copytree(PROJECT_ROOT, Path(folder) / "sammen", ignore=MADE_BY_TOOLS))
        for kind, limit in MOST_SECONDS.items():
            seconds = _seconds_to_first_answer(project)
            in_time = in_time and seconds <= limit
            print(f"{kind}: {seconds:.1f} s (at most {limit} s)", flush=True)
    return 0 if in_time else 1


def _seconds_to_first_answer(project: Path) -> float:
    port = free_port()
    started = time.monotonic()
    process = subprocess.Popen(
        ["make", "--no-print-directory", "run"],
        cwd=project,
        env=os.environ | {"PORT": str(port)},
        start_new_session=True,
    )
    try:
        while not _answers(f"http://localhost:{port}{routes.SIGN_IN}"):
            if process.poll() is not None:
                raise RuntimeError("make run ended before it answered")
            time.sleep(0.1)
        return time.monotonic() - started
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=1):
            return True
    except (urllib.error.URLError, OSError):
        return False


if __name__ == "__main__":
    sys.exit(main())

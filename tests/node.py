"""The project's own Node, for the test tools that are npm packages: each in a folder of its own."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from herning_pwa.build.once import NODE_SETTINGS, TOOLS


def install(folder: Path) -> None:
    """Install what the folder's lock names, once; raises RuntimeError."""
    installed = (folder / "node_modules" / ".package-lock.json").exists()
    if not installed and run(folder, "npm", "ci", "--silent").returncode:
        raise RuntimeError(f"the packages of {folder.name} could not be installed")


def run(
    folder: Path, tool: str, *arguments: str, said: str = "", listens: bool = False
) -> subprocess.CompletedProcess[str]:
    """Run a Node tool in the folder, with what the machine needs to reach npm.

    ``said`` is written to it; with ``listens`` what it writes is in ``stdout``.
    """
    env = os.environ | NODE_SETTINGS
    env["PATH"] = f"{TOOLS}{os.pathsep}{env['PATH']}"
    return subprocess.run(
        [TOOLS / tool, *arguments],
        cwd=folder,
        env=env,
        input=said,
        stdout=subprocess.PIPE if listens else None,
        encoding="utf-8",
        check=False,
    )

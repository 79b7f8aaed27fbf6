"""Building at most once: the same sources and settings give the build that already stands."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from herning_pwa.config import PROJECT_ROOT
from herning_pwa.web.addresses import PAGE_LIST

WEB = PROJECT_ROOT / ".web"
FINGERPRINT = WEB / "build" / "fingerprint"
LOCK = PROJECT_ROOT / "reflex.lock"
VAR = PROJECT_ROOT / "var"
TOOLS = Path(sys.executable).parent

SOURCES = (
    "herning_pwa/**/*.py",
    "herning_pwa/**/*.po",
    "herning_pwa/build/*.js",
    "assets/**/*",
    "reflex.lock/*",
)
SINGLE_SOURCES = ("rxconfig.py", "requirements.lock")
# Words and buttons that stand in the prerendered pages.
BAKED_SETTINGS = (
    "HERNING_DEMO",
    "HERNING_APP_NAME",
    "HERNING_MUNICIPALITY",
    "HERNING_MUNICIPALITY_PHONE",
)
NODE_SETTINGS = {
    "REFLEX_USE_NPM": "1",
    "REFLEX_DIR": str(VAR / "reflex"),
    "REFLEX_CHECK_LATEST_VERSION": "false",
    # The lock holds exact versions and hashes, and no machine's own registry address.
    "npm_config_save_exact": "true",
    "npm_config_omit_lockfile_registry_resolved": "true",
    "npm_config_ignore_scripts": "true",
    "npm_config_audit": "false",
    "npm_config_fund": "false",
    "npm_config_update_notifier": "false",
    "npm_config_fetch_retries": "3",
}


class BuildFailed(Exception):
    """The pages could not be built; the message says why."""


def build_if_changed() -> float:
    """Build when a source or a baked setting changed. Gives the seconds it took, 0 for none.

    Raises BuildFailed. Two builds at the same time wait for each other.
    """
    with _one_at_a_time():
        wanted = fingerprint()
        if PAGE_LIST.exists() and FINGERPRINT.exists() and FINGERPRINT.read_text() == wanted:
            return 0
        started = time.monotonic()
        _build()
        FINGERPRINT.write_text(fingerprint())
        return time.monotonic() - started


def fingerprint() -> str:
    """One hash of everything the built pages depend on."""
    digest = hashlib.sha256()
    for name in BAKED_SETTINGS:
        digest.update(f"{name}={os.environ.get(name, '')}\n".encode())
    for file in _source_files():
        digest.update(f"{file.relative_to(PROJECT_ROOT)}\n".encode())
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _source_files() -> list[Path]:
    found = {file for pattern in SOURCES for file in PROJECT_ROOT.glob(pattern) if file.is_file()}
    return sorted(found | {PROJECT_ROOT / name for name in SINGLE_SOURCES})


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    VAR.mkdir(exist_ok=True)
    with (VAR / "build.lock").open("w") as gate:
        fcntl.flock(gate, fcntl.LOCK_EX)
        yield


def _build() -> None:
    env = os.environ | NODE_SETTINGS
    env["PATH"] = f"{TOOLS}{os.pathsep}{env.get('PATH', '')}"
    env["NPM_CONFIG_REGISTRY"] = _registry(env)
    locked = _lock_content()
    export = [str(TOOLS / "reflex"), "export", "--frontend-only", "--no-zip"]
    done = subprocess.run(
        export, cwd=PROJECT_ROOT, env=env, text=True, capture_output=True, check=False
    )
    if done.returncode or not PAGE_LIST.exists():
        raise BuildFailed(f"{done.stdout}\n{done.stderr}\nThe pages could not be built.")
    _keep_lock(locked)


def _registry(env: dict[str, str]) -> str:
    """The machine's own npm registry; Reflex would hold a speed contest between two."""
    asked = subprocess.run(
        [TOOLS / "npm", "config", "get", "registry"],
        env=env,
        text=True,
        capture_output=True,
        check=False,
    )
    return asked.stdout.strip()


def _lock_content() -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in LOCK.glob("*.json")}


def _keep_lock(locked: dict[str, bytes]) -> None:
    """Leave reflex.lock as it was committed: Reflex shuffles the keys at every build."""
    for name, now in _lock_content().items():
        if name not in locked or json.loads(now) != json.loads(locked[name]):
            raise BuildFailed(
                f"The build changed reflex.lock/{name}: other packages than the committed ones."
                " Look at the difference; when it is as intended, commit it and build again."
            )
        (LOCK / name).write_bytes(locked[name])

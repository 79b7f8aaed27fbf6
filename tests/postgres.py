"""A throw-away PostgreSQL server from Debian's packages, for one test run."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.server import free_port


def _binaries() -> Path:
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)
    if not versions:
        raise RuntimeError("PostgreSQL is missing: install Debian's package 'postgresql'")
    return versions[0].parent


@contextmanager
def postgres_server() -> Iterator[str]:
    """Start a server on loopback and give the URL of its empty database ``postgres``."""
    binaries, port = _binaries(), free_port()
    folder = Path(tempfile.mkdtemp(prefix="sammen-postgres-"))
    as_owner: dict[str, object] = {}
    if os.geteuid() == 0:  # the server refuses to run as root
        owner = pwd.getpwnam("postgres")
        os.chown(folder, owner.pw_uid, owner.pw_gid)
        as_owner = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}

    def run(*command: str) -> None:
        subprocess.run(
            command,
            check=True,
            cwd=folder,
            stdout=subprocess.DEVNULL,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
            **as_owner,  # type: ignore[call-overload]
        )

    data, log = str(folder / "data"), str(folder / "log")
    run(str(binaries / "initdb"), "-D", data, "-U", "sammen", "-A", "trust", "-E", "UTF8", "-N")
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
    control = str(binaries / "pg_ctl")
    run(control, "-D", data, "-l", log, "-o", options, "-w", "start")
    try:
        yield f"postgresql+psycopg://sammen@127.0.0.1:{port}/postgres"
    finally:
        run(control, "-D", data, "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder, ignore_errors=True)

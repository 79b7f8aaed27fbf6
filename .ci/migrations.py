"""Up, all the way down, up again, and does the result equal the models? On both databases."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.postgres import postgres_server  # noqa: E402 - the project is on the path only now

ALEMBIC = Path(sys.executable).parent / "alembic"
STEPS = (("upgrade", "head"), ("downgrade", "base"), ("upgrade", "head"), ("check",))


def main() -> int:
    with tempfile.TemporaryDirectory() as folder, postgres_server() as postgres:
        for url in (f"sqlite:///{folder}/sammen.db", postgres):
            for step in STEPS:
                if not _migrates(url, *step):
                    return 1
            print(f"migrations: {url.split(':', maxsplit=1)[0]} goes up, down and up again")
    return 0


def _migrates(url: str, *step: str) -> bool:
    env = os.environ | {"HERNING_DATABASE_URL": url}
    done = subprocess.run(
        [ALEMBIC, *step], cwd=ROOT, env=env, text=True, capture_output=True, check=False
    )
    if done.returncode:
        print(f"alembic {' '.join(step)} on {url}\n{done.stdout}\n{done.stderr}")
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())

"""The outbox's own JavaScript: its tests in Node, and what it seals opened here."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from pathlib import Path
from uuid import uuid4

import pytest
from uuid_utils.compat import uuid7

from herning_pwa.offline.envelope import Unreadable, read_sealed
from herning_pwa.offline.keys import current_key_id, public_point
from herning_pwa.offline.opening import open_sealed
from tests.chance import examples
from tests.node import install, run

FOLDER = Path(__file__).parents[1] / "js"


@pytest.fixture(scope="module")
def phone_js() -> Path:
    install(FOLDER)
    return FOLDER


@pytest.mark.hypothesis
def test_nothing_is_lost_or_doubled(phone_js):
    done = run(phone_js, "node", "--test", f"--test-timeout={examples(60_000)}", listens=True)
    assert done.returncode == 0, done.stdout


def test_what_the_phone_seals_is_opened_here(phone_js):
    fields = {"note": "Æblegrød 🍏 og ro\nved bordet", "rating": "0", "goal_id": ""}
    entry = {
        "id": str(uuid7()),
        "person": str(uuid4()),
        "kind": "progress",
        "fields": fields,
        "form": "progress:1",
        "writtenAt": "2026-11-27T12:00:00.000Z",
    }
    long = {**entry, "id": str(uuid7()), "fields": {"note": "x" * 20_000}}
    first, second = sealed_by(phone_js, entry, long)
    opened = open_sealed(read_sealed(first))
    assert (str(opened.id), str(opened.person_id)) == (entry["id"], entry["person"])
    assert (opened.kind, opened.fields, opened.form) == ("progress", fields, "progress:1")
    assert opened.written_at is not None
    assert open_sealed(read_sealed(second)).fields == long["fields"]
    with pytest.raises(Unreadable):
        open_sealed(read_sealed({**first, "person": str(uuid4())}))


def sealed_by(phone_js: Path, *entries: object) -> list[dict[str, object]]:
    key = {"id": current_key_id(), "key": _text(public_point(current_key_id()))}
    said = json.dumps({"key": key, "entries": entries})
    return list(json.loads(run(phone_js, "node", "seal.js", said=said, listens=True).stdout))


def _text(point: bytes) -> str:
    return urlsafe_b64encode(point).decode().rstrip("=")

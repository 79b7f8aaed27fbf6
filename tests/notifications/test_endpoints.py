"""Nobody makes us talk to another address than a browser's push service."""

from __future__ import annotations

import socket
import ssl
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from threading import Thread

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from uuid_utils.compat import uuid7

from herning_pwa import clock
from herning_pwa.config import UnsafeSettings, read_settings
from herning_pwa.notifications.delivery.endpoints import NotPublic, is_push_service, public_address
from herning_pwa.notifications.delivery.pinned import Pinned
from herning_pwa.notifications.delivery.push import Poke, Reached, payload_for, poke
from tests.fresh import installation
from tests.notifications.push import Browser, base64url, push_service

HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    "endpoint",
    [
        "https://fcm.googleapis.com/fcm/send/abc:APA91",
        "https://fcm.googleapis.com:443/wp/abc",
        "https://jmt17.google.com/fcm/send/abc",
        "https://updates.push.services.mozilla.com/wpush/v2/gAAA",
        "https://web.push.apple.com/QLk3",
        "https://wns2-par02p.notify.windows.com/w/?token=BQY%3d",
    ],
)
def test_the_browsers_own_services_are_let_through(endpoint: str) -> None:
    assert is_push_service(endpoint)


@pytest.mark.parametrize(
    "endpoint",
    [
        "",
        "http://fcm.googleapis.com/fcm/send/abc",
        "https://fcm.googleapis.com",
        "https://fcm.googleapis.com.evil.example/abc",
        "https://evil.example/fcm.googleapis.com/",
        "https://evilfcm.googleapis.com/abc",
        "https://push.apple.com.evil.example/abc",
        "https://evilpush.apple.com/abc",
        "https://notify.windows.com/abc",
        "https://fcm.googleapis.com:8443/abc",
        "https://fcm.googleapis.com:99999/abc",
        "https://user@fcm.googleapis.com/abc",
        "https://fcm.googleapis.com@evil.example/abc",
        "https://fcm.googleapis.com\\@evil.example/abc",
        "https://fcm.googleapis.com/a\r\nHost: evil.example",
        "https://a..push.apple.com/abc",
        "https://xn--.push.apple.com:/abc",
        f"https://{'x' * 64}.push.apple.com/abc",
        "https://FCM.googleapis.com/abc",
        "https://127.0.0.1/abc",
        "http://127.0.0.1/abc",
        "http://localhost:8000/abc",
        "https://[::1]/abc",
        "file:///etc/passwd",
    ],
)
def test_nothing_else_is(endpoint: str) -> None:
    assert not is_push_service(endpoint)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "fd00::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "::ffff:8.8.8.8",
        "64:ff9b::a00:1",
        "2002:a00:1::",
        "2001:0:53aa:64c:0:0:0:1",
        "junk",
    ],
)
def test_a_name_that_leads_into_the_house_is_not_followed(address: str) -> None:
    with pytest.raises(NotPublic):
        public_address("web.push.apple.com", 443, lambda _host, _port: [address])


def test_of_several_addresses_only_a_public_one_is_used() -> None:
    found = ["10.0.0.1", "17.57.144.10", "2620:149:a44::10"]
    assert public_address("web.push.apple.com", 443, lambda *_: found) == "17.57.144.10"


def message(endpoint: str) -> Poke:
    browser = Browser(endpoint)
    point = browser.key.public_key().public_numbers()
    raw = b"\x04" + point.x.to_bytes(32, "big") + point.y.to_bytes(32, "big")
    return Poke(uuid7(), endpoint, raw, browser.auth, payload_for("/", waiting=0), "emne", HOUR)


def test_a_name_is_looked_up_when_something_is_sent_and_only_then() -> None:
    asked: list[str] = []

    def resolve(host: str, _port: int) -> list[str]:
        asked.append(host)
        return ["192.168.1.1"]

    assert poke(message("https://web.push.apple.com/abc"), Pinned(resolve)) is Reached.NOT_NOW
    assert asked == ["web.push.apple.com"]


def test_the_address_that_was_found_must_prove_that_it_is_the_name(tmp_path: Path) -> None:
    proof = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    proof.load_cert_chain(own_certificate("localhost", tmp_path))
    with (
        installation(HERNING_FAKE_PUSH="1"),
        socket.create_server(("127.0.0.1", 0)) as plain,
        proof.wrap_socket(plain, server_side=True) as listening,
    ):
        answering = Thread(target=answer, args=(listening,))
        answering.start()
        address = f"https://localhost:{listening.getsockname()[1]}/abc"
        with pytest.raises(ssl.SSLCertVerificationError):
            Pinned(lambda *_: ["127.0.0.1"]).post(address, data=b"", headers={}, timeout=60)
        answering.join()


def answer(listening: ssl.SSLSocket) -> None:
    with suppress(OSError):  # who calls hangs up at the certificate
        listening.accept()[0].close()


def own_certificate(name: str, folder: Path) -> Path:
    """A certificate nobody but its owner vouches for, with its key."""
    key, names = ec.generate_private_key(ec.SECP256R1()), [x509.DNSName(name)]
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    certificate = (
        x509.CertificateBuilder(who, who, key.public_key(), x509.random_serial_number())
        .not_valid_before(clock.now() - timedelta(days=1))
        .not_valid_after(clock.now() + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .sign(key, SHA256())
    )
    file = folder / "certificate.pem"
    file.write_bytes(
        certificate.public_bytes(Encoding.PEM)
        + key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    )
    return file


def test_a_redirect_is_not_followed() -> None:
    with installation(HERNING_FAKE_PUSH="1"), push_service() as service:
        service.answers["/flyttet"] = 307
        assert poke(message(service.endpoint("flyttet"))) is Reached.NOT_NOW
        assert [each.path for each in service.received] == ["/flyttet"]


@pytest.mark.parametrize(
    ("status", "reached"),
    [
        (200, Reached.YES),
        (202, Reached.YES),
        (400, Reached.NOT_NOW),
        (403, Reached.NEVER),
        (404, Reached.NEVER),
        (410, Reached.NEVER),
        (429, Reached.NOT_NOW),
        (503, Reached.NOT_NOW),
    ],
)
def test_what_a_service_answers_is_understood(status: int, reached: Reached) -> None:
    with installation(HERNING_FAKE_PUSH="1"), push_service() as service:
        service.answers["/abc"] = status
        assert poke(message(service.endpoint("abc"))) is reached


def test_an_address_that_is_no_longer_allowed_is_not_sent_to() -> None:
    with push_service() as service:
        assert poke(message(service.endpoint("abc"))) is Reached.NEVER
        assert service.received == []


def test_production_refuses_a_push_service_of_its_own() -> None:
    with pytest.raises(UnsafeSettings, match="HERNING_FAKE_PUSH"):
        read_settings({"HERNING_PUBLIC_URL": "https://sammen.example", "HERNING_FAKE_PUSH": "1"})


def test_every_message_is_signed_and_sealed_anew() -> None:
    with installation(HERNING_FAKE_PUSH="1"), push_service() as service:
        told = message(service.endpoint("abc"))
        assert [poke(told), poke(told)] == [Reached.YES, Reached.YES]
        first, second = service.received
        assert first.headers["authorization"].startswith("vapid t=")
        assert first.body != second.body
        assert (first.headers["ttl"], first.headers["topic"]) == ("3600", "emne")
        assert base64url(told.auth) not in str(service.received)

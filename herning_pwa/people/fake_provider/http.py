"""The fake provider's addresses: what it says of itself, the page, the exchange."""

from __future__ import annotations

import base64
import binascii
from urllib.parse import unquote_plus, urlencode

from starlette.requests import Request
from starlette.responses import (
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
)
from starlette.routing import Route

from herning_pwa.config import settings
from herning_pwa.identity_provider import FAKE_ISSUER, IdentityProvider, fake_provider
from herning_pwa.people.fake_provider.grants import (
    Fault,
    Grant,
    give_code,
    id_token,
    signing_key,
    take_grant,
)
from herning_pwa.people.fake_provider.page import CHOOSE, CSS, LOOKS, choosing_page
from herning_pwa.people.oidc.trips import return_address
from herning_pwa.people.oidc.wire import LARGEST_ANSWER

ASKED = ("state", "nonce", "code_challenge", "fault")
DISCOVERY = f"{FAKE_ISSUER}/.well-known/openid-configuration"
AUTHORIZE, TOKEN, KEYS = (f"{FAKE_ISSUER}/{name}" for name in ("log-ind", "token", "noegler"))


def _itself() -> IdentityProvider:
    return fake_provider(settings().public_url)


async def discovery(_request: Request) -> Response:
    here = settings().public_url
    return JSONResponse(
        {
            "issuer": _itself().issuer,
            "authorization_endpoint": here + AUTHORIZE,
            "token_endpoint": here + TOKEN,
            "jwks_uri": here + KEYS,
        }
    )


async def keys(_request: Request) -> Response:
    return JSONResponse({"keys": [signing_key().as_dict(private=False, use="sig")]})


async def looks(_request: Request) -> Response:
    return PlainTextResponse(CSS, media_type="text/css")


async def authorize(request: Request) -> Response:
    """The page, for the one app it knows and nobody else."""
    asked = request.query_params
    is_ours = (
        asked.get("client_id") == _itself().client_id
        and asked.get("redirect_uri") == return_address()
        and asked.get("response_type") == "code"
        and asked.get("code_challenge_method") == "S256"
    )
    if not is_ours:
        return PlainTextResponse("invalid_request", status_code=400)
    return HTMLResponse(choosing_page({name: asked.get(name, "") for name in ASKED}))


async def choose(request: Request) -> Response:
    """Back to the app with a code; or with nothing, when somebody said no."""
    form = await request.form()
    chosen = {name: str(form.get(name, "")) for name in (*ASKED, "subject", "level")}
    if not chosen["subject"]:
        return _back(error="access_denied", state=chosen["state"])
    grant = Grant(
        challenge=chosen["code_challenge"],
        nonce=chosen["nonce"],
        subject=chosen["subject"],
        level=chosen["level"],
        fault=Fault(chosen["fault"]),
    )
    return _back(code=give_code(grant), state=chosen["state"])


def _back(**said: str) -> Response:
    return RedirectResponse(f"{return_address()}?{urlencode(said)}", status_code=303)


async def token(request: Request) -> Response:
    """The id token for a code, once, to the app that began and can show its secret."""
    form = await request.form()
    if not _shows_secret(request):
        return JSONResponse({"error": "invalid_client"}, status_code=401)
    grant = take_grant(str(form.get("code", "")), str(form.get("code_verifier", "")))
    if grant is None or form.get("redirect_uri") != return_address():
        return JSONResponse({"error": "invalid_grant"}, status_code=400)
    if grant.fault is Fault.DOWN:
        return PlainTextResponse("nede", status_code=503)
    if grant.fault is Fault.ENDLESS:
        return JSONResponse({"id_token": "x" * (LARGEST_ANSWER + 1)})
    said = {} if grant.fault is Fault.NO_TOKEN else {"id_token": id_token(grant, _itself())}
    return JSONResponse({"access_token": "falsk", "token_type": "Bearer", **said})


def _shows_secret(request: Request) -> bool:
    _basic, _space, shown = request.headers.get("authorization", "").partition(" ")
    try:
        name, _colon, secret = base64.b64decode(shown).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return False
    ours = _itself()
    return (unquote_plus(name), unquote_plus(secret)) == (ours.client_id, ours.client_secret)


def fake_provider_routes() -> list[Route]:
    """Nothing at all unless the fake provider was asked for."""
    if not settings().fake_oidc:
        return []
    return [
        Route(DISCOVERY, discovery),
        Route(KEYS, keys),
        Route(LOOKS, looks),
        Route(AUTHORIZE, authorize),
        Route(CHOOSE, choose, methods=["POST"]),
        Route(TOKEN, token, methods=["POST"]),
    ]

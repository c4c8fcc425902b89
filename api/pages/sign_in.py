"""Signing in and out at the identity provider: OpenID Connect's authorization code flow with PKCE."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from typing import Annotated, Any, cast
from urllib.parse import urlencode

import httpx
from fastapi import APIRouter, Depends, Request
from starlette.responses import RedirectResponse, Response

from api.issuer import IssuerAway, TokenRefused
from api.listening import SharedChanges
from api.pages.preferences import preferred_language
from api.pages.sessions import cookie, forget, found_session, keep, own_path, sealed, unsealed
from api.pages.shell import page, remembering
from api.parts import Database, SharedParts
from api.problems import AWAY, NOT_SIGNED_IN, RETRY_AFTER, Problem
from settings import settings
from store import sessions
from store.sessions import Session

PATIENCE = 600
"""Seconds that somebody may take to sign in."""

router = APIRouter()


@router.get("/sign-in")
async def sign_in(request: Request, parts: SharedParts, to: str = "/", state: str = "") -> Response:
    """Send somebody to the issuer, and remember what was asked and where he wanted to be.

    From the issuer he may come back for another language, with the `state` of what he was asked before.
    """
    before = _read(request.cookies.get(cookie(_asked(state)))) if state else None
    try:
        where = (await parts.issuer.published()).authorization
    except IssuerAway:
        where = None
    if where is None:
        raise _away()
    asked = {
        "state": secrets.token_urlsafe(24),
        "nonce": secrets.token_urlsafe(24),
        "verifier": secrets.token_urlsafe(48),
        "to": own_path(before["to"] if before else to),
    }
    question = {
        "response_type": "code",
        "client_id": settings().oidc_client,
        "redirect_uri": _callback(),
        "scope": "openid profile",
        "state": asked["state"],
        "nonce": asked["nonce"],
        "code_challenge": _challenge(asked["verifier"]),
        "code_challenge_method": "S256",
        "ui_locales": preferred_language(request.scope).value,
    }
    leaving = RedirectResponse(f"{where}?{urlencode(question)}", 303)
    keep(leaving, _asked(asked["state"]), _written(asked), PATIENCE)
    return remembering(leaving, request.scope)


@router.get("/signed-in")
async def signed_in(
    request: Request,
    parts: SharedParts,
    before: Annotated[Session | None, Depends(found_session)],
    changes: SharedChanges,
    state: str = "",
    code: str | None = None,
    iss: str | None = None,
) -> Response:
    """Take in what the issuer answers, and begin a session under a new id."""
    asked = _read(request.cookies.get(cookie(_asked(state))))
    if asked is None or not secrets.compare_digest(asked["state"].encode(), state.encode()):
        raise Problem(NOT_SIGNED_IN, "This sign-in was not begun here, or it took too long.")
    if code is None or iss not in {None, parts.issuer.url}:
        raise Problem(NOT_SIGNED_IN, "The sign-in was broken off.")
    token = await _exchanged(parts, code, asked["verifier"])
    try:
        claims = await parts.issuer.signed_in(token, settings().oidc_client, asked["nonce"])
    except TokenRefused as refused:
        raise Problem(NOT_SIGNED_IN, refused.reason) from None
    except IssuerAway:
        raise _away() from None
    id_ = secrets.token_urlsafe(32)
    session = Session(id_, dict(claims), None, None, sealed(token, id_))
    async with parts.database.connect() as connection:
        if before:
            await sessions.end(connection, before.id)
            changes.sign_out(before.id)
        await sessions.begin(connection, session)
    arrived = RedirectResponse(own_path(asked["to"]), 303)
    keep(arrived, "meedoen", id_)
    forget(arrived, _asked(state))
    return arrived


@router.post("/sign-out")
async def sign_out(
    parts: SharedParts,
    database: Database,
    changes: SharedChanges,
    session: Annotated[Session, Depends(found_session)],
) -> Response:
    """End the session here, and at the issuer when it can."""
    async with database.connect() as connection:
        await sessions.end(connection, session.id)
    changes.sign_out(session.id)
    after = f"{settings().api_url}/signed-out"
    try:
        ending = (await parts.issuer.published()).end_session
    except IssuerAway:
        ending = None
    if ending:
        question = {"client_id": settings().oidc_client, "post_logout_redirect_uri": after}
        hint = unsealed(session)
        after = f"{ending}?{urlencode(question | ({'id_token_hint': hint} if hint else {}))}"
    leaving = RedirectResponse(after, 303)
    forget(leaving, "meedoen")
    return leaving


@router.get("/signed-out")
async def signed_out(request: Request) -> Response:
    """Tell that nobody is signed in any more."""
    return page(request, "signed-out.html")


async def _exchanged(parts: SharedParts, code: str, verifier: str) -> str:
    """The ID token for a code."""
    client, secret = settings().oidc_client, settings().oidc_client_secret.get_secret_value()
    question = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": _callback(),
        "code_verifier": verifier,
    }
    if not secret:
        question["client_id"] = client
    try:
        where = (await parts.issuer.published()).token or ""
        async with httpx.AsyncClient(timeout=5.0, trust_env=False) as http:
            answer = await http.post(
                where,
                data=question,
                auth=httpx.BasicAuth(client, secret) if secret else httpx.USE_CLIENT_DEFAULT,
            )
        answer.raise_for_status()
        return str(answer.json()["id_token"])
    except httpx.HTTPStatusError as error:
        if error.response.is_server_error:
            raise _away() from None
        raise Problem(NOT_SIGNED_IN, "The sign-in was broken off.") from None
    except (IssuerAway, httpx.HTTPError):
        raise _away() from None
    except (ValueError, KeyError, TypeError):
        raise Problem(NOT_SIGNED_IN, "The sign-in was broken off.") from None


def _challenge(verifier: str) -> str:
    """What may be shown of a verifier before it is used. RFC 7636 4.2."""
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")


def _callback() -> str:
    return f"{settings().api_url}/signed-in"


def _away() -> Problem:
    sentence = "Nobody can be signed in now. Ask again in a moment."
    return Problem(AWAY, sentence, headers={"Retry-After": RETRY_AFTER})


def _asked(state: str) -> str:
    """The name of the cookie with what we asked, so that two tabs may sign in at once."""
    return f"meedoen-asked-{''.join(filter(str.isalnum, state))[:8]}"


def _written(asked: dict[str, str]) -> str:
    return base64.urlsafe_b64encode(json.dumps(asked).encode()).decode()


def _read(kept: str | None) -> dict[str, str] | None:
    try:
        asked: object = json.loads(base64.urlsafe_b64decode(kept or ""))
    except ValueError:
        return None
    if not isinstance(asked, dict) or {"state", "nonce", "verifier", "to"} != set(
        cast("dict[str, Any]", asked)
    ):
        return None
    return {name: str(value) for name, value in cast("dict[str, Any]", asked).items()}

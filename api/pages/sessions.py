"""Who looks at a page: the session of the browser's cookie, and the same actor as the API's."""

from __future__ import annotations

import hashlib
import hmac
from contextlib import suppress
from dataclasses import replace
from typing import Annotated, Any
from urllib.parse import urlencode, urlsplit

from fastapi import Depends, Request
from joserfc import jwe
from joserfc.errors import JoseError
from joserfc.jwe import JWERegistry
from joserfc.jwk import OctKey
from sqlalchemy.exc import SQLAlchemyError
from starlette.responses import RedirectResponse, Response

from api.identity import actor_of
from api.listening import SharedChanges
from api.pages.preferences import is_page
from api.parts import Database, Parts
from api.problems import NOT_PERMITTED, Problem
from api.scope import reading_scope
from domain.authority import Scope
from domain.people import Actor
from settings import settings
from store import sessions
from store.sessions import Session

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
SEALED = {"alg": "dir", "enc": "A256GCM"}
EVENTS = "/events"
"""Where a page hears what changes."""
BY_ITSELF = "meedoen-refresh"
"""The header with which a page that refreshes itself asks for what is new."""


class _AsLongAsNeeded(JWERegistry):
    """What we sealed ourselves is opened again however long it is: 1,000 applications are some megabytes."""

    max_ciphertext_length = 64_000_000


_REGISTRY = _AsLongAsNeeded()


class SignedInAnew(Exception):
    """Somebody sent a form of ours that was opened before he signed in anew, and it may have been another."""


class SignInFirst(Exception):
    """Nobody is signed in, or no longer; `to` is where somebody wanted to be."""

    def __init__(self, to: str) -> None:
        self.to = to
        super().__init__(to)


def is_secure() -> bool:
    """Whether people reach us by https."""
    return settings().api_url.startswith("https:")


def cookie(name: str) -> str:
    """A cookie's name: one that no other host and no plain http can set, where there is https."""
    return f"__Host-{name}" if is_secure() else name


def keep(response: Response, name: str, value: str, seconds: int | None = None) -> None:
    """Have the browser keep something that no script can read."""
    response.set_cookie(cookie(name), value, seconds, httponly=True, samesite="lax", secure=is_secure())


def forget(response: Response, name: str) -> None:
    """Have the browser forget it."""
    response.delete_cookie(cookie(name), httponly=True, samesite="lax", secure=is_secure())


def own_path(address: str | None, otherwise: str = "/") -> str:
    """A path of ours that was named to us; another site's address, or anything odd, is not followed."""
    address = address or ""
    if not address.startswith("/") or address.startswith(("//", "/\\")) or not address.isprintable():
        return otherwise
    return address


def is_by_itself(request: Request) -> bool:
    """Whether a page asks this by itself: nobody is known to sit before it, so it keeps no session alive."""
    return BY_ITSELF in request.headers or request.url.path == EVENTS


async def found_session(request: Request, database: Database, changes: SharedChanges) -> Session | None:
    """The session of this browser, if it holds; the page tells once what was left in it."""
    request.scope["meedoen.mark"] = changes.mark()  # before anything is read: what changes later is told
    id_ = request.cookies.get(cookie("meedoen"))
    if not id_:
        return None
    is_asked = not is_by_itself(request)
    async with database.connect() as connection:
        found = await sessions.session(connection, id_, is_asked=is_asked)
        if found and found.told and request.method == "GET" and is_asked:
            await sessions.tell_next(connection, id_, None)
    request.scope["meedoen.session"] = found
    return found


async def recall(request: Request) -> None:
    """Who looks at an address where no page is, so that he still finds his way.

    It keeps no session alive and takes no message, since a browser also asks by itself for what is not there.
    """
    id_ = request.cookies.get(cookie("meedoen"))
    if not id_ or "meedoen.session" in request.scope or not is_page(request.scope):
        return
    parts: Parts = request.app.state.parts
    with suppress(SQLAlchemyError):  # without the database he is nobody
        async with parts.database.connect() as connection:
            found = await sessions.session(connection, id_, is_asked=False)
        request.scope["meedoen.session"] = replace(found, told=None) if found else None


async def sent_from_our_page(
    request: Request, session: Annotated[Session | None, Depends(found_session)]
) -> None:
    """Refuse a form that somebody else's page sent in the name of whoever is signed in.

    Raises:
        SignInFirst: the session ended while the form was open.
        SignedInAnew: another one began since; what was filled in can be sent in that.
    """
    if request.method in SAFE:
        return
    if _comes_from_elsewhere(request):
        raise Problem(NOT_PERMITTED, "This was not sent from a page of Meedoen.")
    sent = await request.form()
    is_of_now = session is not None and _is_alike(sent.get("csrf"), csrf(session))
    if (
        is_of_now or request.headers.get("sec-fetch-site") == "same-origin"
    ):  # else nothing of it is shown to anybody
        request.scope["meedoen.sent"] = [
            (name, given) for name, given in sent.multi_items() if name != "csrf"
        ]
    if session is None:
        raise SignInFirst(came_from(request))
    if not is_of_now and filled_in(request):
        raise SignedInAnew
    if not is_of_now:
        raise Problem(NOT_PERMITTED, "This page was no longer the newest. Open it anew, and do it again.")


async def signed_in(request: Request, session: Annotated[Session | None, Depends(found_session)]) -> Actor:
    """The person who asks for a page."""
    if session is None:
        raise SignInFirst(request.url.path + (f"?{request.url.query}" if request.url.query else ""))
    return actor_of(session.claims)


SignedIn = Annotated[Actor, Depends(signed_in)]


async def _sight(actor: SignedIn) -> Scope:
    return await reading_scope(actor)


Sight = Annotated[Scope, Depends(_sight)]
"""The cases that whoever is signed in may read."""


def csrf(session: Session) -> str:
    """What each form of this session carries, and no other site knows."""
    return hashlib.sha256(f"form\n{session.id}".encode()).hexdigest()


STOOD_ON = "stood-on"
"""The field in which a form that is offered once more says on which page it stood at first."""


def came_from(request: Request, otherwise: str = "/") -> str:
    """The page of ours on which a form stood."""
    if first := dict(request.scope.get("meedoen.sent", ())).get(STOOD_ON):
        return own_path(str(first), otherwise)
    referer = urlsplit(request.headers.get("referer", ""))
    if referer.netloc != request.url.netloc:
        return otherwise
    return own_path(referer.path + (f"?{referer.query}" if referer.query else ""), otherwise)


def sent_again(request: Request) -> list[tuple[str, str]] | None:
    """What was sent, to be sent once more under the same key; none of what has files in it, or was no form."""
    sent: list[tuple[str, Any]] | None = request.scope.get("meedoen.sent")
    if sent is None or not all(isinstance(value, str) for _, value in sent):
        return None
    return [*((name, value) for name, value in sent if name != STOOD_ON), (STOOD_ON, came_from(request))]


def filled_in(request: Request) -> list[tuple[str, str]]:
    """What was typed or chosen in a form that was sent, files left out; nothing when it was a button alone."""
    sent: list[tuple[str, Any]] = request.scope.get("meedoen.sent", [])
    said = [(name, value) for name, value in sent if isinstance(value, str) and name != STOOD_ON]
    if not any(value for name, value in said if name != "key"):
        return []
    return [*said, (STOOD_ON, came_from(request))]


def sealed(plain: str, secret: str) -> str:
    """What only who has the secret can read: a session's id, which stands nowhere, or another one like it."""
    return jwe.encrypt_compact(SEALED, plain, _key(secret))


def unsealed(session: Session) -> str | None:
    """The ID token of a session."""
    return unsealed_by(session, session.sealed_token)


def unsealed_by(session: Session, sealed_: str) -> str | None:
    """What was sealed for a session; none when that was another one."""
    return opened(sealed_, session.id)


def opened(sealed_: str, secret: str) -> str | None:
    """What was sealed with a secret; none when that was another one."""
    try:
        plain = jwe.decrypt_compact(sealed_, _key(secret), registry=_REGISTRY).plaintext
    except (JoseError, ValueError):
        return None
    return plain.decode() if plain else None


def is_by_script(request: Request) -> bool:
    """Whether a part of a page asks this, and the page itself stays."""
    return "hx-request" in request.headers


def to_sign_in(request: Request, error: SignInFirst) -> Response:
    """Lead to the sign-in, and from there back."""
    if is_by_itself(request):
        return Response(status_code=204)
    place = f"/sign-in?{urlencode({'to': error.to})}"
    if is_by_script(request):  # which would follow to the issuer, where it may not go
        return Response(headers={"HX-Redirect": place})
    return RedirectResponse(place, 303)


def _is_alike(given: Any, secret: str) -> bool:
    return isinstance(given, str) and hmac.compare_digest(given.encode(), secret.encode())


def _comes_from_elsewhere(request: Request) -> bool:
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    if site is not None:
        return site != "same-origin"
    return origin is not None and urlsplit(origin).netloc not in {
        request.url.netloc,
        urlsplit(settings().api_url).netloc,
    }


def _key(session: str) -> Any:
    return OctKey.import_key(hashlib.sha256(f"seal\n{session}".encode()).digest())

"""Who asks: the bearer token of an OpenID Connect issuer, turned into an actor.

The issuer vouches for `sub`, `name`, `roles`, `municipality` and, for a cooperative, `cooperative`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Coroutine, Mapping
from typing import Annotated, Any

from fastapi import Depends, Header, Request
from pydantic import StringConstraints, ValidationError

from api.issuer import IssuerAway, TokenRefused
from api.parts import SharedParts
from api.problems import AWAY, NOT_PERMITTED, NOT_SIGNED_IN, RETRY_AFTER, Problem
from domain.people import Actor, Role

REALM = 'Bearer realm="meedoen"'
GIVEN = tuple(role for role in Role if role is not Role.CLOCK)
"""The roles that a token can give; nobody signs in as the clock."""


async def current_actor(request: Request, parts: SharedParts) -> Actor:
    """The person or program that a request comes from."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise Problem(
            NOT_SIGNED_IN, "Send a token: Authorization: Bearer …", headers={"WWW-Authenticate": REALM}
        )
    try:
        claims = await parts.issuer.claims(token.strip())
    except TokenRefused as refused:
        challenge = f'{REALM}, error="invalid_token", error_description="{refused.reason}"'
        raise Problem(NOT_SIGNED_IN, refused.reason, headers={"WWW-Authenticate": challenge}) from None
    except IssuerAway:
        raise Problem(
            AWAY, "Nobody can be signed in now. Ask again in a moment.", headers={"Retry-After": RETRY_AFTER}
        ) from None
    return actor_of(claims)


def actor_of(claims: Mapping[str, Any]) -> Actor:
    """The actor that a token's claims describe; refused when they give no place in any case."""
    listed: Any = claims.get("roles")
    roles = frozenset(role for role in GIVEN if isinstance(listed, list) and role in listed)
    if not roles:
        raise Problem(NOT_PERMITTED, "Your account has no role in Meedoen.")
    if not claims.get("municipality"):
        raise Problem(NOT_PERMITTED, "Your account belongs to no municipality.")
    is_cooperative = Role.COOPERATIVE in roles
    if is_cooperative and not claims.get("cooperative"):
        raise Problem(NOT_PERMITTED, "Your account belongs to no cooperative.")
    try:
        return Actor(
            id=claims["sub"],
            name=claims.get("name") or claims.get("preferred_username") or claims["sub"],
            roles=roles,
            municipality=claims["municipality"],
            cooperative=claims["cooperative"] if is_cooperative else None,
        )
    except ValidationError:
        raise Problem(NOT_PERMITTED, "Your account has a claim that does not fit.") from None


CurrentActor = Annotated[Actor, Depends(current_actor)]


def readers(*roles: Role) -> Callable[[Actor], Coroutine[Any, Any, Actor]]:
    """The dependency of a route for these roles only: `Annotated[Actor, Depends(readers(Role.AUDITOR))]`."""

    async def one_of_them(actor: CurrentActor) -> Actor:
        if actor.roles.isdisjoint(roles):
            raise Problem(NOT_PERMITTED, "This is open to these roles only: {roles}.", roles=roles)
        return actor

    return one_of_them


_Key = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"^[!-~]+$")]

RequestKey = Annotated[
    _Key,
    Header(
        alias="Idempotency-Key",
        description="The client's own name for this request. Sent again with the same key, it is done once.",
    ),
]
KeyToBe = Annotated[
    _Key | None,
    Header(
        alias="Idempotency-Key",
        description="The key by which it will be sent, or was sent before; not needed.",
    ),
]


def request_of(actor: Actor, key: str) -> str:
    """What a request is known by: two people who choose the same key do not meet."""
    return hashlib.sha256(f"{actor.id}\n{key}".encode()).hexdigest()[:32]

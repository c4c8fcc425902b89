"""The identity provider: its keys, and what a token that it signed says.

Its metadata and keys are fetched once and kept. They are fetched again when they are old, or when a token names
a key that we do not have, at most once in a while and by one request at a time. As long as we have keys, an
issuer that is away stops nobody.
"""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, cast

import httpx
import structlog
from joserfc import jws, jwt
from joserfc.errors import ExpiredTokenError, InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet

from api.logs import traced

ALGORITHMS = ("RS256", "PS256", "ES256")
LEEWAY = 30
"""Seconds that the issuer's clock and ours may differ."""
FRESH = 600.0
"""Seconds after which the keys are fetched again, so that a key withdrawn by the issuer stops counting here too."""
PAUSE = 10.0
"""Seconds between two fetches, whatever tokens come in."""
MAX_TOKEN = 16_384
REMEMBERED = 1_000
"""Tokens whose signature need not be looked at again while the keys are fresh."""

log = structlog.get_logger("api.issuer")


class TokenRefused(Exception):
    """A token that we do not trust; `reason` tells why, in words that may be sent."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


class IssuerAway(Exception):
    """The issuer gives no keys, and we have none."""


@dataclass(frozen=True)
class Published:
    """What the issuer tells everybody: its keys, and where it signs people in and out."""

    keys: KeySet
    authorization: str | None
    token: str | None
    end_session: str | None


class Issuer:
    """An OpenID Connect issuer, as far as a resource server and its pages need it."""

    def __init__(
        self,
        url: str,
        audience: str,
        http: httpx.AsyncClient | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.url = url
        self._http = http or httpx.AsyncClient(timeout=httpx.Timeout(3.0), trust_env=False)
        self._clock = clock
        self._lock = asyncio.Lock()
        self._known: Published | None = None
        self._fetched_at = self._tried_at = float("-inf")
        self._verified: OrderedDict[str, dict[str, Any]] = OrderedDict()
        self._bearers = self._expecting(audience)

    async def claims(self, token: str) -> Mapping[str, Any]:
        """What a bearer token says, once its signature, issuer, audience and times are found right."""
        return await self._trusted(token, self._bearers)

    async def signed_in(self, token: str, client: str, nonce: str) -> Mapping[str, Any]:
        """What an ID token says, once it is found to be the answer to our own question. OpenID Connect 3.1.3.7."""
        claims = await self._trusted(
            token, self._expecting(client, nonce={"essential": True, "value": nonce})
        )
        if claims.get("azp", client) != client:
            raise TokenRefused("The token is not valid here.")
        return claims

    async def published(self) -> Published:
        """Where the issuer signs people in and out."""
        return await self._known_with(None)

    def _expecting(self, audience: str, **more: Any) -> jwt.JWTClaimsRegistry:
        return jwt.JWTClaimsRegistry(
            leeway=LEEWAY,
            iss={"essential": True, "value": self.url},
            aud={"essential": True, "value": audience},
            sub={"essential": True},
            exp={"essential": True},
            iat={"essential": True},
            **more,
        )

    async def _trusted(self, token: str, expected: jwt.JWTClaimsRegistry) -> Mapping[str, Any]:
        if len(token) > MAX_TOKEN:
            raise TokenRefused("The token is too long.")
        try:
            claims = self._verified.get(token) if self._is_fresh() else None
            if claims is None:
                claims = await self._signed(token)
            expected.validate(claims)
        except ExpiredTokenError:
            raise TokenRefused("The token has expired.") from None
        except InvalidKeyIdError:
            raise TokenRefused("The token was signed with a key that is not the issuer's.") from None
        except (JoseError, ValueError, TypeError):
            raise TokenRefused("The token is not valid here.") from None
        return claims

    async def _signed(self, token: str) -> dict[str, Any]:
        """What a token says, its signature found right: that is kept for as long as the keys are, its times are not."""
        named = jws.extract_compact(token.encode()).headers().get("kid")
        known = await self._known_with(named)
        claims = jwt.decode(token, known.keys, algorithms=ALGORITHMS).claims
        self._verified[token] = claims
        if len(self._verified) > REMEMBERED:
            self._verified.popitem(last=False)
        return claims

    async def check(self) -> None:
        """Raise when the issuer cannot be reached now."""
        await self._fetched()

    async def close(self) -> None:
        """Let go of the connections."""
        await self._http.aclose()

    async def _known_with(self, named: str | None) -> Published:
        """What the issuer publishes, with the key of that name if it has one."""
        kept = self._known
        if kept and self._is_fresh() and _has(kept.keys, named):
            return kept
        async with self._lock:
            if self._is_due(named):
                self._tried_at = self._clock()
                try:
                    self._known = await self._fetched()
                    self._fetched_at = self._clock()
                    self._verified.clear()
                except IssuerAway as away:
                    log.warning("the issuer gives no keys", **traced(away))
        if self._known is None:
            raise IssuerAway
        return self._known

    def _is_fresh(self) -> bool:
        return self._clock() - self._fetched_at < FRESH

    def _is_due(self, named: str | None) -> bool:
        """Whether to fetch now: someone else may just have done it, and an unknown key must not make us hammer."""
        now = self._clock()
        if self._known is None:
            return now - self._tried_at >= 1.0
        is_old = now - self._fetched_at >= FRESH
        return (is_old or not _has(self._known.keys, named)) and now - self._tried_at >= PAUSE

    async def _fetched(self) -> Published:
        try:
            metadata = await self._json(self.url.rstrip("/") + "/.well-known/openid-configuration")
            if metadata.get("issuer") != self.url:
                raise IssuerAway("the metadata is another issuer's")
            keys = await self._json(self._safe(metadata["jwks_uri"]))
            return Published(
                KeySet.import_key_set(keys),  # pyright: ignore[reportArgumentType]
                *(
                    metadata.get(name) and self._safe(metadata[name])
                    for name in ("authorization_endpoint", "token_endpoint", "end_session_endpoint")
                ),
            )
        except (httpx.HTTPError, httpx.InvalidURL, JoseError, KeyError, ValueError, TypeError) as error:
            raise IssuerAway from error

    def _safe(self, location: str) -> str:
        if httpx.URL(location).scheme != "https" and self.url.startswith("https:"):
            raise IssuerAway("this is not a safe address")
        return location

    async def _json(self, location: str) -> dict[str, Any]:
        answer = await self._http.get(location, headers={"Accept": "application/json"})
        answer.raise_for_status()
        found = answer.json()
        if not isinstance(found, dict):
            raise TypeError("not an object")
        return cast("dict[str, Any]", found)


def _has(keys: KeySet, named: str | None) -> bool:
    return named is None or any(key.kid == named for key in keys)

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


class Issuer:
    """An OpenID Connect issuer, as far as a resource server needs it."""

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
        self._keys: KeySet | None = None
        self._fetched_at = self._tried_at = float("-inf")
        self._verified: OrderedDict[str, dict[str, Any]] = OrderedDict()
        self._expected = jwt.JWTClaimsRegistry(
            leeway=LEEWAY,
            iss={"essential": True, "value": url},
            aud={"essential": True, "value": audience},
            sub={"essential": True},
            exp={"essential": True},
            iat={"essential": True},
        )

    async def claims(self, token: str) -> Mapping[str, Any]:
        """What a token says, once its signature, issuer, audience and times are found right."""
        if len(token) > MAX_TOKEN:
            raise TokenRefused("The token is too long.")
        try:
            claims = self._verified.get(token) if self._is_fresh() else None
            if claims is None:
                claims = await self._signed(token)
            self._expected.validate(claims)
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
        keys = await self._keys_that_have(named)
        claims = jwt.decode(token, keys, algorithms=ALGORITHMS).claims
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

    async def _keys_that_have(self, named: str | None) -> KeySet:
        kept = self._keys
        if kept and self._is_fresh() and _has(kept, named):
            return kept
        async with self._lock:
            if self._is_due(named):
                self._tried_at = self._clock()
                try:
                    self._keys = await self._fetched()
                    self._fetched_at = self._clock()
                    self._verified.clear()
                except IssuerAway as away:
                    log.warning("the issuer gives no keys", **traced(away))
        if self._keys is None:
            raise IssuerAway
        return self._keys

    def _is_fresh(self) -> bool:
        return self._clock() - self._fetched_at < FRESH

    def _is_due(self, named: str | None) -> bool:
        """Whether to fetch now: someone else may just have done it, and an unknown key must not make us hammer."""
        now = self._clock()
        if self._keys is None:
            return now - self._tried_at >= 1.0
        is_old = now - self._fetched_at >= FRESH
        return (is_old or not _has(self._keys, named)) and now - self._tried_at >= PAUSE

    async def _fetched(self) -> KeySet:
        try:
            metadata = await self._json(self.url.rstrip("/") + "/.well-known/openid-configuration")
            if metadata.get("issuer") != self.url:
                raise IssuerAway("the metadata is another issuer's")
            location = httpx.URL(metadata["jwks_uri"])
            if location.scheme != "https" and self.url.startswith("https:"):
                raise IssuerAway("the keys are not at a safe address")
            return KeySet.import_key_set(await self._json(location))  # pyright: ignore[reportArgumentType]
        except (httpx.HTTPError, httpx.InvalidURL, JoseError, KeyError, ValueError, TypeError) as error:
            raise IssuerAway from error

    async def _json(self, location: str | httpx.URL) -> dict[str, Any]:
        answer = await self._http.get(location, headers={"Accept": "application/json"})
        answer.raise_for_status()
        found = answer.json()
        if not isinstance(found, dict):
            raise TypeError("not an object")
        return cast("dict[str, Any]", found)


def _has(keys: KeySet, named: str | None) -> bool:
    return named is None or any(key.kid == named for key in keys)

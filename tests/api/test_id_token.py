"""An ID token signs somebody in only when it answers our own question. OpenID Connect 3.1.3.7."""

from __future__ import annotations

from typing import Any

import pytest

from api.issuer import Issuer, TokenRefused
from tests.api.conftest import ISSUER, Signed

pytestmark = pytest.mark.asyncio


async def test_the_answer_to_our_question_is_taken(issuer: Issuer, signed: Signed) -> None:
    claims = await issuer.signed_in(signed(aud="pages", nonce="n", azp="pages"), "pages", "n")

    assert "caseworker1" == claims["sub"]


@pytest.mark.parametrize(
    "changed",
    [
        {"nonce": "another"},
        {"nonce": None},
        {"aud": "another"},
        {"aud": ["another"]},
        {"azp": "another"},
        {"iss": "https://another.test"},
        {"exp": 1},
        {"sub": None},
    ],
)
async def test_any_other_is_refused(issuer: Issuer, signed: Signed, changed: dict[str, Any]) -> None:
    token = signed(**({"aud": "pages", "nonce": "n"} | changed))

    with pytest.raises(TokenRefused):
        await issuer.signed_in(token, "pages", "n")


async def test_a_key_that_is_not_the_issuers_is_refused(
    issuer: Issuer, signed: Signed, other_key: Any
) -> None:
    with pytest.raises(TokenRefused):
        await issuer.signed_in(signed(by=other_key, aud="pages", nonce="n"), "pages", "n")


async def test_the_issuer_is_asked_once_for_where_it_signs_in(issuer: Issuer) -> None:
    assert await issuer.published() is await issuer.published()
    assert ISSUER == issuer.url

"""The embedded identity hands out tokens that hold, to those it knows."""

from __future__ import annotations

import stat
import time
from collections.abc import Generator
from pathlib import Path

import httpx
import pytest
from joserfc import jwt
from joserfc.jwk import KeySet

from domain.people import Role
from embedded.identity import Identity, token
from embedded.people import example_users
from embedded.short_lived import free_port, identity
from embedded.trouble import Trouble


@pytest.fixture(scope="module")
def issuer(tmp_path_factory: pytest.TempPathFactory) -> Generator[Identity]:
    with identity(tmp_path_factory.mktemp("identity")) as running:
        yield running


def claims_of(bearer: str, issuer: str) -> dict[str, object]:
    keys = KeySet.import_key_set(httpx.get(f"{issuer}/jwks").json())
    return jwt.decode(bearer, keys, algorithms=["RS256"]).claims


def test_a_token_tells_who_somebody_is_and_holds_a_working_day(issuer: Identity) -> None:
    claims = claims_of(issuer.token("coop-a"), issuer.url)

    assert claims["iss"] == issuer.url
    assert claims["aud"] in ("meedoen", ["meedoen"])
    assert claims["sub"] == "coop-a"
    assert claims["name"] == "Fatma Yıldız"
    assert claims["roles"] == ["cooperative"]
    assert claims["municipality"] == "zonnedam"
    assert claims["cooperative"] == "de-werkplaats"
    assert 7.9 < (float(str(claims["exp"])) - time.time()) / 3600 <= 8


def test_a_token_holds_after_a_restart(tmp_path: Path) -> None:
    port = free_port()
    with identity(tmp_path, port) as issuer:
        bearer = issuer.token("decider1")
    with identity(tmp_path, port) as issuer:
        assert claims_of(bearer, issuer.url)["sub"] == "decider1"
    assert stat.S_IMODE((tmp_path / "identity.jwk").stat().st_mode) == 0o600


def test_nobody_unknown_gets_in(issuer: Identity) -> None:
    with pytest.raises(Trouble, match=r"There is no user burgemeester; the users are coop-a, coop-b,"):
        issuer.token("burgemeester")
    refused = httpx.post(
        f"{issuer.url}/oauth2/authorize",
        params={
            "response_type": "code",
            "client_id": "meedoen",
            "redirect_uri": issuer.url,
            "scope": "openid",
        },
        data={"sub": "burgemeester"},
    )

    assert refused.status_code == httpx.codes.FORBIDDEN


def test_it_answers_to_its_own_name_only(issuer: Identity) -> None:
    elsewhere = httpx.get(f"{issuer.url}/.well-known/openid-configuration", headers={"Host": "evil.example"})

    assert elsewhere.status_code == httpx.codes.MISDIRECTED_REQUEST


def test_it_runs_no_debugger(issuer: Identity) -> None:
    assert "console" not in httpx.get(f"{issuer.url}/console").text.lower()


def test_a_token_is_never_asked_of_an_issuer_elsewhere() -> None:
    with pytest.raises(Trouble, match="embedded identity only"):
        token("https://login.zonnedam.example", "coop-a", "meedoen")


def test_every_example_user_has_roles_that_exist() -> None:
    for user in example_users().values():
        assert {Role(role) for role in user.roles}
        assert (user.cooperative is not None) == ("cooperative" in user.roles)

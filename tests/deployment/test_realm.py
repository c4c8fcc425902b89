"""Keycloak's realm vouches for the claims that api/identity.py reads, and its example users have no password."""

from __future__ import annotations

import json
from typing import Any

import pytest

from api.identity import GIVEN, actor_of
from api.pages.sign_in import router
from domain.people import Actor, Role
from embedded.part import PROJECT
from embedded.people import ExampleUser, example_users
from settings import Settings
from store.sessions import IDLE, LONGEST

FOLDER = PROJECT / "deploy/keycloak"
REALM: dict[str, Any] = json.loads((FOLDER / "meedoen-realm.json").read_text())
USERS: dict[str, dict[str, Any]] = {
    user["username"]: user for user in json.loads((FOLDER / "example-users.json").read_text())["users"]
}
PROFILE: dict[str, dict[str, Any]] = {
    attribute["name"]: attribute
    for provider in REALM["components"]["org.keycloak.userprofile.UserProfileProvider"]
    for attribute in json.loads(provider["config"]["kc.user.profile.config"][0])["attributes"]
}


def claims_by(mappers: list[dict[str, Any]], user: dict[str, Any]) -> dict[str, Any]:
    """What Keycloak's mappers put in an access token, as far as this realm uses them."""
    claims: dict[str, Any] = {}
    for mapper in mappers:
        config = mapper["config"]
        assert config["access.token.claim"] == "true"
        match mapper["protocolMapper"]:
            case "oidc-sub-mapper":
                claims["sub"] = user["id"]
            case "oidc-full-name-mapper":
                claims["name"] = f"{user['firstName']} {user['lastName']}"
            case "oidc-usermodel-realm-role-mapper":
                claims[config["claim.name"]] = [
                    *user["realmRoles"],
                    "offline_access",
                    "default-roles-meedoen",
                ]
            case "oidc-usermodel-attribute-mapper":
                if values := user["attributes"].get(config["user.attribute"]):
                    claims[config["claim.name"]] = values[0]
            case "oidc-audience-mapper":
                claims["aud"] = [config["included.custom.audience"], "account"]
            case other:
                pytest.fail(f"what does the mapper {other} do?")
    return claims


@pytest.mark.parametrize("client", REALM["clients"], ids=lambda client: client["clientId"])
@pytest.mark.parametrize(("name", "example"), example_users().items(), ids=example_users())
def test_an_example_user_is_the_same_actor_in_keycloak_as_with_make_start(
    client: dict[str, Any], name: str, example: ExampleUser
) -> None:
    claims = claims_by(client["protocolMappers"], USERS[name])

    assert "meedoen" in claims["aud"]
    assert Actor(
        id=name,
        name=example.name,
        roles=frozenset(Role(role) for role in example.roles),
        municipality=example.municipality,
        cooperative=example.cooperative,
    ) == actor_of(claims)


def test_the_example_users_are_those_of_make_start_and_have_no_password() -> None:
    assert set(example_users()) == set(USERS)
    for user in USERS.values():
        assert "credentials" not in user
        assert user["requiredActions"] == ["UPDATE_PASSWORD"]
        assert user["email"].endswith(".example")


def test_nobody_is_in_the_realm_unless_asked_for() -> None:
    assert "users" not in REALM
    assert json.loads((FOLDER / "nobody.json").read_text()) == {"realm": REALM["realm"], "users": []}


def test_the_roles_are_those_that_a_token_can_give() -> None:
    assert set(GIVEN) == {role["name"] for role in REALM["roles"]["realm"]}


def test_nobody_changes_his_own_name_municipality_or_cooperative() -> None:
    assert {"username", "email", "firstName", "lastName", "municipality", "cooperative"} == set(PROFILE)
    assert all(attribute["permissions"]["edit"] == ["admin"] for attribute in PROFILE.values())
    assert not REALM["registrationAllowed"]
    assert not REALM["editUsernameAllowed"]


def test_clients_have_no_secret_and_take_no_password() -> None:
    for client in REALM["clients"]:
        assert client["publicClient"]
        assert "secret" not in client
        assert not client["directAccessGrantsEnabled"]
        assert not client["implicitFlowEnabled"]
        if client["standardFlowEnabled"]:
            assert client["attributes"]["pkce.code.challenge.method"] == "S256"


def test_the_pages_sign_in_as_a_client_that_may_lead_back_to_them_only() -> None:
    (pages,) = [
        each for each in REALM["clients"] if each["clientId"] == Settings.model_fields["oidc_client"].default
    ]
    paths = {getattr(route, "path", None) for route in router.routes}

    assert {"/signed-in", "/signed-out"} <= paths
    assert ["${MEEDOEN_URL}/signed-in"] == pages["redirectUris"]
    assert "${MEEDOEN_URL}/signed-out" == pages["attributes"]["post.logout.redirect.uris"]
    assert [] == pages["webOrigins"]


def test_the_id_token_tells_the_pages_what_the_access_token_tells_the_api() -> None:
    (pages,) = [each for each in REALM["clients"] if each["clientId"] == "meedoen"]
    told = {
        mapper["config"]["claim.name"]
        for mapper in pages["protocolMappers"]
        if mapper["config"].get("id.token.claim") == "true" and "claim.name" in mapper["config"]
    }

    assert {"roles", "municipality", "cooperative"} == told


def test_a_session_of_the_pages_lasts_as_long_as_that_of_the_issuer() -> None:
    assert REALM["ssoSessionIdleTimeout"] == IDLE.total_seconds()
    assert REALM["ssoSessionMaxLifespan"] == LONGEST.total_seconds()

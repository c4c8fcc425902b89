"""The API describes itself rightly, and no route is open to a stranger."""

from __future__ import annotations

import re
from typing import Any

import pytest
import pytest_asyncio
from schemathesis.specs.openapi.definitions import OPENAPI_31_VALIDATOR

from tests.api_live.office import Office, problem

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest_asyncio.fixture(loop_scope="session")
async def document(office: Office) -> dict[str, Any]:
    """The OpenAPI document."""
    return (await office.client.get("/api/v1/openapi.json")).json()


async def test_the_document_is_valid_openapi(office: Office) -> None:
    """Version 3.1, and open to everybody."""
    answer = await office.client.get("/api/v1/openapi.json")

    assert 200 == answer.status_code
    assert answer.json()["openapi"].startswith("3.1.")
    assert [] == [error.message for error in OPENAPI_31_VALIDATOR.iter_errors(answer.json())]


async def test_every_reference_in_the_document_leads_somewhere(document: dict[str, Any]) -> None:
    for reference in set(re.findall(r"'\$ref': '#/([^']+)'", str(document))):
        here: Any = document
        for part in reference.split("/"):
            here = here[part.replace("~1", "/").replace("~0", "~")]


async def test_the_document_tells_of_keys_and_problems(document: dict[str, Any]) -> None:
    """Every POST that does something takes an Idempotency-Key; what is not right is a 400 and never a 422."""
    for path, item in document["paths"].items():
        for method, operation in item.items():
            assert "422" not in operation["responses"], path
            assert {"401", "403", "500", "503"} <= operation["responses"].keys()
            if method == "post" and not path.endswith(("/_preview", "/_search")):
                keys = [p for p in operation.get("parameters", ()) if p["name"] == "Idempotency-Key"]
                assert [True] == [key["required"] for key in keys], path
                assert {"400", "409", "413", "415"} <= operation["responses"].keys()


async def test_no_route_is_open_to_a_stranger(office: Office, document: dict[str, Any]) -> None:
    """Neither without a token nor with one that nobody signed, whatever else the request lacks."""
    routes = [(path, method) for path, item in document["paths"].items() for method in item]

    assert len(routes) >= 20
    for path, method in routes:
        place = "/api/v1" + re.sub(r"\{\w+\}", "MD-0000-0000-0000", path)
        for headers in ({}, {"Authorization": "Bearer a.b.c"}, {"Authorization": "Basic eDp5"}):
            answer = await office.client.request(method, place, headers=headers)

            assert "www-authenticate" in answer.headers, (path, answer.text)
            problem(answer, 401, "not-signed-in")

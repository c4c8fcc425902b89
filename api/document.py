"""The OpenAPI document: what FastAPI makes of the routes, made to follow the NLGov REST API Design Rules."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from api.envelope import PREFIX, VERSION
from api.problems import MEDIA_TYPE, ProblemDetails
from settings import settings

METHODS = {"get", "post", "put", "patch", "delete"}
DESCRIPTION = """\
Permission for a resident on welfare to take part in a social cooperative: applications, tasks, cases.

Every POST takes an `Idempotency-Key`; sent again with the same key, it is done once. Errors are
`application/problem+json`, in the language of `Accept-Language` (nl, en)."""

PROBLEMS = {
    "400": ("Invalid", "The request is not right; `errors` tells part by part why."),
    "401": ("NotSignedIn", "There is no token, or it is not valid."),
    "403": ("NotPermitted", "This caller may not do this."),
    "404": ("NotFound", "There is no such thing, or it is not for this caller to see."),
    "409": ("Conflict", "This cannot be done now."),
    "413": ("TooLarge", "The body is larger than 1 MB."),
    "415": ("WrongMediaType", "The body is not JSON."),
    "500": ("Unexpected", "Something went wrong on our side."),
    "503": ("Away", "Something that is needed cannot be reached; `Retry-After` tells when to ask again."),
}
"""The problems of the API: the name of each response and what it means."""


def document_of(app: FastAPI) -> Callable[[], dict[str, Any]]:
    """The maker of the document, which is made once."""

    def document() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _made(app)
        return app.openapi_schema

    return document


def _made(app: FastAPI) -> dict[str, Any]:
    made = get_openapi(
        title="Meedoen",
        version=VERSION,
        openapi_version="3.1.0",
        description=DESCRIPTION,
        routes=app.routes,
        contact={
            "name": "Meedoen",
            "url": "https://meedoen.example/contact",
            "email": "meedoen@meedoen.example",
        },
        servers=[{"url": PREFIX, "description": "This server"}],
    )
    made["paths"] = {path.removeprefix(PREFIX): item for path, item in made.get("paths", {}).items()}
    for item in made["paths"].values():
        for method in METHODS & item.keys():
            _complete(item[method], method)
    components = made.setdefault("components", {})
    schemas = components.setdefault("schemas", {})
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    schemas.update(_schemas_of_a_problem())
    components["responses"] = {name: _problem(meaning) for name, meaning in PROBLEMS.values()}
    components["headers"] = {
        "API-Version": {"description": "The full version of the API.", "schema": {"type": "string"}},
        "Retry-After": {"description": "Seconds to wait.", "schema": {"type": "integer"}},
    }
    discovery = settings().oidc_issuer.rstrip("/") + "/.well-known/openid-configuration"
    components["securitySchemes"] = {"openId": {"type": "openIdConnect", "openIdConnectUrl": discovery}}
    made["security"] = [{"openId": []}]
    return made


def _complete(operation: dict[str, Any], method: str) -> None:
    responses = operation["responses"]
    responses.pop("422", None)
    for status, response in responses.items():
        if status[0] in "23":
            response.setdefault("headers", {})["API-Version"] = {"$ref": "#/components/headers/API-Version"}
    possible = {"401", "403", "500", "503"}
    if operation.get("parameters") or method != "get":
        possible.add("400")
    if any(parameter["in"] == "path" for parameter in operation.get("parameters", ())):
        possible.add("404")
    if method != "get":
        possible |= {"409", "413", "415"}
    for status in sorted(possible):
        name, _ = PROBLEMS[status]
        responses[status] = {"$ref": f"#/components/responses/{name}"}


def _problem(meaning: str) -> dict[str, Any]:
    header = {"API-Version": {"$ref": "#/components/headers/API-Version"}}
    if "Retry-After" in meaning:
        header["Retry-After"] = {"$ref": "#/components/headers/Retry-After"}
    return {
        "description": meaning,
        "headers": header,
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/ProblemDetails"}}},
    }


def _schemas_of_a_problem() -> dict[str, Any]:
    schema = ProblemDetails.model_json_schema(
        by_alias=True, mode="serialization", ref_template="#/components/schemas/{model}"
    )
    return {**schema.pop("$defs", {}), "ProblemDetails": schema}

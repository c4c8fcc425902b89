"""The parameters of an address: one that it does not have is refused, since misspelt it would be passed over."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import Request
from pydantic.alias_generators import to_camel

from api.invalid import Mistake
from api.languages import translate
from api.problems import INVALID, Problem, language_of

UNKNOWN = "This parameter is not known here. There are: {known}."
NONE_HERE = "There are no parameters here."


async def known_parameters(request: Request) -> None:
    """Refuse what the address does not take.

    Raises:
        Problem: a parameter has a name that the OpenAPI document does not give to this address.
    """
    if not request.query_params:
        return
    known = _parameters(request.app.openapi(), request.scope["route"].name)
    unknown = [name for name in request.query_params if name not in known]
    if unknown:
        sentence = UNKNOWN if known else NONE_HERE
        told = translate(sentence, language_of(request.scope), known=", ".join(sorted(known)))
        wrong = [
            Mistake(place="query", location=name, detail=told, code="extra_forbidden") for name in unknown
        ]
        raise Problem(INVALID, "Mend the parts that `errors` names, and send it again.", errors=wrong)


def _parameters(document: Mapping[str, Any], route: str) -> list[str]:
    """Those of the address that is called so."""
    operations = (each for path in document["paths"].values() for each in path.values())
    one = next(each for each in operations if each.get("operationId") == to_camel(route))
    return [each["name"] for each in one.get("parameters", ()) if each.get("in") == "query"]

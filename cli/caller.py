"""The API as the command line calls it: where it is, on whose behalf, and what it means when it refuses."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

from embedded.trouble import Trouble

if TYPE_CHECKING:
    import httpx

PATIENCE = 30.0
"""Seconds for one answer: longer than the API itself waits for Temporal."""

AsUser = Annotated[str, typer.Option("--as", help="The example user on whose behalf, such as coop-a.")]
ApiUrl = Annotated[
    str | None, typer.Option("--api", help="Where the API is, when not where the settings say.")
]
Token = Annotated[
    str | None,
    typer.Option(
        envvar="MEEDOEN_TOKEN",
        help="A bearer token of your own, instead of an example user's.",
        show_default=False,
    ),
]


@asynccontextmanager
async def calling(
    user: str, api: str | None, token: str | None, language: str = "en"
) -> AsyncGenerator[httpx.AsyncClient]:
    """A client of the API that speaks for that user.

    Raises:
        Trouble: nobody gives a token, or the API does not answer.
    """
    import httpx

    from settings import settings

    url = (api or settings().api_url).rstrip("/")
    headers = {"Authorization": f"Bearer {token or _token_of(user)}", "Accept-Language": language}
    async with httpx.AsyncClient(
        base_url=f"{url}/api/v1", headers=headers, timeout=PATIENCE, trust_env=api is not None
    ) as client:
        try:
            yield client
        except httpx.TransportError as error:
            raise Trouble(f"The API at {url} does not answer: is `meedoen start` running?") from error
        except httpx.InvalidURL as error:
            raise Trouble(f"{url} is not the address of an API.") from error


async def got(client: httpx.AsyncClient, path: str, **question: str | int) -> Any:
    """What the API answers to a GET.

    Raises:
        Trouble: what it refuses, in its own words.
    """
    answer = await client.get(path, params=question)
    if not answer.is_success:
        raise Trouble(refusal_in(answer))
    return answer.json()


def refusal_in(answer: httpx.Response, field_at: Callable[[str], str] = str) -> str:
    """What a refused request is told, in one sentence; `field_at` names the field at a JSON pointer."""
    try:
        problem = answer.json()
        errors = problem.get("errors") or ()
        parts = [f"{field_at(part['location'])}: {part['detail']}" for part in errors]
        sentence = " ".join(str(problem["detail"] or problem["title"]).split())
    except (ValueError, KeyError, TypeError, AttributeError):
        return f"The API answers {answer.status_code} {answer.reason_phrase}."
    return "; ".join(parts) or sentence


def _token_of(user: str) -> str:
    from embedded.identity import token
    from settings import settings

    if not settings().oidc_embedded:
        raise Trouble(
            "Meedoen does not run on this machine: run `meedoen start`, or give a token of your own with --token."
        )
    return token(settings().oidc_issuer, user, settings().oidc_audience)

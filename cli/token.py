"""`meedoen token`: a bearer token of an example user."""

from __future__ import annotations

from typing import Annotated

import typer

from embedded.trouble import Trouble


def run(
    user: Annotated[str, typer.Argument(help="Such as coop-a, caseworker1, decider1.")],
    issuer: Annotated[
        str | None, typer.Option(help="The embedded identity, when it is not where the settings say.")
    ] = None,
) -> None:
    """Print a token of the embedded identity, to be sent as `Authorization: Bearer ...`."""
    from embedded.identity import token
    from settings import settings

    if not settings().oidc_embedded:
        raise Trouble(
            "Tokens are handed out by the embedded identity only, and it does not run: run `meedoen start`,"
            f" or log in at {issuer or settings().oidc_issuer} as its people do."
        )
    typer.echo(token(issuer or settings().oidc_issuer, user, settings().oidc_audience))

"""An OpenID Connect issuer that lets anybody in as any example user: for trying out, on loopback, and nowhere else.

Run as `python -m embedded.identity`; the protocol is oidc-provider-mock's.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import http
import json
import os
import secrets
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from embedded.login import LOOKS, PAGES
from embedded.part import Part, python
from embedded.people import EXAMPLE_USERS, ExampleUser, example_users
from embedded.temporal import listens
from embedded.trouble import Trouble

if TYPE_CHECKING:
    from flask import Flask

HOST = "127.0.0.1"
TOKEN_LIFE = timedelta(hours=8)
"""A working day."""


@dataclass(frozen=True)
class Identity:
    """The issuer, its signing key kept in a file so that tokens outlive a restart."""

    key: Path
    port: int = 8400
    users: Path = EXAMPLE_USERS
    looks: Path = LOOKS

    @property
    def url(self) -> str:
        """The issuer as it stands in its tokens."""
        return f"http://{HOST}:{self.port}"

    def part(self) -> Part:
        """The process for the supervisor."""
        arguments = ("--port", str(self.port), "--key", str(self.key), "--users", str(self.users))
        arguments += ("--looks", str(self.looks))
        return Part(
            name="identity",
            program=python("-W", "ignore::DeprecationWarning", "-m", "embedded.identity", *arguments),
            is_ready=lambda: listens(self.port),
        )

    def token(self, user: str, audience: str = "meedoen") -> str:
        """A bearer token of an example user."""
        return token(self.url, user, audience, self.users)


def token(issuer: str, user: str, audience: str, users: Path = EXAMPLE_USERS) -> str:
    """Log in as an example user by the authorization code flow with PKCE, and answer with the ID token.

    The access token of this issuer is opaque and says nothing of roles, hence the ID token as bearer.
    """
    import httpx

    if urlsplit(issuer).hostname not in {HOST, "localhost", "::1"}:
        raise Trouble(
            f"Tokens are handed out by the embedded identity only, and {issuer} is another: log in there instead."
        )
    known = example_users(users)
    if user not in known:
        raise Trouble(f"There is no user {user}; the users are {', '.join(known)}.")
    verifier = secrets.token_urlsafe(48)
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")
    callback = f"{issuer}/done"
    question = {
        "response_type": "code",
        "client_id": audience,
        "redirect_uri": callback,
        "scope": "openid profile",
        "code_challenge": challenge,
        "code_challenge_method": "S256",
    }
    try:
        with httpx.Client(base_url=issuer, timeout=10, trust_env=False) as client:
            allowed = client.post("/oauth2/authorize", params=question, data={"sub": user})
            place = urlsplit(str(allowed.headers.get("location", "")))
            code = parse_qs(place.query).get("code")
            if code is None:
                raise Trouble(
                    f"The identity at {issuer} does not let {user} in: {allowed.text.strip()[:200]}"
                )
            exchange = {"grant_type": "authorization_code", "code": code[0], "redirect_uri": callback}
            answer = client.post(
                "/oauth2/token",
                data={**exchange, "code_verifier": verifier},
                auth=(audience, "any"),  # this issuer wants a secret, and takes any
            )
            answer.raise_for_status()
    except httpx.HTTPError as error:
        raise Trouble(
            f"The identity at {issuer} does not answer ({error}): is `meedoen start` running?"
        ) from error
    return str(answer.json()["id_token"])


def application(
    port: int, key: dict[str, object], users: dict[str, ExampleUser], looks: Path = LOOKS
) -> Flask:
    """The issuer as a WSGI application."""
    import flask
    import oidc_provider_mock
    from authlib.jose import JsonWebKey

    claims = [
        oidc_provider_mock.User(sub=name, claims=user.model_dump(mode="json", exclude_none=True))
        for name, user in users.items()
    ]
    app = oidc_provider_mock.app(access_token_max_age=TOKEN_LIFE, user_claims=claims)
    # The provider wraps itself in a debugger, which runs what anybody types into it.
    app.debug = False
    app.wsgi_app = flask.Flask.wsgi_app.__get__(app)
    signing_key: Any = JsonWebKey.import_key(key)

    @app.before_request
    def guard() -> flask.Response | tuple[str, http.HTTPStatus] | None:
        # The issuer's name comes from the request, so that no other name may reach it.
        if flask.request.host != f"{HOST}:{port}":
            return f"This is http://{HOST}:{port}, by no other name.\n", http.HTTPStatus.MISDIRECTED_REQUEST
        storage = flask.g.oidc_provider_mock_storage
        storage.jwk = signing_key
        someone = flask.request.form.get("sub") if flask.request.method == "POST" else None
        if someone is not None and storage.get_user(someone) is None:
            return (
                f"There is no user of that name; the users are {', '.join(users)}.\n",
                http.HTTPStatus.FORBIDDEN,
            )
        if flask.request.method == "GET" and flask.request.path in PAGES:
            return PAGES[flask.request.path](users, looks)
        return None

    return app


def signing_key(file: Path) -> dict[str, object]:
    """The key in the file, made when there is none."""
    from joserfc.jwk import RSAKey

    try:
        return json.loads(file.read_text())
    except FileNotFoundError:
        pass
    except ValueError:
        file.unlink()
    key = RSAKey.generate_key(2048, {"use": "sig", "alg": "RS256"}, auto_kid=True)
    made: dict[str, object] = {**key.as_dict(private=True)}
    fresh = file.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as output:
        json.dump(made, output)
    fresh.replace(file)
    return made


def main() -> None:
    """Serve until stopped, on loopback and nowhere else."""
    from werkzeug.serving import WSGIRequestHandler, make_server

    class Quiet(WSGIRequestHandler):
        """Logs no requests: their queries hold authorization codes."""

        def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
            del code, size

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8400)
    parser.add_argument("--key", type=Path, required=True)
    parser.add_argument("--users", type=Path, default=EXAMPLE_USERS)
    parser.add_argument("--looks", type=Path, default=LOOKS)
    chosen = parser.parse_args()
    os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"  # plain http, which authlib would refuse; loopback only
    app = application(chosen.port, signing_key(chosen.key), example_users(chosen.users), chosen.looks)
    make_server(HOST, chosen.port, app, threaded=True, request_handler=Quiet).serve_forever()


if __name__ == "__main__":
    main()

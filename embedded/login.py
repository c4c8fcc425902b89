"""The pages of the embedded identity: whom to be, among the example users, and leaving again."""

from __future__ import annotations

import http
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urljoin, urlsplit

from embedded.part import PROJECT
from embedded.people import ExampleUser

if TYPE_CHECKING:
    from flask import Response

LOOKS = PROJECT / "api" / "pages" / "static"
"""The style sheets of the pages that people come from."""
SHEETS = ("tokens.css", "layout.css", "components.css")
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})

WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "language": "Nederlands",
        "title": "Wie wilt u zijn?",
        "explanation": "Dit is een proefopstelling op deze computer. De mensen hieronder bestaan niet;"
        " u kiest als wie u rondkijkt. Op een echte server logt iedereen in als zichzelf.",
        "choose": "Inloggen als",
    },
    "en": {
        "language": "English",
        "title": "Who do you want to be?",
        "explanation": "This is a trial on this machine. The people below do not exist; you choose as whom"
        " you look around. On a real server everybody signs in as himself.",
        "choose": "Sign in as",
    },
}


def choosing(users: Mapping[str, ExampleUser], looks: Path) -> Response:
    """The page on which somebody chooses whom to be."""
    import flask

    del looks
    back = urlsplit(flask.request.args.get("redirect_uri", ""))
    if back.hostname not in LOOPBACK:
        return flask.Response("This identity leads to this machine only.\n", http.HTTPStatus.BAD_REQUEST)
    asked = flask.request.args.get("ui_locales", "nl").split()
    language = next((each for each in asked if each in WORDS), "nl")
    template = (Path(__file__).parent / "pages" / "login.html").read_text()
    other = next(each for each in WORDS if each != language)
    again = {"lang": other, "state": flask.request.args.get("state", "")}
    shown = flask.render_template_string(
        template,
        language=language,
        words=WORDS[language],
        users=users,
        other={"language": other, "name": WORDS[other]["language"]},
        switched=f"{urljoin(back.geturl(), 'sign-in')}?{urlencode(again)}",
    )
    answer = flask.Response(shown)
    answer.headers["Content-Security-Policy"] = (
        "default-src 'none'; style-src 'self'; img-src data:; frame-ancestors 'none'; base-uri 'none'; "
        f"form-action 'self' {back.scheme}://{back.netloc}"
    )
    return answer


def leaving(users: Mapping[str, ExampleUser], looks: Path) -> Response | None:
    """Nobody is kept signed in here, so leaving leads straight back."""
    import flask

    del users, looks
    back = flask.request.args.get("post_logout_redirect_uri", "")
    if urlsplit(back).hostname not in LOOPBACK:
        return None
    return flask.Response(status=http.HTTPStatus.SEE_OTHER, headers={"Location": back})


def looks(users: Mapping[str, ExampleUser], looks: Path) -> Response:
    """The style sheets, one after the other."""
    import flask

    del users
    return flask.Response("\n".join((looks / name).read_text() for name in SHEETS), mimetype="text/css")


PAGES: Mapping[str, Callable[[Mapping[str, ExampleUser], Path], Response | None]] = {
    "/oauth2/authorize": choosing,
    "/oauth2/end_session": leaving,
    "/looks.css": looks,
}
"""What is shown here instead of the provider's own pages."""

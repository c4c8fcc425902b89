"""What surrounds pages: who may name an address to lead to, and how files are sent."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import httpx
import pytest

from api.pages.sessions import own_path
from api.pages.static import address, assets
from settings import settings

pytestmark = pytest.mark.asyncio


@pytest.mark.parametrize(
    ("named", "followed"),
    [
        ("/work?view=group", "/work?view=group"),
        ("/cases/MD-1", "/cases/MD-1"),
        ("", "/"),
        (None, "/"),
        ("work", "/"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("https://evil.example", "/"),
        ("/a\r\nSet-Cookie: x", "/"),
        ("/\t/evil.example", "/"),
    ],
)
async def test_only_a_path_of_ours_is_followed(named: str | None, followed: str) -> None:
    assert followed == own_path(named)


async def test_a_file_is_kept_for_good_at_the_address_of_its_content(stranger: httpx.AsyncClient) -> None:
    where = address("tokens.css")
    answer = await stranger.get(where)

    assert "public, max-age=31536000, immutable" == answer.headers["cache-control"]
    assert "gzip" == answer.headers["content-encoding"]
    assert assets()[where].plain == answer.content == gzip.decompress(assets()[where].zipped)


async def test_who_cannot_unzip_gets_it_plain(stranger: httpx.AsyncClient) -> None:
    answer = await stranger.get(address("meedoen.js"), headers={"Accept-Encoding": "identity"})

    assert "content-encoding" not in answer.headers
    assert assets()[address("meedoen.js")].plain == answer.content


@pytest.mark.parametrize("path", ["/static/0123456789ab/tokens.css", "/static/x/..%2Fshell.py", "/nothing"])
async def test_what_is_not_there_is_a_page_that_says_so(stranger: httpx.AsyncClient, path: str) -> None:
    answer = await stranger.get(path)

    assert 404 == answer.status_code
    assert answer.headers["content-type"].startswith("text/html")
    assert "Niet gevonden" in answer.text
    assert "script-src 'self'" in answer.headers["content-security-policy"]


async def test_a_page_without_its_database_says_that_it_is_away(stranger: httpx.AsyncClient) -> None:
    answer = await stranger.get("/work", cookies={"meedoen": "x"})

    assert 503 == answer.status_code
    assert "Dit is nu niet te lezen" in answer.text or "<h1" in answer.text


async def test_a_page_is_dutch_unless_the_reader_chose(stranger: httpx.AsyncClient) -> None:
    dutch = await stranger.get("/signed-out", headers={"Accept-Language": "en"})
    english = await stranger.get("/signed-out?lang=en")
    kept = await stranger.get("/signed-out", cookies={"meedoen-language": "en"})

    assert ["nl", "en", "en"] == [each.headers["content-language"] for each in (dutch, english, kept)]
    assert "meedoen-language=en" in english.headers["set-cookie"]


async def test_nobody_is_led_to_the_sign_in_and_a_script_is_told_to_go_there(
    stranger: httpx.AsyncClient,
) -> None:
    plain = await stranger.get("/work?view=group")
    script = await stranger.get("/work?view=group", headers={"HX-Request": "true"})

    assert (303, "/sign-in?to=%2Fwork%3Fview%3Dgroup") == (plain.status_code, plain.headers["location"])
    assert (200, plain.headers["location"]) == (script.status_code, script.headers["hx-redirect"])


async def test_a_municipality_overrides_the_tokens_with_a_file_of_its_own(
    stranger: httpx.AsyncClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ours.css").write_text(":root { --meedoen-color-accent: #7a1f5c; }")
    monkeypatch.setenv("MEEDOEN_THEME", str(tmp_path / "ours.css"))
    for kept in (settings, assets, address):
        kept.cache_clear()
    shown = await stranger.get("/signed-out")
    sheets = re.findall(r'rel="stylesheet" href="([^"]+)"', shown.text)
    theirs = await stranger.get(sheets[-1])
    monkeypatch.undo()
    for kept in (settings, assets, address):
        kept.cache_clear()

    assert sheets[-1].endswith("/theme.css")
    assert "#7a1f5c" in theirs.text

"""Refusals and invalid input, told part by part in the reader's language."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from pydantic_core import PydanticKnownError

from activities.record import AGAIN
from api import desk
from api.languages import Language, catalogue, names_in, negotiated, tell, template_of, translate
from domain.errors import TaskTaken
from tests.api.answers import KEY, THING, assert_is_problem
from tests.api.sentences import sentences

ENDING = "De deelname kan eindigen van 1 maart 2026 tot en met 28 februari 2027"
FACTS: dict[str, Any] = {
    "class_name": "Thing", "gt": 1, "ge": 1, "lt": 1, "le": 1, "multiple_of": 2, "field_type": "List", "min_length": 1,
    "max_length": 1, "actual_length": 3, "pattern": "x", "expected": "'a'", "error": "x", "discriminator": "'kind'",
    "tag": "x", "expected_tags": "'a'", "decimal_places": 2, "max_digits": 5, "whole_digits": 3, "expected_version": 4,
    "expected_schemes": "https", "tz_expected": 0, "tz_actual": 1, "expected_plural": "s",
}  # fmt: skip
OF_PYDANTIC = """\
missing extra_forbidden invalid_key model_type model_attributes_type dict_type none_required greater_than
greater_than_equal less_than less_than_equal multiple_of finite_number too_short too_long iterable_type string_type
string_unicode string_too_short string_too_long string_pattern_mismatch string_not_ascii enum literal_error list_type
tuple_type set_type frozen_set_type set_item_not_hashable bool_type bool_parsing int_type int_parsing int_parsing_size
int_from_float float_type float_parsing value_error assertion_error date_type date_parsing date_from_datetime_parsing
date_from_datetime_inexact date_past date_future time_type time_parsing datetime_type datetime_parsing
datetime_object_invalid datetime_from_date_parsing datetime_past datetime_future timezone_naive timezone_aware
timezone_offset time_delta_type time_delta_parsing union_tag_invalid union_tag_not_found url_type url_parsing
url_syntax_violation url_too_long url_scheme uuid_type uuid_parsing uuid_version decimal_type decimal_parsing
decimal_max_digits decimal_max_places decimal_whole_digits recursion_loop recursion_depth_exceeded frozen_field
""".split()  # noqa: SIM905 (easier to read)
"""What pydantic can find wrong with JSON or a query."""


def said_by_pydantic(code: str) -> str:
    try:
        return PydanticKnownError(code, None).message_template  # pyright: ignore[reportArgumentType]
    except TypeError:
        return PydanticKnownError(code, FACTS).message_template  # pyright: ignore[reportArgumentType]


async def sent(client: httpx.AsyncClient, thing: Any, **headers: str) -> dict[str, str]:
    """What is wrong with a thing, by place."""
    answer = await client.post("/api/v1/things", json=thing, headers=KEY | headers)
    body = assert_is_problem(answer, 400, "invalid-request")
    errors: Any = body["errors"]
    return {f"{error['in']} {error['location']}": error["code"] for error in errors}


@pytest.mark.asyncio
async def test_all_that_is_wrong_is_told_at_once_by_the_names_that_the_client_uses(
    client: httpx.AsyncClient,
) -> None:
    thing = {"party": {"fullName": "K", "bornOn": "1990-02-30", "bsn": "x"}}

    expected = {
        "body /party/fullName": "string_too_short",
        "body /party/bornOn": "date_from_datetime_parsing",
        "body /party/bsn": "extra_forbidden",
        "body /signedAt": "missing",
    }
    assert expected == await sent(client, thing)


@pytest.mark.asyncio
async def test_a_missing_key_is_told_together_with_what_is_wrong_in_the_body(
    client: httpx.AsyncClient,
) -> None:
    answer = await client.post("/api/v1/things", json={"party": 1} | {"signedAt": THING["signedAt"]})
    body = assert_is_problem(answer, 400, "invalid-request")

    places = {(error["in"], error["location"]) for error in body["errors"]}
    assert {("header", "Idempotency-Key"), ("body", "/party")} == places


@pytest.mark.asyncio
@pytest.mark.parametrize("given", ["", "x" * 201, "two words", "naïef", "tab\there"])
async def test_a_key_is_1_to_200_visible_characters(client: httpx.AsyncClient, given: str) -> None:
    headers = [("Idempotency-Key", given.encode())]
    answer = await client.post("/api/v1/things", json=THING, headers=headers)  # pyright: ignore[reportArgumentType]

    assert_is_problem(answer, 400, "invalid-request")


@pytest.mark.asyncio
async def test_a_naive_time_is_refused(client: httpx.AsyncClient) -> None:
    assert {"body /signedAt": "timezone_aware"} == await sent(
        client, THING | {"signedAt": "2026-11-24T14:30:00"}
    )


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("animal", "place", "code"),
    [
        ({"kind": "cat", "livesLeft": 10}, "/animals/0/livesLeft", "less_than_equal"),
        ({"kind": "cat"}, "/animals/0/livesLeft", "missing"),
        ({"kind": "dog", "dog": {"fullName": "Bo"}}, "/animals/0/dog/bornOn", "missing"),
        (
            {"kind": "dog", "dog": {"fullName": "Kim", "bornOn": "1990-05-01"}},
            "/animals/0",
            "ends_before_start",
        ),
        ({"kind": "fish"}, "/animals/0/kind", "union_tag_invalid"),
        ({}, "/animals/0/kind", "union_tag_not_found"),
        ("cat", "/animals/0", "model_attributes_type"),
    ],
)
async def test_a_place_holds_nothing_that_the_client_did_not_write(
    client: httpx.AsyncClient, animal: Any, place: str, code: str
) -> None:
    assert {f"body {place}": code} == await sent(client, THING | {"animals": [animal]})


@pytest.mark.asyncio
@pytest.mark.parametrize("body", [b"{", b"", b'{"a": 1,}', b"\xff\xfe{", b"[" * 100_000])
async def test_bad_json_is_refused(client: httpx.AsyncClient, body: bytes) -> None:
    headers = KEY | {"Content-Type": "application/json"}

    assert_is_problem(
        await client.post("/api/v1/things", content=body, headers=headers), 400, "invalid-request"
    )


@pytest.mark.asyncio
async def test_a_query_is_told_by_its_name(client: httpx.AsyncClient) -> None:
    body = assert_is_problem(await client.get("/api/v1/things?pageSize=0"), 400, "invalid-request")
    expected = {"in": "query", "location": "pageSize", "code": "greater_than_equal"}
    expected["detail"] = "This must be 1 or more."

    assert [expected] == body["errors"]


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("name", "status", "kind", "detail"),
    [
        ("not-permitted", 403, "not-permitted", "Deze taak is voor: beslisser, behandelaar bezwaar"),
        ("refused-update", 403, "not-permitted", "Deze taak is voor: beslisser"),
        ("not-now", 409, "not-now", "De zaak wacht nu niet hierop"),
        ("task-taken", 409, "task-taken", "Kim heeft deze taak sinds 24 november 2026, 10:05"),
        ("closed", 409, "case-closed", "Deze zaak is gesloten"),
        ("not-acceptable", 400, "not-acceptable", ENDING),
    ],
)
async def test_a_refusal_has_its_status_and_is_told_in_dutch(
    client: httpx.AsyncClient, name: str, status: int, kind: str, detail: str
) -> None:
    answer = await client.get(f"/api/v1/failures/{name}", headers={"Accept-Language": "nl"})

    assert detail == assert_is_problem(answer, status, kind)["detail"]
    assert "nl" == answer.headers["content-language"]


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("name", "place"), [("not-acceptable", "/findings/2/validUntil"), ("refused-content", "/findings/0")]
)
async def test_content_that_does_not_fit_is_told_at_its_place(
    client: httpx.AsyncClient, name: str, place: str
) -> None:
    body: Any = assert_is_problem(await client.get(f"/api/v1/failures/{name}"), 400, "not-acceptable")

    assert [(place, body["detail"])] == [(error["location"], error["detail"]) for error in body["errors"]]


@pytest.mark.asyncio
@pytest.mark.parametrize(("language", "told"), [("nl", "Dit is verplicht."), ("en", "This is required.")])
async def test_invalid_input_is_told_in_the_readers_language(
    client: httpx.AsyncClient, language: str, told: str
) -> None:
    headers = KEY | {"Accept-Language": language}
    answer = await client.post("/api/v1/things", json={"party": THING["party"]}, headers=headers)

    assert [told] == [error["detail"] for error in answer.json()["errors"]]


@pytest.mark.parametrize(
    ("header", "language"),
    [
        (None, "nl"),
        ("", "nl"),
        ("en", "en"),
        ("en-GB,en;q=0.9,nl;q=0.8", "en"),
        ("de, nl-BE;q=0.3, en;q=0.2", "nl"),
        ("en;q=0.1, *;q=0.5", "nl"),
        ("nl;q=0, *", "en"),
        ("fr", "nl"),
        ("*", "nl"),
        ("en;q=0", "nl"),
        ("EN", "en"),
        ("rubbish;;q=x, en;q=0.4", "en"),
    ],
)
def test_the_language_is_the_one_that_suits_best(header: str | None, language: str) -> None:
    assert language == negotiated(header)


def test_every_sentence_in_the_source_has_a_dutch_translation() -> None:
    known = catalogue(Language.NL)
    missing = sorted(
        {f"{found.place}: {found.template}" for found in sentences() if found.template not in known}
    )

    assert [] == missing


def test_every_sentence_gets_the_facts_that_it_tells() -> None:
    lacking = [found for found in sentences() if found.facts and not names_in(found.template) <= found.facts]

    assert [] == lacking


@pytest.mark.parametrize("code", OF_PYDANTIC)
def test_whatever_pydantic_finds_is_told_in_dutch_and_in_plain_english(code: str) -> None:
    template = said_by_pydantic(code)

    assert template in catalogue(Language.NL)
    assert template in catalogue(Language.EN)


def test_a_last_day_that_counts_is_included() -> None:
    """In Dutch "tot en met", which is no English when it is put over word by word."""
    told = [*catalogue(Language.NL), *catalogue(Language.EN).values()]

    assert [] == [template for template in told if "up to and with" in template.lower()]


@pytest.mark.parametrize("language", list(Language))
def test_a_translation_tells_no_fact_that_its_sentence_does_not_have(language: Language) -> None:
    wrong = [
        template for template, told in catalogue(language).items() if not names_in(told) <= names_in(template)
    ]

    assert [] == wrong


def test_a_sentence_is_found_back_by_its_facts() -> None:
    told = template_of("The policy allows at most 20 hours a week", {"hours": 20, "more": 1})

    assert "The policy allows at most {hours} hours a week" == told


def test_a_fact_that_looks_like_a_template_is_told_as_it_is() -> None:
    assert "{reference} heeft deze taak sinds x" == translate(
        "{name} has held this task since {since}", Language.NL, name="{reference}", since="x"
    )


def test_a_date_that_does_not_exist_is_told_as_it_is() -> None:
    assert "2026-02-30" == tell("2026-02-30", Language.NL)


def test_a_case_asks_for_the_database_again_while_somebody_still_waits_for_it() -> None:
    """Else all who come once it is back are told to ask again, for as long as its pauses had grown."""
    assert AGAIN.maximum_interval is not None
    assert AGAIN.maximum_interval < desk.PATIENCE


def test_a_moment_in_a_refusal_is_told_by_the_clock_on_the_wall() -> None:
    """Temporal and the pages get the facts of a refusal as words."""
    refused = TaskTaken(
        "{name} has held this task since {since}", name="Kim", since=datetime(2026, 11, 30, tzinfo=UTC)
    )

    assert "Kim heeft deze taak sinds 30 november 2026, 01:00" == translate(
        refused.template, Language.NL, **refused.facts
    )

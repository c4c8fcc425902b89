"""What is sent in these tests, and the form of every error that comes back."""

from __future__ import annotations

from typing import Any

import httpx

THING = {"party": {"fullName": "Kim", "bornOn": "1990-05-01"}, "signedAt": "2026-11-24T14:30:00+01:00"}
KEY = {"Idempotency-Key": "4f1c"}


def assert_is_problem(answer: httpx.Response, status: int, name: str) -> dict[str, Any]:
    """The one form of every error."""
    body = answer.json()

    assert status == answer.status_code
    assert "application/problem+json" == answer.headers["content-type"]
    assert f"/problems/{name}" == body["type"]
    assert status == body["status"]
    assert body["title"]
    assert body["detail"]
    assert f"urn:uuid:{answer.headers['x-request-id']}" == body["instance"]
    return body

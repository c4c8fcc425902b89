"""Logs: one JSON object a line, of named fields only, so that no personal data slips in."""

from __future__ import annotations

import json
import logging
import sys
import traceback
from collections.abc import MutableMapping
from typing import Any, cast

import structlog

ALLOWED = frozenset(
    {
        "at",
        "cause",
        "error",
        "event",
        "language",
        "level",
        "logger",
        "method",
        "ms",
        "parts",
        "port",
        "reference",
        "route",
        "status",
        "task_queue",
        "version",
        "where",
    }
)
"""Every field that may be logged. None may hold a name, a number of a person, or free text of a case."""

MAX_FRAMES = 12

Fields = MutableMapping[str, Any]


def only_allowed(_logger: Any, _method: str, fields: Fields) -> Fields:
    """Drop what is not on the list: a new field is a decision, made there."""
    return {name: value for name, value in fields.items() if name in ALLOWED}


def without_values(_logger: Any, _method: str, fields: Fields) -> Fields:
    """An exception as its type and its place; its message may quote what somebody filled in."""
    found = fields.pop("exc_info", None)
    fields.pop("stack_info", None)
    if found is True:
        found = sys.exc_info()
    error: object = cast("tuple[Any, ...]", found)[1] if isinstance(found, tuple) else found
    if isinstance(error, BaseException):
        fields.update(traced(error))
    return fields


def as_template(_logger: Any, _method: str, fields: Fields) -> Fields:
    """What a library logs, without the values that it fills in."""
    record = fields.get("_record")
    if isinstance(record, logging.LogRecord) and not record.name.startswith("uvicorn"):
        fields["event"] = str(record.msg)[:200]
    return fields


def traced(error: BaseException) -> dict[str, Any]:
    """What may be logged of an exception: types and places, no values."""
    frames = traceback.extract_tb(error.__traceback__)[-MAX_FRAMES:]
    cause = error.__cause__ or error.__context__
    return {
        "error": type(error).__qualname__,
        "cause": type(cause).__qualname__ if cause else None,
        "where": [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames],
    }


def configure(level: int = logging.INFO) -> None:
    """Send our own logs and those of the libraries to standard output in this form."""
    shared: list[Any] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True, key="at"),
        without_values,
        only_allowed,
    ]
    structlog.configure(
        processors=[*shared, structlog.processors.JSONRenderer(serializer=_compact)],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[structlog.stdlib.add_logger_name, as_template],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                *shared,
                structlog.processors.JSONRenderer(serializer=_compact),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(max(level, logging.WARNING))
    for name in ("uvicorn", "uvicorn.error"):
        logging.getLogger(name).handlers = []
        logging.getLogger(name).propagate = True
    logging.getLogger("uvicorn.access").disabled = True  # our own line a request leaves out the query


def _compact(fields: Any, **_: Any) -> str:
    return json.dumps(
        fields, separators=(",", ":"), ensure_ascii=False, default=lambda value: type(value).__name__
    )

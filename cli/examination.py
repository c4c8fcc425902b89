"""The doctor's questions, each answered by looking rather than by trusting the settings."""

from __future__ import annotations

import asyncio
import importlib.metadata
import os
import platform
import re
import shutil
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from settings import HERE, RUNNING, STATE_FOLDER, settings

if TYPE_CHECKING:
    from temporalio.client import Client

START = "Run `make start`, or look into the part's log in .meedoen/logs."
SETTINGS = {
    "Database": "DATABASE_URL (and PGPASSWORD)",
    "Temporal": "TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE",
    "Worker": "TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE",
    "API": "MEEDOEN_API_URL",
    "Identity": "MEEDOEN_OIDC_ISSUER",
    "Mail": "MEEDOEN_SMTP_HOST and MEEDOEN_SMTP_PORT",
}
"""What says where each part is."""
PATIENCE = 10.0
"""Seconds for one question."""


@dataclass(frozen=True)
class Finding:
    """One answer."""

    what: str
    is_well: bool
    found: str
    advice: str = START


async def examine() -> list[Finding]:
    """Ask everything, the parts at the same time."""
    ground = [python(), packages(), disk(), state(), ports()]
    parts = await asyncio.gather(
        _asked("Database", database),
        _asked("Temporal", temporal),
        _asked("Worker", worker),
        _asked("API", api),
        _asked("Identity", identity),
        _asked("Mail", mail),
    )
    return [*ground, *parts]


async def _asked(what: str, question: Callable[[], Awaitable[Finding]]) -> Finding:
    try:
        async with asyncio.timeout(PATIENCE):
            return await question()
    except TimeoutError:
        return Finding(what, False, "does not answer", _advice(what))
    except Exception as error:  # noqa: BLE001 - whatever a library raises, a doctor reports it
        words = str(error).strip().splitlines() or [type(error).__name__]
        return Finding(what, False, f"cannot be reached: {words[0][:120]}", _advice(what))


def is_a_server() -> bool:
    """Whether the parts are run by somebody else than `make start`."""
    return not RUNNING.exists() and bool({"DATABASE_URL", "MEEDOEN_DATABASE_URL"} & os.environ.keys())


def _advice(what: str) -> str:
    if not is_a_server():
        return START
    return f"Start that service, or set {SETTINGS[what]} to where it is; its log says more."


def python() -> Finding:
    """The language itself."""
    return Finding(
        "Python", sys.version_info >= (3, 11), platform.python_version(), "Install Python 3.11 or newer."
    )


def packages() -> Finding:
    """What is installed against what is locked."""
    lock = HERE / "requirements.lock"
    if not lock.exists():
        return Finding("Packages", True, "no lock file beside this installation")
    wrong: list[str] = []
    for name, version in re.findall(
        r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==([^ ;\\\n]+)", lock.read_text(), re.MULTILINE
    ):
        try:
            found = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue  # meant for another system, or else the import that needs it says so
        if found != version:
            wrong.append(f"{name} {found} instead of {version}")
    found = ", ".join(wrong[:3]) or "as locked"
    return Finding("Packages", not wrong, found, "Run `make clean` and then `make start`.")


def disk() -> Finding:
    """Room for the database."""
    from embedded.state import SPACE_NEEDED

    place = next(folder for folder in (STATE_FOLDER, *STATE_FOLDER.resolve().parents) if folder.exists())
    free = shutil.disk_usage(place).free
    return Finding(
        "Disk",
        free > SPACE_NEEDED,
        f"{free / 1e9:.1f} GB free",
        "Make room, or choose another folder with --state.",
    )


def state() -> Finding:
    """The folder of what must survive."""
    if is_a_server():
        return Finding("State folder", True, "none needed: database and Temporal keep everything")
    if not STATE_FOLDER.exists():
        return Finding("State folder", True, f"{STATE_FOLDER}, not made yet")
    return Finding(
        "State folder", os.access(STATE_FOLDER, os.W_OK), str(STATE_FOLDER), "Mend its owner or permissions."
    )


def ports() -> Finding:
    """Whether a start would find its ports, when nothing runs."""
    from embedded.installation import Ports, not_to_be_had

    if is_a_server():
        return Finding("Ports", True, "each part has its own, by the settings")
    if RUNNING.exists():
        return Finding("Ports", True, "in use by this installation")
    taken = [f"{port} ({option})" for option, port in Ports().by_option().items() if not_to_be_had(port)]
    found = f"taken: {', '.join(taken)}" if taken else "all free"
    return Finding(
        "Ports", not taken, found, "Stop that program, or start with the option named and another number."
    )


async def database() -> Finding:
    """PostgreSQL, and whether its tables are those that this code needs."""
    import psycopg
    from alembic.script import ScriptDirectory
    from sqlalchemy.engine import make_url

    from store.migrate import config

    url = make_url(settings().database_url).set(drivername="postgresql").render_as_string(hide_password=False)
    async with await psycopg.AsyncConnection.connect(url, connect_timeout=int(PATIENCE)) as connection:
        server = f"PostgreSQL {connection.info.server_version // 10000}"
        known = await connection.execute("select to_regclass('alembic_version') is not null")
        has_version = (row := await known.fetchone()) is not None and bool(row[0])
        present = await connection.execute("select version_num from alembic_version") if has_version else None
        heads = {str(row[0]) for row in await present.fetchall()} if present else set[str]()
    wanted = set(ScriptDirectory.from_config(config(settings().database_url)).get_heads())
    if heads == wanted:
        return Finding("Database", True, f"{server}, every migration applied")
    return Finding("Database", False, f"{server}, migrations missing", "Run `meedoen migrate`.")


async def temporal() -> Finding:
    """Temporal, with the namespace as this system needs it."""
    from temporalio.api.operatorservice.v1 import ListSearchAttributesRequest
    from temporalio.api.workflowservice.v1 import DescribeNamespaceRequest

    from embedded.temporal import RETENTION_DAYS, SEARCH_ATTRIBUTES

    client = await _temporal_client()
    described = await client.workflow_service.describe_namespace(
        DescribeNamespaceRequest(namespace=client.namespace)
    )
    days = described.config.workflow_execution_retention_ttl.ToTimedelta().days
    attributes = await client.operator_service.list_search_attributes(
        ListSearchAttributesRequest(namespace=client.namespace)
    )
    if missing := [name for name in SEARCH_ATTRIBUTES if name not in attributes.custom_attributes]:
        name = missing[0]
        advice = f"temporal operator search-attribute create --name {name} --type {SEARCH_ATTRIBUTES[name]}"
        return Finding("Temporal", False, f"search attribute {name} is missing", f"Run `{advice}`.")
    if days < RETENTION_DAYS:
        advice = (
            f"temporal operator namespace update --namespace {client.namespace} --retention {RETENTION_DAYS}d"
        )
        return Finding("Temporal", False, f"keeps ended runs for {days} days only", f"Run `{advice}`.")
    return Finding("Temporal", True, f"namespace {client.namespace}, keeps ended runs for {days} days")


async def worker() -> Finding:
    """Whether somebody carries cases on."""
    from temporalio.api.enums.v1 import TaskQueueType
    from temporalio.api.taskqueue.v1 import TaskQueue
    from temporalio.api.workflowservice.v1 import DescribeTaskQueueRequest

    from workflows.client import TASK_QUEUE

    client = await _temporal_client()
    described = await client.workflow_service.describe_task_queue(
        DescribeTaskQueueRequest(
            namespace=client.namespace,
            task_queue=TaskQueue(name=TASK_QUEUE),
            task_queue_type=TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
        )
    )
    count = len(described.pollers)
    return Finding(
        "Worker",
        count > 0,
        f"{count} polling {TASK_QUEUE}",
        "Run `meedoen worker`." if is_a_server() else "Run `meedoen worker`, or `make start` for everything.",
    )


async def api() -> Finding:
    """Whether the API reaches all that it needs."""
    import httpx

    async with httpx.AsyncClient(timeout=PATIENCE, trust_env=False) as client:
        answer = await client.get(f"{settings().api_url}/health/ready")
    if answer.is_success:
        return Finding("API", True, f"{settings().api_url} is ready")
    return Finding(
        "API", False, f"not ready: {answer.text[:120]}", "Mend the parts that it names, and ask again."
    )


async def identity() -> Finding:
    """Whether the issuer is who its tokens will say it is."""
    import httpx

    issuer = settings().oidc_issuer
    async with httpx.AsyncClient(timeout=PATIENCE) as client:
        described = (await client.get(f"{issuer.rstrip('/')}/.well-known/openid-configuration")).json()
        keys = (await client.get(described["jwks_uri"])).json()["keys"]
    if described["issuer"] != issuer:
        return Finding(
            "Identity",
            False,
            f"calls itself {described['issuer']}",
            "Set MEEDOEN_OIDC_ISSUER to that name exactly.",
        )
    return Finding("Identity", True, f"{issuer}, {len(keys)} key{'s' if len(keys) != 1 else ''}")


async def mail() -> Finding:
    """Whether the mail server takes mail from us: by the safe line and the login that the settings name."""
    from activities.mailroom import Post

    config = settings()
    post = Post(
        config.smtp_host,
        config.smtp_port,
        config.smtp_tls,
        config.smtp_user,
        config.smtp_password.get_secret_value(),
    )
    await post.check()
    return Finding("Mail", True, f"{config.smtp_host}:{config.smtp_port}")


async def _temporal_client() -> Client:
    from workflows.client import connect

    return await connect()

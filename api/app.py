"""The application: its parts, its routers, and what surrounds them."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from fastapi import APIRouter, Depends, FastAPI
from fastapi.routing import APIRoute
from pydantic.alias_generators import to_camel
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.types import Scope

from api import (
    absences,
    applications,
    assigning,
    attachments,
    audit,
    cases,
    changes,
    documents,
    figures,
    health,
    letters,
    listening,
    logs,
    offered,
    past,
    policy,
    problems,
    refusals,
    search,
    supposing,
    taking,
    tasks,
    terms,
    workload,
)
from api.addresses import Addresses
from api.document import document_of
from api.envelope import OPENAPI, PREFIX, VERSION, Bodies, Envelope, Heads
from api.languages import Language, catalogue
from api.pages import routes as pages
from api.pages.preferences import is_page
from api.pages.problem import problem_page
from api.parameters import known_parameters
from api.parts import Parts, opened

ROUTERS: tuple[APIRouter, ...] = (
    applications.router,
    taking.router,
    assigning.router,
    tasks.router,
    audit.router,
    search.router,
    cases.router,
    offered.router,
    supposing.router,
    past.router,
    documents.router,
    attachments.router,
    letters.router,
    absences.router,
    policy.router,
    terms.router,
    refusals.router,
    figures.router,
    workload.router,
    changes.router,
)
"""What hangs under /api/v1, one router a concern; asked in this order, so what is asked most comes first."""


def create_app(parts: Parts | None = None) -> FastAPI:
    """The application; `parts` only when somebody else opens and closes them, as tests do."""

    @asynccontextmanager
    async def living(app: FastAPI) -> AsyncGenerator[None]:
        if parts is not None:
            yield
            return
        logs.configure()
        async with opened() as ours:
            app.state.parts = ours
            yield

    app = FastAPI(
        title="Meedoen",
        version=VERSION,
        openapi_url=OPENAPI,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        generate_unique_id_function=_operation_id,
        middleware=[
            Middleware(Heads),
            Middleware(Envelope, answered=told),
            Middleware(Addresses, answered=told),
            Middleware(Bodies, answered=told),
        ],
        lifespan=living,
    )
    app.state.parts = parts
    app.state.changes = listening.Changes()
    for language in Language:
        catalogue(language)  # read now, so that a broken one is found at the start
    problems.install(app, told)
    app.include_router(health.router)
    for router in ROUTERS:
        app.include_router(router, prefix=PREFIX, dependencies=[Depends(known_parameters)])
    pages.install(app)
    app.openapi = document_of(app)
    return app


def told(scope: Scope, problem: problems.Problem) -> Response:
    """A problem as whoever asked can read it: a page for a person, JSON for a program."""
    return (problem_page if is_page(scope) else problems.answer)(scope, problem)


def _operation_id(route: APIRoute) -> str:
    return to_camel(route.name)

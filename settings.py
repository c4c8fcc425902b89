"""The settings of this installation, read once from the environment.

Temporal's own connection settings (address, namespace, TLS, API key) are Temporal's:
`TEMPORAL_ADDRESS` and its fellows, read by `temporalio.envconfig`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import AliasChoices, Field
from pydantic_settings import BaseSettings, SettingsConfigDict

STATE_FOLDER = Path(".meedoen")
RUNNING = STATE_FOLDER / "running.env"
"""Written by `meedoen start` and removed when it stops: where its parts listen, so that the other commands find them."""


class Settings(BaseSettings):
    """Each field is an environment variable: `MEEDOEN_` and its name in capitals."""

    model_config = SettingsConfigDict(env_prefix="MEEDOEN_", env_file=RUNNING, extra="ignore")

    database_url: str = Field(
        default="postgresql+psycopg://localhost/meedoen",
        validation_alias=AliasChoices("DATABASE_URL", "MEEDOEN_DATABASE_URL"),
    )
    api_url: str = "http://127.0.0.1:8000"
    api_host: str = "127.0.0.1"
    api_port: int = 8000
    oidc_issuer: str = "http://127.0.0.1:8400"
    oidc_audience: str = "meedoen"
    oidc_embedded: bool = False
    """True when the issuer is the embedded identity, which lets anybody in as anybody."""
    smtp_host: str = "127.0.0.1"
    smtp_port: int = 8025
    mail_from: str = "Meedoen <meedoen@localhost>"
    worker_metrics_address: str | None = None
    """`host:port` of the worker's Prometheus endpoint; none when not set."""


@cache
def settings() -> Settings:
    """The one copy that a process reads."""
    return Settings()

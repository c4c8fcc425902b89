"""The settings of this installation, read once from the environment.

Temporal's own connection settings (address, namespace, TLS, API key) are Temporal's:
`TEMPORAL_ADDRESS` and its fellows, read by `temporalio.envconfig`.
"""

from __future__ import annotations

import gc
import os
from functools import cache
from pathlib import Path
from typing import Literal

from dotenv import load_dotenv
from pydantic import AliasChoices, Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

HERE = Path(__file__).resolve().parent
STATE_FOLDER = Path(
    os.environ.get("MEEDOEN_STATE")
    or (HERE if (HERE / "pyproject.toml").exists() else Path.cwd()) / ".meedoen"
)
"""Where `meedoen start` keeps what must survive: in the clone, or where an installed Meedoen was started."""

RUNNING = STATE_FOLDER / "running.env"
"""Written by `meedoen start` and removed when it stops: where its parts listen, for the other commands."""


Tls = Literal["none", "starttls", "tls"]
"""Whether the line to a mail server is safe: never, from STARTTLS on, or from the first byte."""


class Settings(BaseSettings):
    """Each field is an environment variable: `MEEDOEN_` and its name in capitals."""

    model_config = SettingsConfigDict(env_prefix="MEEDOEN_", env_file=RUNNING, extra="ignore")

    database_url: str = Field(
        default="postgresql+psycopg://localhost/meedoen",
        validation_alias=AliasChoices("DATABASE_URL", "MEEDOEN_DATABASE_URL"),
    )
    api_url: str = "http://127.0.0.1:8000"
    """Where people reach Meedoen, in front of whatever proxy: who signed in is sent back here."""
    api_host: str = "127.0.0.1"
    api_port: int = 8000
    oidc_issuer: str = "http://127.0.0.1:8400"
    oidc_audience: str = "meedoen"
    oidc_client: str = "meedoen"
    """As whom the pages ask the issuer to sign somebody in."""
    oidc_client_secret: SecretStr = SecretStr("")
    """Empty when the issuer knows the pages as a public client, which proves itself by PKCE only."""
    oidc_embedded: bool = False
    """True when the issuer is the embedded identity, which lets anybody in as anybody."""
    smtp_host: str = "127.0.0.1"
    smtp_port: int = 8025
    smtp_tls: Tls = "none"
    smtp_user: str = ""
    """Who logs in at the mail server; nobody when empty."""
    smtp_password: SecretStr = SecretStr("")
    mail_from: str = "Meedoen <meedoen@localhost>"
    theme: Path | None = None
    """A municipality's own style sheet, which overrides the design tokens of the pages."""
    inbox_url: str | None = None
    """The page of the embedded inbox, which shows every mail; none where mail is really sent."""
    temporal_ui_url: str | None = None
    """Temporal's own web pages, for who runs this installation; none when not set."""
    worker_metrics_address: str | None = None
    """`host:port` of the worker's Prometheus endpoint; none when not set."""


def adopt_running_parts() -> None:
    """Take over into the environment where the running parts listen: Temporal's settings are read there only."""
    load_dotenv(RUNNING, override=False)


@cache
def settings() -> Settings:
    """The one copy that a process reads."""
    return Settings()


def keep_what_is_loaded() -> None:
    """For a process that runs long: collect garbage less often, and never among what is loaded by now, which stays."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)

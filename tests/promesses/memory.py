"""What a process holds in memory: every readable page of it, searched for secrets."""

from collections.abc import Iterable, Iterator
from pathlib import Path

MOST = 1 << 28  # bytes of one mapping read at a time
ENCODINGS = ("utf-8", "utf-16-le", "latin-1")


def found(pid: int, secrets: Iterable[str | bytes], *, rights: str = "r") -> dict[str | bytes, int]:
    """How many times each secret stands there, in any of the ways a text is held.

    `rights`: of the pages looked at. What is read only came from a file: « rw » is quicker.
    """
    wanted = {secret: forms(secret) for secret in secrets}
    counts = dict.fromkeys(wanted, 0)
    for part in pages(pid, rights):
        for secret, ways in wanted.items():
            counts[secret] += sum(part.count(way) for way in ways)
    return counts


def forms(secret: str | bytes) -> set[bytes]:
    if isinstance(secret, bytes):
        return {secret}
    return {secret.encode(encoding, "replace") for encoding in ENCODINGS}


def pages(pid: int, wanted: str) -> Iterator[bytes]:
    """What may be read; the kernel's own pages refuse."""
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            span, rights, *_ = line.split()
            start, end = (int(side, 16) for side in span.split("-"))
            if not rights.startswith(wanted) or end - start > MOST:
                continue
            try:
                memory.seek(start)
                yield memory.read(end - start)
            except (OSError, OverflowError):
                continue

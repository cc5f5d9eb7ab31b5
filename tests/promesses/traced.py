"""What a process tells the disk, call by call, as strace sees it."""

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from .disk import Create, Event, Flush, Remove, Rename, Resize, Say, Write

ROOT = Path(__file__).parents[2]
CALLS = (
    "openat,lseek,write,pwrite64,fsync,fdatasync,ftruncate,rename,renameat,renameat2,unlink,"
    "unlinkat,writev,pwritev,pwritev2,fallocate,copy_file_range,sendfile"
)
LONGEST = 1_000_000

LINE = re.compile(r"(\w+)\((.*)\) += (-?\d+)(?:<(.*)>)?$")
TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?')
FILE = re.compile(r"^(\d+)<([^>]*)>")
HANDLED = {"openat", "lseek", "write", "pwrite64", "fsync", "fdatasync", "ftruncate"}
NAMED = {"rename", "renameat", "renameat2", "unlink", "unlinkat"}


def run(folder: Path, *command: str) -> list[str]:
    """The lines of strace about one Python module of ours, run to its end."""
    trace = folder / "appels"
    asked = ["strace", "-qq", "-y", "-xx", "-s", str(LONGEST), "-o", str(trace)]
    subprocess.run(
        [*asked, "-e", f"trace={CALLS}", sys.executable, "-m", *command],
        cwd=ROOT,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return trace.read_text(encoding="utf-8", errors="surrogateescape").splitlines()


def events(lines: Iterable[str], root: Path) -> Iterator[Event]:
    """The part of it that is about the files below `root`, and what was said on the output."""
    offsets: dict[str, int] = {}
    for line in lines:
        found = LINE.match(line)
        if found is None or found[3].startswith("-"):
            continue
        call, arguments, result = found[1], found[2], int(found[3])
        texts = [decoded(text) for text, _ in TEXT.findall(arguments)]
        if call == "openat":
            yield from opened(arguments, f"{found[3]}", plain(found[4] or ""), offsets, root)
        elif call in NAMED:
            yield from named(call, [text.decode() for text in texts], root)
        else:
            yield from told(call, arguments, texts, result, offsets, root)


def opened(
    arguments: str, descriptor: str, path: str, offsets: dict[str, int], root: Path
) -> Iterator[Event]:
    offsets[descriptor] = 0
    if path.startswith(f"{root}/"):
        if "O_CREAT" in arguments:
            yield Create(path)
        if "O_TRUNC" in arguments:
            yield Resize(path, 0)


def named(call: str, paths: list[str], root: Path) -> Iterator[Event]:
    if paths[0].startswith(f"{root}/"):
        yield Rename(*paths[:2]) if call.startswith("rename") else Remove(paths[0])


def told(
    call: str, arguments: str, texts: list[bytes], result: int, offsets: dict[str, int], root: Path
) -> Iterator[Event]:
    descriptor, path = (FILE.match(arguments) or re.match(r"(\d+)()", arguments)).groups()
    path = plain(path)
    if descriptor == "1" and call == "write":
        yield from map(Say, texts[0].decode().splitlines())
    if not path.startswith(f"{root}/") and path != str(root):
        return
    assert call in HANDLED, f"{call} is not understood"
    if call == "lseek":
        offsets[descriptor] = result
    elif call == "write":
        yield Write(path, offsets[descriptor], texts[0][:result])
        offsets[descriptor] += result
    elif call == "pwrite64":
        yield Write(path, int(arguments.rpartition(", ")[2]), texts[0][:result])
    elif call == "ftruncate":
        yield Resize(path, int(arguments.rpartition(", ")[2]))
    else:
        yield Flush(path)


def decoded(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


def plain(path: str) -> str:
    """A path as strace -y shows it, where -xx may have written it in hexadecimal."""
    return decoded(path).decode() if path.startswith("\\x") else path

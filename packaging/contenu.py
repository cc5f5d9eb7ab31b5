"""What every package is made of: our version, our commit, and the distributions it carries."""

import re
import subprocess
import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
NAME = "microstructure-desktop"
PACKAGE = "microstructure_desktop"

# How each system answers the markers of a requirement.
MARKERS = {
    "linux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    "win32": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
}


def version() -> str:
    """The only place that says it is the package itself."""
    text = (ROOT / "src" / PACKAGE / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"$', text, re.MULTILINE)
    if not found:
        raise SystemExit("__version__ is missing")
    return found[1]


@dataclass(frozen=True, slots=True)
class Commit:
    """What a package is made of: its date is the only clock that a package may read."""

    digest: str
    seconds: int

    @property
    def day(self) -> str:
        return datetime.fromtimestamp(self.seconds, UTC).date().isoformat()


def commit() -> Commit:
    """The last one, marked when the files are no longer those of it."""
    changed = git("status", "--porcelain", "--untracked-files=no")
    digest = git("rev-parse", "HEAD") + ("-modifié" if changed else "")
    return Commit(digest, int(git("log", "-1", "--format=%ct")))


def git(*arguments: str) -> str:
    return subprocess.check_output(["git", *arguments], cwd=ROOT, text=True).strip()


def shipped(platform: str = "linux") -> list[Distribution]:
    """What the application asks for, and what that asks for in turn; no tool of ours, no extra."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found: dict[str, Distribution] = {}
    asked = list(project["dependencies"])
    while asked:
        requirement = Requirement(asked.pop())
        marker = requirement.marker
        if marker and not marker.evaluate({**MARKERS[platform], "extra": ""}):
            continue
        name = canonicalize_name(requirement.name)
        if name not in found:
            found[name] = distribution(name)
            asked += found[name].requires or []
    return [found[name] for name in sorted(found)]


def requirements(platform: str = "linux") -> str:
    """The part of requirements.lock that a package carries, hashes included."""
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    entries = dict(re.findall(r"^(([a-z0-9-]+)==.*\n(?: .*\n)*)", lock, re.MULTILINE))
    by_name = {name: entry for entry, name in entries.items()}
    return "".join(by_name[canonicalize_name(each.name)] for each in shipped(platform))


def size(path: Path) -> int:
    """In bytes; of a folder, what its files hold, links counted for nothing."""
    if path.is_file():
        return path.stat().st_size
    files = (each for each in path.rglob("*") if each.is_file() and not each.is_symlink())
    return sum(each.stat().st_size for each in files)


def told(path: Path) -> str:
    """A line that says how big something is, in the units of the disk's maker."""
    amount = f"{size(path) / 1_000_000:.1f}".replace(".", ",")
    return f"{path.name} : {amount} Mo"

"""Read the files shipped in resources/ from a wheel, a checkout or a frozen bundle."""

from pathlib import Path


def root() -> Path:
    # not importlib.resources: its import costs 4 ms before the first window
    installed = Path(__file__).parent / "resources"
    if installed.is_dir():
        return installed
    return Path(__file__).parents[2] / "resources"


def text(*parts: str) -> str:
    return root().joinpath(*parts).read_text(encoding="utf-8")


def names(*parts: str, suffix: str = ".toml") -> list[tuple[str, ...]]:
    """Every file below a folder that ends with suffix, as path parts, sorted."""

    def walk(folder: Path, at: tuple[str, ...]) -> list[tuple[str, ...]]:
        found: list[tuple[str, ...]] = []
        for child in folder.iterdir():
            here = (*at, child.name)
            if child.is_dir():
                found += walk(child, here)
            elif child.name.endswith(suffix):
                found.append(here)
        return found

    return sorted(walk(root().joinpath(*parts), parts))

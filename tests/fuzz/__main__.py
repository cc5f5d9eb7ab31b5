"""Feed one target with hostile files for some seconds: python -m tests.fuzz NOM SECONDES [DOSSIER].

With atheris, what is tried next follows what the code did with what was tried before. Where no
wheel of it exists (Python 3.14, Windows, macOS), changes of the examples are drawn by chance.
"""

import importlib.util
import random
import sys
import tempfile
from pathlib import Path
from time import monotonic

from .mutations import MOST_BYTES, by_chance
from .target import Target

SLOWEST_SECONDS = 20


def guided(nom: str, seconds: int, folder: Path) -> None:
    """libFuzzer says « Done N runs » and ends this process, whatever it found."""
    import atheris

    with atheris.instrument_imports(include=["microstructure_desktop"]):
        from .targets import TARGETS

    target = TARGETS[nom]
    corpus = folder / "exemples"
    corpus.mkdir()
    for rank, seed in enumerate(target.seeds()):
        (corpus / str(rank)).write_bytes(seed)
    options = [
        f"-max_total_time={seconds}",
        f"-max_len={MOST_BYTES}",
        f"-timeout={SLOWEST_SECONDS}",
        "-rss_limit_mb=2048",
        f"-artifact_prefix={folder}/",
        "-print_final_stats=0",
        "-verbosity=1",
    ]
    atheris.Setup([sys.argv[0], *options, str(corpus)], target.one)
    atheris.Fuzz()


def unguided(target: Target, seconds: int, folder: Path) -> None:
    chance, seeds, runs, until = random.Random(), target.seeds(), 0, monotonic() + seconds
    while monotonic() < until:
        data = by_chance(chance, seeds)
        try:
            target.one(data)
        except BaseException:
            (folder / "crash-hasard").write_bytes(data)
            raise
        runs += 1
    print(f"Done {runs} runs in {seconds} second(s)")  # noqa: T201 -- as libFuzzer says it


def main(nom: str, seconds: str, folder: str = "") -> None:
    place = Path(folder or tempfile.mkdtemp(prefix="msma-fuzz-"))
    if importlib.util.find_spec("atheris"):
        guided(nom, int(seconds), place)
    else:
        from .targets import TARGETS

        unguided(TARGETS[nom], int(seconds), place)


if __name__ == "__main__":
    main(*sys.argv[1:])

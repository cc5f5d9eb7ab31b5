"""Run every benchmark and print one table: python -m benchmarks [NAME…]."""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from . import (
    activity,
    backups,
    forms,
    home,
    minutes,
    reception,
    records,
    search,
    startup,
    unlocking,
)
from .measure import Ratio, show

BENCHMARKS = {
    "demarrage": startup.run,
    "deverrouillage": unlocking.run,
    "accueil": home.run,
    "recherche": search.run,
    "dossier": records.run,
    "fiches": forms.run,
    "compte-rendu": minutes.run,
    "activite": activity.run,
    "reception": reception.run,
    "sauvegardes": backups.run,
}


def main(wanted: list[str]) -> int:
    unknown = set(wanted) - set(BENCHMARKS)
    if unknown:
        print(f"inconnu : {', '.join(sorted(unknown))} ; connus : {', '.join(BENCHMARKS)}")
        return 2
    ratios: list[Ratio] = []
    with tempfile.TemporaryDirectory() as folder:
        for name in wanted or BENCHMARKS:
            print(f"{name}…", file=sys.stderr, flush=True)
            ratios += BENCHMARKS[name](Path(folder) / name)
    show(ratios)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

"""A second process that takes up ten thousand rows, to be killed while it writes them."""

import sys
from datetime import date, timedelta
from pathlib import Path

from microstructure_desktop.paths import Home
from microstructure_desktop.services import reprise, unlock
from microstructure_desktop.services.office import Cost
from microstructure_desktop.services.reprise_examen import Apercu, Examinee, Sort
from microstructure_desktop.services.reprise_personnes import Lue
from microstructure_desktop.store.keys import LIMITS, KdfParams, Limits
from tests.cabinet import PASSPHRASE

MANY = 10_000


def preview(count=MANY):
    """As many people, included the day that they turned twenty."""
    born = [date(1950, 1, 1) + timedelta(days=rank) for rank in range(count)]
    rows = (
        Lue(
            rank,
            f"Figurant{rank}",
            "Sophie",
            naissance=day,
            programme="MSMA_HORS_FORFAIT",
            debut=day.replace(year=day.year + 20, day=1),
        )
        for rank, day in enumerate(born)
    )
    return Apercu("CSV", tuple(Examinee(lue, Sort.CREER) for lue in rows))


def main(folder, membre):
    cheap = KdfParams(m=8, t=1, p=1)
    cost = Cost(cheap, Limits(floor=cheap, ceiling=LIMITS.ceiling))

    def now():
        sys.stdout.write("now\n")
        sys.stdout.flush()
        return unlock.utc_now()

    office = unlock.open_cabinet(Home(Path(folder)), membre, PASSPHRASE, cost=cost, now=now)
    apercu = preview()
    sys.stdout.write("begin\n")
    reprise.importer(office, apercu, apercu.proposees())
    sys.stdout.write("done\n")
    sys.stdout.flush()
    sys.stdin.read()


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Two years of a hundred cabinets received by the animator, beside the same rows inserted bare."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from time import perf_counter

from sqlalchemy import create_engine, insert, select
from sqlalchemy.pool import NullPool

from microstructure_desktop.animateur import completeness, receive, totals
from microstructure_desktop.animateur.receive import Arrivee
from microstructure_desktop.animateur.register import Register
from microstructure_desktop.animateur.sql import tables
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.exchange import bundle
from microstructure_desktop.exchange.contents import (
    Acteur,
    Contenu,
    LigneActivite,
    LigneForfaits,
    Modalite,
    NatureActe,
)
from tests.animateur.cases import Cabinet, Region, contenu

from .measure import Ratio

CABINETS, MOIS = 100, 24
JOUR = date(2026, 11, 22)
FIRST = Mois(2024, 11)


def run(folder: Path) -> list[Ratio]:
    folder.mkdir()
    region = Region.made(Register.open(f"sqlite:///{folder / 'registre.db'}"))
    sealed = _sealed(region)
    start = perf_counter()
    for octets in sealed:
        issue = receive.receive(region.register, region.cles, Arrivee(octets, "", "dossier", JOUR))
        assert not issue.motif, issue.motif
    received = perf_counter() - start
    opened = _opened(region, sealed)
    bare = _inserted(folder)
    again = _quickest(partial(_received_again, region, sealed[:100])) / 100
    one = opened / len(sealed)
    with region.register.read() as work:
        year = _quickest(lambda: totals.de_l_annee(work, 2026, JOUR))
        table = _quickest(lambda: completeness.tableau(work, JOUR))
    rows = _quickest(partial(_read, folder))
    region.register.close()
    return [
        Ratio("100 cabinets × 24 mois reçus", "ouverts, puis mêmes lignes nues", received,
              opened + bare),
        Ratio("un paquet déjà reçu", "l’ouvrir", again, one),
        Ratio("totaux d’une année", "relire ses lignes, pilote nu", year, rows),
        Ratio("tableau 100 × 24", "relire une année, pilote nu", table, rows),
    ]  # fmt: skip


def _sealed(region: Region) -> list[bytes]:
    found = []
    for rank in range(CABINETS):
        cabinet: Cabinet = region.cabinet(f"OCC-31-{rank:03}", FIRST)
        for n in range(MOIS):
            mois = FIRST.plus(n)
            made = bundle.build(_month(cabinet.code, mois), region.adresse, sequence=n + 1)
            found.append(bundle.seal(made, cabinet.cle))
    return found


def _month(code: str, mois: Mois) -> Contenu:
    """Thirty rows: what a whole team does."""
    texte = str(mois)
    activite = tuple(
        LigneActivite(texte, acteur, acte, modalite, 3, 90)
        for acteur in sorted(Acteur)
        for acte in sorted(NatureActe)[:3]
        for modalite in sorted(Modalite)[:2]
    )
    forfaits = (LigneForfaits(texte, mois.numero, 9, 0, Decimal(829), 1, 2, 3),)
    return replace(contenu(code, mois), activite=activite, forfaits=forfaits)


def _opened(region: Region, sealed: list[bytes]) -> float:
    """Decrypt, verify and read each: what no register can spare."""
    with region.register.read() as work:
        keys = {s.id: s.cle for s in work.structures.all()}
    start = perf_counter()
    for octets in sealed:
        bundle.open_sealed(octets, region.cles.identites, keys.get)
    return perf_counter() - start


def _inserted(folder: Path) -> float:
    """The same rows into the same tables, a transaction a bundle, by the driver's own loop."""
    source = create_engine(f"sqlite:///{folder / 'registre.db'}", poolclass=NullPool)
    target = Register.open(f"sqlite:///{folder / 'nu.db'}")._engine
    kept = (
        tables.paquet, tables.activite, tables.forfaits, tables.file_active, tables.fonctionnement,
    )  # fmt: skip
    with source.connect() as connection, target.begin() as writing:
        for table in (tables.convention, tables.structure):
            rows = connection.execute(select(table)).mappings().all()
            writing.execute(insert(table), [dict(row) for row in rows])
    by_bundle: dict[int, list[tuple[object, list[dict[str, object]]]]] = {}
    with source.connect() as connection:
        for table in kept:
            column = "rang" if table is tables.paquet else "paquet"
            for row in connection.execute(select(table)).mappings():
                batches = by_bundle.setdefault(row[column], [])
                if not batches or batches[-1][0] is not table:
                    batches.append((table, []))
                batches[-1][1].append(dict(row))
    start = perf_counter()
    for batches in by_bundle.values():
        with target.begin() as writing:
            for table, rows in batches:
                writing.execute(insert(table), rows)
    spent = perf_counter() - start
    target.dispose()
    source.dispose()
    return spent


def _received_again(region: Region, sealed: list[bytes]) -> None:
    for octets in sealed:
        receive.receive(region.register, region.cles, Arrivee(octets, "", "dossier", JOUR))


def _read(folder: Path) -> None:
    import sqlite3

    raw = sqlite3.connect(folder / "registre.db")
    for table in ("activite", "forfaits", "file_active", "fonctionnement"):
        raw.execute(
            f"select t.*, p.structure, p.periode from {table} t join paquet p on p.rang = t.paquet "
            "where p.etat = 'retenu' and p.periode between '2026-01' and '2026-12'"
        ).fetchall()
    raw.close()


def _quickest(action: Callable[[], object], times: int = 5) -> float:
    spent = []
    for _ in range(times):
        start = perf_counter()
        action()
        spent.append(perf_counter() - start)
    return min(spent)

"""P10: what a hostile file is refused for changes nothing; what it is read for is one whole act."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from microstructure_desktop.errors import AppError
from microstructure_desktop.exchange import accuse, convention
from microstructure_desktop.services import accuses, enrolement, pieces, reprise
from tests.exchange.keys import ANIMATRICE
from tests.exchange.test_accuse import ACCUSE
from tests.exchange.test_convention import CONVENTION

from . import opened
from .mutations import hostile


def import_people(office, data, folder):
    path = folder / "patients.csv"
    path.write_bytes(data)
    seen = reprise.ouvrir(office, path)
    apercu = reprise.examiner(office, seen.tableau, seen.colonnes, "COVID_SM")
    reprise.importer(office, apercu, apercu.proposees())


def import_document(office, data, folder):
    path = folder / "recu.pdf"
    path.write_bytes(data)
    pieces.lire(office, path)


def import_agreement(office, data, _folder):
    enrolement.importer(office, data)


def import_receipt(office, data, _folder):
    accuses.importer(office, data)


IMPORTS = {
    "patients": (import_people, opened._csv()),
    "document": (import_document, opened.received.pdf()),
    "convention": (import_agreement, convention.write(CONVENTION, ANIMATRICE)),
    "accuse": (import_receipt, accuse.write(ACCUSE, ANIMATRICE)),
}


def state(office):
    """All that the store holds, as its tables count it, and where its history ends."""
    raw = office.store._raw
    names = [
        name
        for (name,) in raw.execute(
            "select name from sqlite_schema where type = 'table' and name not like 'sqlite%'"
        )
    ]
    counts = {
        name: raw.execute(f"select count(*) from {name}").fetchone()[0]
        for name in names
        if not name.startswith("acces")
    }
    return counts, office.store._tip


@pytest.mark.parametrize("name", IMPORTS)
@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_that_what_is_refused_changes_nothing(team, tmp_path, name, data):
    action, seed = IMPORTS[name]
    hurt = data.draw(hostile(seed if isinstance(seed, list) else [seed]))
    before = state(team.medecin)
    try:
        action(team.medecin, hurt, tmp_path)
    except AppError:
        assert state(team.medecin) == before
    else:
        assert team.medecin.store.verify() == []

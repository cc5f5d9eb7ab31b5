"""The rows that count, between two months."""

from microstructure_desktop.domain.periods import Mois
from tests.animateur.cases import FEVRIER, JANVIER, MARS, contenu


def test_that_rows_are_read_between_two_months(region):
    cabinet = region.cabinet()
    for mois in (JANVIER, FEVRIER, MARS):
        region.send(cabinet, mois)
    with region.register.read() as work:
        rows = work.lignes.file_active(FEVRIER, MARS)
        assert [(row.structure, row.periode) for row in rows] == [
            (cabinet.code, FEVRIER), (cabinet.code, MARS),
        ]  # fmt: skip
        assert rows[0].valeur == contenu(cabinet.code, FEVRIER).file_active[0]
        assert work.lignes.file_active(FEVRIER, MARS, "OCC-31-002") == ()
        assert work.lignes.activite(Mois(2025, 1), Mois(2025, 12)) == ()
        assert len(work.lignes.activite(JANVIER, MARS)) == 6
        assert len(work.lignes.fonctionnement(JANVIER, JANVIER)) == 1

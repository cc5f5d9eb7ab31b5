"""The rows that count, between two months."""

from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.exchange.contents import LigneProfil
from microstructure_desktop.exchange.profil import nomenclature
from tests.animateur.cases import FEVRIER, JANVIER, MARS, contenu


def profil(annee: int, **groups: int) -> tuple[LigneProfil, ...]:
    niveaux = nomenclature()["profil_entrants"]["sexe"]
    rang = next(n for n, codes in enumerate(niveaux, 1) if set(codes) == set(groups))
    return tuple(LigneProfil(annee, "sexe", rang, code, groups[code]) for code in sorted(groups))


def test_that_a_closed_year_is_told_once_whatever_is_corrected(region):
    cabinet = region.cabinet()
    codes = nomenclature()["profil_entrants"]["sexe"][-1]
    told = profil(2025, **dict.fromkeys(codes, 20))
    other = profil(2025, **dict.fromkeys(codes, 21))
    first, issue = region.send(cabinet, profil_entrants=told)
    assert issue.motif == ""
    assert region.send(cabinet, remplace=first, profil_entrants=other)[1].motif == "profil"
    assert region.send(cabinet, FEVRIER, profil_entrants=other)[1].motif == "profil"
    same, issue = region.send(cabinet, remplace=first, profil_entrants=told)
    assert issue.motif == ""
    assert region.send(cabinet, remplace=same)[1].motif == ""
    with region.register.read() as work:
        rows = work.lignes.profil("profil_entrants", 2025)
        assert [row.valeur for row in rows] == list(told)
        assert {(row.structure, row.periode) for row in rows} == {(cabinet.code, JANVIER)}
        assert work.lignes.profil("profil_entrants", 2024) == ()
        assert work.lignes.profil("profil_sortants", 2025) == ()
        assert work.lignes.profil("profil_entrants", 2025, "OCC-31-002") == ()


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

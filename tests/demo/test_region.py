"""A region of three cabinets: what its animator then knows, and what she cannot know."""

from collections import Counter
from datetime import date

import pytest
from pypdf import PdfReader

from microstructure_desktop.animateur import completeness, register
from microstructure_desktop.animateur.completeness import EtatCase
from microstructure_desktop.animateur.register import Register
from microstructure_desktop.demo import region as regions
from microstructure_desktop.demo.correspondance import Incidents
from microstructure_desktop.demo.poste import JOUR_LIMITE
from microstructure_desktop.demo.region import Etendue, FolderInUse, Lieux
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.exchange.accuse import EtatAccuse
from microstructure_desktop.services import unlock

from .conftest import ETENDUE, LAST, settle

AOUT, SEPTEMBRE, OCTOBRE = (Mois(2026, n) for n in (8, 9, 10))
RECU, CORRIGE, MANQUANT = EtatCase.RECU, EtatCase.CORRIGE, EtatCase.MANQUANT
SHORTEST = 5
"""Shorter names are found by chance in what is encrypted."""


def reading(region, read):
    opened = Register.open(register.address(region.lieux.poste))
    try:
        with opened.read() as work:
            return read(work)
    finally:
        opened.close()


def figures(work):
    lignes = work.lignes
    return [
        read(AOUT, OCTOBRE)
        for read in (
            lignes.activite,
            lignes.forfaits,
            lignes.file_active,
            lignes.fonctionnement,
        )
    ]


def test_that_the_animator_knows_who_wrote_who_corrected_and_who_did_not(region):
    tableau = reading(region, lambda work: completeness.tableau(work, LAST))
    assert tableau.mois == (AOUT, SEPTEMBRE, OCTOBRE)
    assert {
        ligne.structure.id: [(case.etat, case.version) for case in ligne.cases]
        for ligne in tableau.lignes
    } == {
        "OCC-99-001": [(RECU, 1), (CORRIGE, 2), (RECU, 1)],
        "OCC-99-002": [(RECU, 1), (RECU, 1), (MANQUANT, 0)],
        "OCC-99-003": [(RECU, 1), (RECU, 1), (MANQUANT, 0)],
    }
    assert not any(case.chaine for ligne in tableau.lignes for case in ligne.cases)


def test_that_what_was_damaged_lies_in_quarantine_and_what_came_twice_counts_once(region):
    said = Counter(etat for temoin in region.temoins for etat in temoin.etats)
    assert said == {EtatAccuse.ACCEPTE: 8, EtatAccuse.REFUSE: 1, EtatAccuse.DOUBLON: 1}
    assert region.temoins[0].etats[-1] is EtatAccuse.DOUBLON
    assert region.temoins[1].etats[-1] is EtatAccuse.REFUSE
    paquets, heads, (refused,) = reading(
        region,
        lambda work: (work.paquets.all(), work.paquets.heads(), work.quarantaine.all()),
    )
    assert (len(paquets), len(heads)) == (8, 7)
    assert refused.nom.startswith("MSMA_OCC-99-002_2026-10_0003_")
    assert (refused.paquet, refused.recu_le) == (None, date(2026, 11, 3))


def test_that_each_month_was_received_as_it_ended(region):
    paquets = reading(region, lambda work: work.paquets.of("OCC-99-001"))
    assert [(p.periode, p.sequence, p.recu_le) for p in paquets] == [
        (AOUT, 1, date(2026, 9, 3)),
        (SEPTEMBRE, 2, date(2026, 10, 3)),
        (SEPTEMBRE, 3, date(2026, 11, 3)),
        (OCTOBRE, 4, date(2026, 11, 3)),
    ]


def test_that_the_animator_reads_figures_of_every_cabinet(region):
    activite, forfaits, file_active, fonctionnement = reading(region, figures)
    assert {ligne.structure for ligne in fonctionnement} == {t.structure for t in region.temoins}
    assert len(forfaits) >= len(file_active) == len(fonctionnement) == 7
    assert sum(ligne.valeur.nombre for ligne in activite) > 0


def test_that_nobody_followed_can_be_read_at_the_animator_s(region, cost):
    names = set()
    for temoin in region.temoins:
        home = region.lieux.cabinet(temoin.structure)
        membre = unlock.door(home).accounts[0]
        office = unlock.open_cabinet(home, membre.id, regions.PASSPHRASE, cost=cost)
        with office.store.read() as work:
            people = work.patients.all()
        unlock.close(office)
        assert len(people) == temoin.patients
        names |= {name for p in people for name in (p.nom, p.prenom) if len(name) >= SHORTEST}
    assert len(names) > SHORTEST
    files = [p for p in region.lieux.poste.root.rglob("*") if p.is_file()]
    for folder in (region.lieux.boites, region.lieux.rapport):
        files += [p for p in folder.rglob("*") if p.is_file()]
    assert {p.name for p in files} >= {"registre.db", "cles.age", "convention.msma-conv"}
    found = [
        (path.name, name)
        for path in files
        for name in names
        if name.encode() in (content := path.read_bytes()) or name.upper().encode() in content
    ]
    assert found == []


@pytest.mark.long
def test_that_the_same_seed_gives_the_same_figures_in_one_process_or_two(region, cost, tmp_path):
    again = settle(tmp_path / "again", cost, processus=1)
    assert again.temoins == region.temoins
    assert again.heard == region.heard
    assert reading(again, figures) == reading(region, figures)


def test_that_the_report_of_the_year_is_written(region):
    pdf, xlsx = sorted(region.lieux.rapport.iterdir())
    assert (pdf.name, xlsx.name) == ("rapport_OCC_2026.pdf", "rapport_OCC_2026.xlsx")
    text = "".join(page.extract_text() for page in PdfReader(pdf).pages)
    assert all(temoin.structure in text for temoin in region.temoins)
    assert xlsx.read_bytes().startswith(b"PK")


def test_that_progress_tells_each_cabinet(region):
    assert [round(share, 2) for share, _ in region.heard] == [0.0, 0.33, 0.67, 1.0]
    assert region.heard[1][1].startswith("OCC-99-001, Cabinet fictif du Tilleul : 6 personnes, ")


def test_that_troubles_fall_on_cabinets_far_apart():
    troubles = regions.incidents(Etendue(1, 12, 12, date(2026, 11, 22)))
    assert [n for n, each in enumerate(troubles) if each != Incidents()] == [0, 3, 6, 9]
    assert troubles[0] == Incidents(corrige=SEPTEMBRE)
    assert troubles[3] == Incidents(double=OCTOBRE)
    assert troubles[6] == Incidents(abime=OCTOBRE)
    assert troubles[9] == Incidents(muet=OCTOBRE)


def test_that_the_silent_one_misses_a_month_that_is_due():
    early = Etendue(1, 12, 12, date(2026, 11, JOUR_LIMITE))
    assert regions.incidents(early)[9] == Incidents(muet=SEPTEMBRE)


def test_that_a_folder_in_use_is_left_alone(tmp_path, cost):
    (tmp_path / "mine.txt").write_text("à moi")
    with pytest.raises(FolderInUse):
        regions.build(Lieux(tmp_path), ETENDUE, print, cost=cost, processus=1)
    assert [p.name for p in tmp_path.iterdir()] == ["mine.txt"]


def test_that_cabinets_ask_no_less_of_a_passphrase_than_real_ones():
    from microstructure_desktop.store import keys

    assert regions.cheapest().parameters() == keys.LIMITS.floor

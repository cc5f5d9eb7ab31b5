"""Each document tells its title, its parts and its tables to who has it read aloud."""

import pytest

from microstructure_desktop.demo.feuille import feuille
from microstructure_desktop.reports import droits as rights
from microstructure_desktop.reports import extrait as extract
from microstructure_desktop.reports import facturation as billing
from microstructure_desktop.reports import fiche as filled
from microstructure_desktop.reports import fiche_vierge as asked
from microstructure_desktop.reports import journal as log
from microstructure_desktop.reports import lettre as letter
from microstructure_desktop.reports import ordre_du_jour as agenda
from microstructure_desktop.reports import papier as codes
from microstructure_desktop.reports import parcours as way
from microstructure_desktop.reports import reunion as network
from microstructure_desktop.reports import semaine as days
from microstructure_desktop.reports import synthese as monthly
from tests import factories as make
from tests.reports import (
    cases,
    parcours_cases,
    scanned,
    test_demarrage,
    test_droits_story,
    test_facturation,
    test_fiche,
    test_formations,
    test_journal_story,
    test_ordre_du_jour,
    test_reunion,
    test_semaine,
)
from tests.reports.blank import blank, form
from tests.reports.reading import reader
from tests.reports.test_rows_story import GROUP, ROWS
from tests.reports.told import all_told, headings, parts, tables, tree


def ordre_du_jour() -> bytes:
    return agenda.ordre_du_jour(test_ordre_du_jour.MADE)


def reunion() -> bytes:
    return network.reunion(test_reunion.content(tableaux=(test_reunion.TABLE,)))


def formations() -> bytes:
    row = (cases.MEMBRES[cases.PSY], "Reste.", (test_formations.ONE,) * 2)
    return test_formations.printed(row)


def droits() -> bytes:
    return rights.droits(test_droits_story.CONTENU)


def journal() -> bytes:
    return log.journal(test_journal_story.CONTENU)


def fiche() -> bytes:
    return filled.fiche(test_fiche.contenu())


def fiche_vierge() -> bytes:
    return asked.fiche_vierge(blank(form(ROWS, GROUP), nobody=True))


def fiche_vierge_nommee() -> bytes:
    return asked.fiche_vierge(blank(form(ROWS, GROUP)))


def demarrage() -> bytes:
    return test_demarrage.printed(test_demarrage.STEP)


def parcours() -> bytes:
    return way.parcours(parcours_cases.contenu())


def semaine() -> bytes:
    return days.semaine(test_semaine.week(test_semaine.LINE))


def minutes() -> bytes:
    return monthly.minutes(cases.normal())


def extrait() -> bytes:
    return extract.extrait(cases.of_one(cases.normal(), 0))


def lettre() -> bytes:
    return letter.lettre(
        letter.LettreImprimee(
            cases.CABINET, make.a_lettre(), cases.MEMBRES[cases.MG], "Lettre", False
        )
    )


def papier_neutre() -> bytes:
    return letter.lettre(
        letter.LettreImprimee(
            cases.CABINET, make.a_lettre(), cases.MEMBRES[cases.MG], "Attestation", True
        )
    )


def feuille_recue() -> bytes:
    return feuille("Compte rendu", "Hôpital", "Texte.")


def codes_sur_papier() -> bytes:
    return codes.papier(scanned.sheet(b"abc"))


def bordereau() -> bytes:
    return billing.bordereau(test_facturation.content(test_facturation.ONE))


DOCUMENTS = (
    *(ordre_du_jour, reunion, formations, droits, journal, fiche, fiche_vierge),
    *(fiche_vierge_nommee, demarrage, parcours, semaine, minutes, extrait, lettre),
    *(papier_neutre, feuille_recue, bordereau, codes_sur_papier),
)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.__name__)
def test_that_every_document_is_told_from_its_only_title(document):
    pdf = document()
    assert all_told(pdf)
    told = [part["/S"] for part in tree(reader(pdf))]
    assert told.count("/H1") == 1
    assert told.index("/H1") <= 4


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (ordre_du_jour, [["", "Personne suivie"], ["Personne suivie", "Décision à reprendre"]]),
        (reunion, [["Action", "Qui", "Quand"], ["Le trimestre"]]),
        (formations, [["Quand", "Formation"]]),
        (droits, [["Contenu"]]),
        (bordereau, [["Personne", "Programme"], ["Totaux"], ["Date", "Professionnel"]]),
        (journal, [["Date", "Personne", "Action", "Motif"]]),
        (fiche_vierge, [["", "Lequel"]]),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_that_the_tables_of_documents_are_told_under_their_headings(document, expected):
    told = headings(reader(document()))
    for begins in expected:
        assert any(heading[: len(begins)] == begins for heading in told), told


def test_that_all_the_rows_of_a_table_have_as_many_cells():
    for document in DOCUMENTS:
        for table_ in tables(reader(document())):
            assert len({len(parts(row)) for row in parts(table_)}) == 1

"""Rows, fields and past imports are told in plain sentences."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from microstructure_desktop.domain.ids import LotId, MembreId
from microstructure_desktop.domain.reprise import Lot
from microstructure_desktop.services import reference
from microstructure_desktop.services.reprise import Annulation, LotVu
from microstructure_desktop.services.reprise_examen import Examinee, Semblable, Sort
from microstructure_desktop.services.reprise_mots import Champ
from microstructure_desktop.services.reprise_personnes import Lue
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.pages.reprise import words
from microstructure_desktop.ui.pages.reprise.words import Shown
from tests import factories as make

SOPHIE = Lue(2, "Légende", "Sophie", naissance=date(1992, 5, 14))


@pytest.fixture
def openly():
    return Discretion()


@pytest.fixture
def discreetly():
    made = Discretion()
    made.switch(on=True)
    return made


def shown(sort, *, taken=False, lue=SOPHIE, semblable=None):
    return Shown(Examinee(lue, sort, semblable), taken)


def test_that_every_field_and_every_sort_of_row_has_words():
    assert set(words.CHAMPS) == set(Champ)
    assert {sort for sort, _ in words.FILTERS} == set(Sort)


@pytest.mark.parametrize(
    ("sort", "taken", "text"),
    [
        (Sort.CREER, True, "À créer"),
        (Sort.CREER, False, "Écartée"),
        (Sort.DOUBLON, False, "Doublon probable"),
        (Sort.DOUBLON, True, "À créer"),
        (Sort.A_CORRIGER, False, "À corriger"),
        (Sort.CONNU, False, "Déjà connu"),
        (Sort.IGNOREE, False, "Ligne sans personne"),
    ],
)
def test_that_the_tag_says_what_becomes_of_the_row(sort, taken, text):
    assert words.tag(shown(sort, taken=taken))[0] == text


def test_that_people_of_the_file_are_named_as_the_others(openly, discreetly):
    assert words.name(SOPHIE, openly) == "LÉGENDE Sophie"
    assert words.birth(SOPHIE, openly) == "14/05/1992"
    assert words.name(SOPHIE, discreetly) == "S.\u00a0L."
    assert words.birth(SOPHIE, discreetly) == ""
    assert words.birth(Lue(3), openly) == ""


def test_that_a_fault_is_told_before_a_likeness_and_a_remark(openly, discreetly):
    near = Semblable(numero=4, raison="Même nom")
    said = replace(SOPHIE, fautes={Champ.NAISSANCE: "non"}, remarques={Champ.SEXE: "noté"})
    assert words.why(shown(Sort.A_CORRIGER, lue=said), openly) == "non"
    assert words.why(shown(Sort.A_CORRIGER, lue=said), discreetly) == "noté"
    said = replace(said, fautes={})
    row = shown(Sort.DOUBLON, lue=said, semblable=near)
    assert words.why(row, openly) == "Même nom\u00a0: ligne\u00a04 du fichier"
    assert words.why(shown(Sort.CREER), openly) == ""


def test_that_somebody_followed_is_named_with_the_file_number(openly, discreetly):
    known = make.a_patient(nom="Légende", prenom="Zoé", numero=7, naissance=date(1992, 5, 14))
    row = shown(Sort.CONNU, semblable=Semblable(known, raison="Même nom")).examinee
    assert words.alike(row, openly).endswith("LÉGENDE Zoé, 14/05/1992, dossier n°\u00a00007")
    assert words.alike(row, discreetly).endswith("Z.\u00a0L. · n°\u00a00007")


def test_that_only_what_was_understood_or_is_told_is_shown():
    known = reference.load()
    said = replace(
        SOPHIE,
        programme="COVID_SM",
        debut=date(2026, 3, 3),
        orienteur="CSAPA",
        remarques={Champ.SEXE: "noté"},
    )
    assert words.values(said, known) == {
        Champ.NOM: "Légende",
        Champ.PRENOM: "Sophie",
        Champ.NAISSANCE: "14/05/1992",
        Champ.SEXE: "—",
        Champ.DEBUT: "03/03/2026",
        Champ.PROGRAMME: known.programmes["COVID_SM"].libelle,
        Champ.ORIENTEUR: "CSAPA",
    }


def test_that_counts_agree():
    assert words.create(1) == "Créer 1\u00a0dossier"
    assert words.create(0) == "Créer les dossiers"
    assert words.created(2) == "2\u00a0dossiers créés"


def test_that_an_undoing_says_who_is_kept():
    done = Annulation(LotId("l"), (), 1, ())
    assert words.undone(done) == "Reprise annulée\u00a0: 1\u00a0dossier retiré."
    kept = replace(done, patients=0, gardes=("0002", "0004"))
    assert words.undone(kept) == (
        "Reprise annulée\u00a0: 0\u00a0dossier retiré\u00a0; "
        "gardés, car complétés depuis\u00a0: n°\u00a00002, n°\u00a00004."
    )


def test_that_a_past_import_is_told_in_two_lines():
    at = datetime(2026, 11, 19, 12, tzinfo=UTC)
    lot = Lot(LotId("l"), at, MembreId("m"), "CSV", 40, ("p",))
    title, detail = words.past(LotVu(lot, "Dr Exemple"))
    assert title.startswith("19\u00a0novembre\u00a02026 à ")
    assert detail == "CSV de 40\u00a0lignes · 1\u00a0dossier créé · Dr Exemple"
    assert words.past(LotVu(lot, ""))[1].endswith("créé")

"""What is shipped in the legal file holds together: names for ever, proofs that exist."""

import re

import pytest

from microstructure_desktop import assets
from microstructure_desktop.services.definition_typography import remarks
from microstructure_desktop.services.dossier_legal_lecture import FOLDER, modeles
from microstructure_desktop.services.dossier_legal_modeles import Fait, Observe
from tests import house_rules

FILES = assets.names(FOLDER)
CLAIM = re.compile(r"\b(?:conforme|conformité|certifié|garanti[et]?|anonymat absolu)\b")


def test_that_a_blank_keeps_its_name_for_ever():
    assert [b.id for b in modeles().a_remplir] == [
        "responsable",
        "adresse",
        "contact",
        "dpo",
        "csapa",
        "csapa_contact",
        "convention_csapa",
        "informatique",
        "poste",
        "lieu_copies",
        "relecture",
    ]


def test_that_a_line_to_tick_keeps_its_name_for_ever():
    known = {
        "disque", "session", "ecran", "mises_a_jour", "antivirus", "verrou", "lieu",
        "file_impression", "bac", "cles_usb", "destruction", "copie", "copie_ailleurs",
        "restauration", "feuille", "enveloppe", "departs", "phrases", "regard",
        "action_relire", "action_convention", "action_notice", "action_equipe", "action_poste",
        "action_essai", "action_violation", "action_avis",
    }  # fmt: skip
    assert {point.id for point in modeles().points()} == known


@pytest.mark.parametrize("mesure", modeles().mesures.values(), ids=lambda m: m.id)
def test_that_a_measure_is_something_that_the_program_has(mesure):
    assert house_rules.exists(mesure.preuve)


def test_that_no_measure_is_there_for_nothing():
    used = {m.id for r in modeles().risques for m in r.mesures}
    used |= {m.id for t in modeles().traitements for m in t.securite}
    assert used == set(modeles().mesures)


def test_that_each_risk_has_something_against_it_or_says_why():
    assert all(r.mesures for r in modeles().risques)
    assert all(r.note for r in modeles().risques if r.reste != "négligeable")


def test_that_the_register_has_its_six_lines():
    assert [t.id for t in modeles().traitements] == ["T1", "T2", "T3", "T4", "T5", "T6"]


def test_that_everything_made_elsewhere_has_its_place():
    placed = [p.fait for papier in modeles().papiers for p in papier.parties if p.fait]
    assert set(placed) == set(Fait)
    found = [p.constat for p in modeles().points() if p.constat]
    assert sorted(found) == sorted(Observe)


@pytest.mark.parametrize("parts", FILES, ids=lambda parts: parts[-1])
def test_that_the_texts_keep_french_typography(parts):
    assert list(remarks(assets.text(*parts))) == []


@pytest.mark.parametrize("parts", FILES, ids=lambda parts: parts[-1])
def test_that_no_text_claims_more_than_it_is(parts):
    text = assets.text(*parts).replace("n’a certifié", "")
    assert CLAIM.search(text) is None

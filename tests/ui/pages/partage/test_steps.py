"""Each situation has one sentence, and one thing to do."""

from dataclasses import replace
from datetime import timedelta

import pytest

from microstructure_desktop.domain.boite_envoi import EtatPli
from microstructure_desktop.domain.canal import Reglage, TypeCanal
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.services import accuses, envois, expedition
from microstructure_desktop.ui.pages.partage.steps import ICONES, VERBES, Acte, acte_de, etape
from tests.services.conventions import coded
from tests.services.mois import OCTOBRE, agreed, crowded, receipt

WEB = Reglage("w", TypeCanal.WEBDAV, "Réseau", "http://127.0.0.1:1/")
STICK = Reglage("d", TypeCanal.DOSSIER, "Clé", "/cle")
MAIL = Reglage("m", TypeCanal.COURRIEL, "Courriel", "a@example.org")
PAPER = Reglage("p", TypeCanal.PAPIER, "Papier", "")


def step(team, *ways, mois=OCTOBRE, later=None):
    office = team.medecin
    shown = envois.depart(office, mois)
    lus = {x.pli.paquet: x for x in envois.historique(office)}
    lu = lus.get(shown.pli.paquet) if shown.pli is not None else None
    now = team.clock().astimezone() + (later or timedelta())
    return etape(shown, lu, ways, now)


def tried(team, pli, way, stick):
    office = team.medecin
    with office.store.begin(office.membre.id, office.now()) as work:
        work.canaux.save(replace(way, adresse=str(stick)) if way is STICK else way)
    tentative = expedition.a_remettre(office, pli.paquet, canal=way.id)
    expedition.noter(office, tentative, expedition.deposer(tentative))


@pytest.fixture
def month(team):
    crowded(team)
    return team


@pytest.fixture
def sealed(month):
    agreed(month)
    return envois.sceller(month.medecin, OCTOBRE)


@pytest.mark.parametrize(
    ("way", "acte", "verb"),
    [
        (WEB, Acte.ENVOYER, "Sceller et envoyer"),
        (STICK, Acte.ECRIRE, "Sceller et écrire sur la clé"),
        (MAIL, Acte.MESSAGE, "Sceller et préparer le message"),
        (PAPER, Acte.IMPRIMER, "Sceller et imprimer"),
        (None, Acte.ECRIRE, "Sceller et écrire sur la clé"),
    ],
)
def test_that_the_first_way_makes_the_button(month, way, acte, verb):
    agreed(month)
    made = step(month, *([way] if way else []))
    assert (made.tag, made.acte, made.bouton, made.sceller) == ("Prêt", acte, verb, True)
    assert acte_de(way) is acte


def test_that_every_act_has_an_icon_and_those_that_hand_over_two_verbs():
    assert set(ICONES) == set(Acte)
    assert set(VERBES) == {acte_de(w) for w in (WEB, STICK, MAIL, PAPER, None)}


def test_that_before_a_convention_the_button_leads_to_it(month):
    coded(month.medecin)
    made = step(month, WEB)
    assert (made.acte, made.sceller) == (Acte.CONVENIR, False)
    assert "pas encore de convention" in made.phrase


def test_that_a_month_that_runs_has_no_button(month):
    agreed(month)
    made = step(month, WEB, mois=Mois(2026, 11))
    assert (made.tag, made.acte) == ("Mois en cours", None)


def test_that_what_is_sealed_may_be_sent_or_taken_back(month, sealed):
    made = step(month, WEB)
    assert (made.tag, made.bouton, made.sceller, made.annulable) == (
        "Scellé",
        "Envoyer maintenant",
        False,
        True,
    )
    expedition.envoyer(month.medecin, sealed.paquet)
    assert "dès que possible" in step(month, WEB).phrase


def test_that_a_dead_network_says_why_and_when_it_goes_again(month, sealed, tmp_path):
    tried(month, sealed, WEB, tmp_path)
    made = step(month, WEB)
    assert (made.tag, made.bouton, made.annulable) == ("En attente", "Envoyer maintenant", False)
    assert made.phrase.startswith("Le mois est gardé (serveur injoignable)\xa0: il repart seul")


def test_that_a_stick_waits_to_be_handed_over(month, sealed, tmp_path):
    tried(month, sealed, STICK, tmp_path)
    made = step(month, STICK)
    assert (made.tag, made.acte, made.bouton) == ("À remettre", Acte.REMIS, "Clé remise")
    assert "19\xa0novembre\xa02026" in made.phrase


def test_that_a_stick_that_is_not_there_keeps_its_button(month, sealed, tmp_path):
    tried(month, sealed, STICK, tmp_path / "absent")
    made = step(month, STICK)
    assert (made.acte, made.bouton) == (Acte.ECRIRE, "Écrire sur la clé")
    assert "clé débranchée" in made.phrase


def test_that_what_was_handed_over_waits_for_an_answer_then_says_it_is_late(month, sealed):
    expedition.remis(month.medecin, sealed.paquet)
    made = step(month, WEB)
    assert (made.tag, made.acte) == ("Remis", None)
    late = step(month, WEB, later=timedelta(days=16))
    assert late.tag == "Sans réponse"
    assert "quinze jours" in late.phrase


def test_that_an_answer_ends_it_or_asks_to_seal_again(month, sealed):
    expedition.remis(month.medecin, sealed.paquet)
    accuses.importer(month.medecin, receipt(sealed, "refuse", "signature"))
    refused = step(month, WEB)
    assert (refused.tag, refused.ton, refused.sceller) == ("Refusé", "danger", True)
    assert "signé par la clé connue" in refused.phrase
    accuses.importer(month.medecin, receipt(sealed))
    assert (step(month, WEB).tag, step(month, WEB).acte) == ("Reçu", None)


def test_that_a_change_asks_for_a_correction_or_for_another_seal(month, sealed):
    crowded(month, count=1, first=9)
    made = step(month, WEB)
    assert (made.tag, made.annulable, made.sceller) == ("À refaire", True, True)
    with month.medecin.store.begin(month.medecin.membre.id, month.clock()) as work:
        work.outbox.change(replace(sealed, etat=EtatPli.DEPOSE))
    made = step(month, WEB)
    assert (made.tag, made.annulable) == ("À corriger", False)
    assert made.suite == "Elle portera le n°\xa02."

"""What is said of a request, open, late, answered or refused."""

from datetime import date

import pytest

from microstructure_desktop.domain.demande import NatureDemande, Remise
from microstructure_desktop.services import demandes, dossier_complet
from microstructure_desktop.services.demandes import DemandeSaisie
from microstructure_desktop.services.relecture import Relecture
from microstructure_desktop.ui.pages.demandes import words
from tests.cabinet import TODAY
from tests.services.whole import TYPED, everything


@pytest.fixture
def asked(team):
    sophie = team.patient()

    def ask(nature=NatureDemande.ACCES, jour=TODAY, who=""):
        saisie = DemandeSaisie(nature, jour, who)
        return demandes.enregistrer(team.medecin, sophie.id, saisie).id

    return ask


def test_that_the_delays_of_an_access_are_told(team, asked):
    one = demandes.lire(team.medecin, asked())
    assert words.state(one) == ("À répondre", "warn")
    assert (words.received(one), words.due(one)) == ("19/11/2026", "27/11/2026")
    assert words.detail(one) == (
        "Demandée par la personne elle-même, reçue par Dr Exemple. Entre le 21/11/2026 et le "
        "27/11/2026\xa0; jusqu’au 19/01/2027 pour ce qui date d’avant le 19/11/2021."
    )


def test_that_another_request_says_its_day_and_a_late_one_is_late(team, asked):
    late = demandes.lire(
        team.medecin, asked(NatureDemande.LIMITATION, date(2026, 10, 1), "Sa mère")
    )
    assert words.state(late) == ("En retard", "danger")
    assert words.nature(late) == "Faire limiter l’usage"
    told = "Demandée par Sa mère, reçue par Dr Exemple. À répondre avant le 01/11/2026."
    assert words.detail(late) == told


def test_that_an_answer_and_a_refusal_say_who_gave_them(team, asked):
    given, refused = asked(), asked()
    demandes.repondre(team.medecin, given, Remise.COURRIER, "Recommandé.")
    demandes.refuser(team.medecin, refused, "Identité non établie")
    one, other = (demandes.lire(team.medecin, x) for x in (given, refused))
    assert words.state(one) == ("Répondue", "ok")
    assert words.detail(one).endswith(" Par courrier le 19/11/2026 par Dr Exemple. Recommandé.")
    assert words.state(other) == ("Refusée", "info")
    assert "Refusée le 19/11/2026 par Dr Exemple. Identité non établie" in words.detail(other)


def test_that_what_is_handed_over_is_counted(team):
    _, _, one = everything(team)
    lu = dossier_complet.ouvrir(team.medecin, one.id)
    chosen = Relecture(("sa mère", "frère"), {TYPED["mienne"]: "x"}, vus=frozenset({TYPED["note"]}))
    assert words.summary(lu, chosen) == (
        "21\xa0textes et 1\xa0document au dossier.",
        "2\xa0textes signalés n’ont pas été lus\xa0: revenez à l’étape 2.",
        "2\xa0passages retirés, 1\xa0texte entier, 0\xa0document.",
        "3\xa0éléments scellés ou réservés\xa0: le document dit à qui les demander.",
    )

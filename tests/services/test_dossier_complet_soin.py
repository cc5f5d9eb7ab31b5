"""The care is told in seven chapters; of a meeting, one person's part alone."""

import pytest

from microstructure_desktop.services.dossier_complet_lecture import Sources
from microstructure_desktop.services.dossier_complet_soin import chapitres_de_soin
from microstructure_desktop.services.versions import Reader
from tests import factories as make

from .cases import write
from .decided import SEPTEMBER, a_decision, a_meeting, about
from .merges import joined


@pytest.fixture
def told(team):
    def tell(patient, *ids):
        with team.medecin.store.read() as work:
            sources = Sources(Reader(team.medecin, work, {}), patient, frozenset(ids))
            return {c.titre: c.entrees for c in chapitres_de_soin(sources)}

    return tell


def words(entrees):
    return [x.texte for e in entrees for p in e.parties for x in p.lignes]


def test_that_a_meeting_tells_of_one_person_under_each_of_their_records(told, team):
    sophie, twin, other = (
        team.patient(),
        team.patient("Legende", "Sofie", programme=None, debut=None),
        team.patient("Autre", "Alix"),
    )
    a_meeting(
        team, SEPTEMBER,
        about(twin, a_decision("Voir le bailleur", "1")),
        about(other, a_decision("Voir le juge", "2")),
        organisation="Ordre du jour de tous",
    )  # fmt: skip
    joined(team, sophie, twin)
    found = told(sophie, sophie.id, twin.id)
    said = " ".join(words(found["Réunions de synthèse"]) + words(found["Décisions et suites"]))
    assert "Voir le bailleur" in said
    assert "juge" not in said
    assert "Ordre du jour" not in said


def test_that_a_question_is_titled_by_its_day_and_an_unknown_form_stops_nothing(told, team):
    sophie = team.patient()
    write(team, "questions", make.a_question(patient=sophie.id, texte="Sa mère ?"))
    write(team, "fiches", make.a_fiche(patient=sophie.id, form="disparue"))
    found = told(sophie, sophie.id)
    assert [e.titre for e in found["Questions pour la réunion"]] == ["Question du 20/11/2026"]
    assert len(found["Fiches et échelles"]) == 1
    assert len(found) == 7

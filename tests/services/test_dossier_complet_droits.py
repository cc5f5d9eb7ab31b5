"""What stands beside the care: who, what was said, papers, billing, what left the cabinet."""

from datetime import date

import pytest

from microstructure_desktop.domain.consultation import Issue
from microstructure_desktop.domain.declaration import Declaration, Objet
from microstructure_desktop.domain.envoi import Envoi
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import new_id
from microstructure_desktop.services.dossier_complet_droits import (
    chapitres_d_abord,
    chapitres_ensuite,
)
from microstructure_desktop.services.dossier_complet_lecture import Sources
from microstructure_desktop.services.versions import Reader
from tests.cabinet import TODAY

from .cases import write


@pytest.fixture
def told(team):
    def tell(patient):
        names = {o.membre.id: o.membre.nom_affiche for o in team.offices.values()}
        with team.medecin.store.read() as work:
            reader = Reader(team.medecin, work, names)
            sources = Sources(reader, patient, frozenset({patient.id}))
            every = (*chapitres_d_abord(sources), *chapitres_ensuite(sources))
        return {c.titre: [lines(e) for e in c.entrees] for c in every}

    return tell


def lines(entree):
    return [(x.label, x.texte) for p in entree.parties for x in p.lignes]


def test_that_an_objection_says_before_whom_and_its_end(told, team):
    sophie, psy = team.patient(), team.psychologue.membre.id
    for oppose, changes in ((True, {"role": Role.MEDECIN}), (False, {"membre": psy})):
        said = Declaration(new_id(), sophie.id, Objet.PARTAGE, oppose, TODAY, psy, **changes)
        write(team, "declarations", said)
    first, last = told(sophie)["Information, accords et oppositions"]
    assert first[:2] == [
        ("Opposition à", "le partage de vos informations"),
        ("Devant", "médecin généraliste"),
    ]
    assert last[0][0] == "Fin de l’opposition à"
    assert last[1] == ("Devant", "C. Modèle")


def test_that_activity_counts_what_was_held_and_what_was_missed(told, team):
    sophie = team.patient()
    team.seance(sophie.id, date(2026, 9, 3))
    team.seance(sophie.id, date(2026, 10, 5))
    team.seance(sophie.id, date(2026, 10, 12), issue=Issue.ABSENT_EXCUSE)
    (found,) = told(sophie)["Activité comptée"]
    assert found == [("2026, psychologue", "2\xa0actes"), ("Rendez-vous manqués", "1")]


def test_that_only_the_months_since_the_person_came_are_told(told, team):
    sophie = team.patient()  # included on 3 March
    for rank, (month, apart) in enumerate(
        (("2026-02", ()), ("2026-03", ()), ("2026-10", (sophie.id,)), ("2026-09", None)), 1
    ):
        write(team, "envois", Envoi(new_id(), month, rank, "0" * 64, ecartes=apart))
    (found,) = told(sophie)["Ce qui a été transmis"]
    assert found == [("Mois envoyés depuis votre entrée", "mars\xa02026, septembre\xa02026")]
    alone = team.patient("Seule", "Ana", programme=None, debut=None)
    assert told(alone)["Ce qui a été transmis"] == []

"""The certificate says what went and why, and nothing that tells who."""

from datetime import date, time

import pytest

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.sauvegarde import Genre
from microstructure_desktop.services import fusion_moves, journal, sauvegardes
from microstructure_desktop.services.certificat_effacement import KINDS, certificat
from microstructure_desktop.services.effacement import REUNION
from microstructure_desktop.services.effacement_registre import registre
from microstructure_desktop.store.failures import RecordMissing
from tests.reports.reading import plain, whole

from .erasures import CANARY, MOTIF, erase, somebody


@pytest.fixture
def done(team):
    return erase(team, somebody(team))


def test_that_it_says_what_went_and_by_whom(team, done):
    office = team.medecin
    document = certificat(office, done.id, done)
    said = plain(whole(document.pdf))
    for part in (
        "n° 0001 · initiales ZZ",
        "Fin de la durée de conservation",
        MOTIF,
        "1 séance",
        "1 fiche",
        done.empreinte,
        "Aucune copie connue du cabinet ne reste à reprendre.",
    ):
        assert part in said
    assert CANARY not in said
    assert "avant cet effacement" not in said
    assert "à la main" not in said
    assert not document.nominatif


def test_that_it_says_what_the_application_cannot_reach(team, tmp_path):
    patient, office = somebody(team), team.medecin
    for _ in range(2):
        sauvegardes.sur_support(office, tmp_path, Genre.EXPORTEE)
    # A version before this one wrote the reason there.
    journal.note(office, Action.BRIS_DE_GLACE, patient=patient.id, motif="Malaise, appel du 15")
    team.clock.set(date(2026, 11, 20), time(9))
    done = erase(team, patient)
    sauvegardes.sur_support(office, tmp_path, Genre.EXPORTEE)
    said = plain(whole(certificat(office, done.id).pdf))
    assert (
        "2 sauvegardes exportées hors de l’application avant cet effacement, la dernière le "
        "19/11/2026" in said
    )
    assert "1 motif écrit à la main, jusqu’au 19/11/2027" in said


def test_that_it_says_where_the_name_was_left(team):
    other = team.patient("Reste", "Marie")
    team.seance(other.id, date(2026, 11, 12), note_partagee=f"Vient avec {CANARY}.")
    done = erase(team, somebody(team))
    assert done.effacement.mentions == 1
    (line,) = registre(team.medecin)
    assert line.effacement == done.effacement
    said = plain(whole(certificat(team.medecin, line.id).pdf))
    assert "que le médecin peut lire : 1 texte montré avant l’effacement." in said


def test_that_a_later_copy_has_no_initials(team, done):
    (line,) = registre(team.psychologue)
    said = plain(whole(certificat(team.psychologue, line.id).pdf))
    assert "n° 0001" in said
    assert "initiales" not in said


def test_that_nobody_erased_has_none(team, done):
    with pytest.raises(RecordMissing):
        certificat(team.medecin, "inconnu")


def test_that_every_kind_that_is_counted_has_its_words(team):
    with team.medecin.store.read() as work:
        assert set(KINDS) == {*fusion_moves.records(work), REUNION}

"""Sums of the report, counted by hand."""

from microstructure_desktop.animateur import report_sums
from microstructure_desktop.animateur.report_sums import Consommation, SommeMetier
from microstructure_desktop.exchange.contents import Acteur, Modalite, NatureActe

from .annees import TOTAL

PSY, TS = Acteur.PSYCHOLOGUE, Acteur.TRAVAILLEUR_SOCIAL


def test_that_a_missed_appointment_and_a_meeting_are_no_acts():
    done = report_sums.honores(TOTAL)
    assert report_sums.nombre(done) == 162 + 40 + 4
    assert report_sums.minutes(done) == 7290 + 2400 + 60


def test_that_each_profession_has_its_own():
    assert report_sums.par_acteur(TOTAL) == {
        PSY: SommeMetier(162, 7290, 11),
        TS: SommeMetier(40, 2400, 0),
        Acteur.PSYCHIATRE: SommeMetier(4, 60, 0),
    }


def test_that_each_nature_says_where():
    found = report_sums.par_nature(TOTAL)
    assert list(found) == [NatureActe.ENTRETIEN_INDIVIDUEL, NatureActe.CONCERTATION]
    assert found[NatureActe.ENTRETIEN_INDIVIDUEL] == {
        Modalite.CABINET: 162,
        Modalite.DISTANCE: 0,
        Modalite.DOMICILE: 40,
        Modalite.HORS_PATIENT: 0,
    }


def test_that_the_psychiatrist_is_counted_out_of_meetings():
    assert report_sums.psychiatre(TOTAL) == 60


def test_that_acts_done_stand_beside_acts_paid():
    unknown, known = TOTAL.forfaits
    assert report_sums.consommes(unknown) == ()
    assert report_sums.consommes(known) == (
        Consommation(Acteur.MEDECIN_GENERALISTE, 90, 120),
        Consommation(PSY, 600, 720),
        Consommation(TS, 700, 840),
    )

"""A month of the psychiatrist, as the tests of her page count it."""

from datetime import date, time

from microstructure_desktop.domain.consultation import Issue, TypeActe
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.synthese import TypeDecision
from tests.cabinet import TODAY
from tests.factories import a_permanence, an_absence

from .cases import asked, planned, write
from .decided import a_decision, decided

THIRD, TENTH = date(2026, 11, 3), date(2026, 11, 10)
SEEN = {
    "avis_demande_par": "PSYCHOLOGUE",
    "avis_question": "Un traitement aiderait-il ?",
    "traitement_suite": "CHANGE",
    "certificats": ["MDPH"],
    "revoir_psychiatre": True,
}
OPINION = {"avis_demande_par": "MG", "avis_question": "Baisser la dose ?"}


def seen(team, patient, jour=THIRD, duree=30, **answers):
    """A consultation of the psychiatrist with its answers."""
    return team.seance(
        patient.id, jour, Role.PSYCHIATRE, duree=duree, reponses={"seance_psychiatre": answers}
    )


def opinion(team, patient, jour=TENTH, duree=15, **answers):
    return team.seance(
        patient.id,
        jour,
        Role.PSYCHIATRE,
        type=TypeActe.AVIS_PSYCHIATRE_EQUIPE,
        duree=duree,
        reponses={"seance_avis_equipe": answers},
    )


def a_month(team, sophie, jean):
    """30 and 20 minutes with Sophie, 15 of advice about Jean, 45 of meeting: 110 of 120."""
    her = team[Role.PSYCHIATRE].membre.id
    seen(team, sophie, **SEEN)
    seen(team, sophie, TENTH, 20, traitement_suite="POURSUIVI")
    opinion(team, jean, **OPINION)
    team.seance(jean.id, THIRD, Role.PSYCHIATRE, duree=30, issue=Issue.ABSENT_EXCUSE)
    planned(team, jean, date(2026, 11, 24), Role.PSYCHIATRE, heure=time(10))
    tuesdays = a_permanence(membre=her, jour_semaine=1, debut=time(9), fin=time(9, 30))
    write(team, "permanences", tuesdays)
    away = an_absence(membre=her, du=date(2026, 11, 16), au=date(2026, 11, 20))
    write(team, "absences", away)
    for role in (Role.PSYCHOLOGUE, Role.PSYCHIATRE):
        asked(team, jean, "Hospitaliser ?", role)
    wanted = a_decision("Avis sur le sommeil", "1", type=TypeDecision.AVIS_PSYCHIATRE)
    lasting = {"debut": time(13), "fin": time(13, 45), "presents": (her,)}
    decided(team, sophie, wanted, jour=TODAY, **lasting)

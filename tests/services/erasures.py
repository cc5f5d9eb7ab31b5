"""Somebody who has something of everything, and how a doctor erases them."""

from datetime import date

from microstructure_desktop.domain.effacement import Fondement
from microstructure_desktop.services import effacement
from tests.cabinet import PASSPHRASE

from .cases import asked, filled, planned
from .merges import typed

CANARY = "Zyxwvutsrq"
MOTIF = "Fin de conservation, décidé en équipe"


def somebody(team):
    patient = team.patient(CANARY, CANARY)
    team.seance(patient.id, date(2026, 11, 12), note_partagee=CANARY * 50)
    asked(team, patient, CANARY)
    filled(team, patient, motif_libre=CANARY)
    planned(team, patient, date(2026, 12, 3))
    typed(team, patient, "droits")
    return patient


def erase(team, patient, **changed):
    given = {"phrase": PASSPHRASE, "fondement": Fondement.FIN_CONSERVATION, "motif": MOTIF}
    return effacement.effacer(team.medecin, patient.id, **{**given, **changed})

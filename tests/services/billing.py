"""Forfaits of the small cabinet, as far as each test wants them."""

from datetime import date, timedelta

from microstructure_desktop.domain.consultation import TypeActe
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import facturation, forfaits
from microstructure_desktop.services.facturation import Choix
from microstructure_desktop.services.forfait_lignes import Groupe
from tests import factories as make

from .cases import write

ENTRY = ("medicale_entree", "psychologique_entree", "sociale_entree")
INFORMED = date(2026, 3, 3)
WHOLE = (1, 6, 7)
_TYPES = {
    Role.MEDECIN: TypeActe.CONS_MG_LONGUE,
    Role.PSYCHOLOGUE: TypeActe.CONS_PSY,
    Role.TRAVAILLEUR_SOCIAL: TypeActe.ENTRETIEN_TS,
}


def followed(team, nom="Légende", prenom="Sophie", *, done=(0, 0, 0), papers=True, **changes):
    """Somebody included, their papers there unless told otherwise, and acts in the first weeks."""
    changes.setdefault("debut", date(2026, 3, 3))
    given = {"information_remise": changes["debut"]} if papers else {}
    made = team.patient(nom, prenom, **given, **changes)
    for form in ENTRY if papers else ():
        write(
            team,
            "fiches",
            make.a_fiche(patient=made.id, form=form, jour=changes["debut"], complete=True),
        )
    acts(team, made, changes["debut"], done)
    return made


def acts(team, patient, debut, done):
    for role, number in zip(_TYPES, done, strict=True):
        for rank in range(number):
            write(
                team,
                "consultations",
                make.a_consultation(
                    patient=patient.id,
                    membre=team[role].membre.id,
                    role=role,
                    type=_TYPES[role],
                    jour=debut + timedelta(days=7 * rank),
                ),
                role,
            )


def board(team, role=Role.PSYCHOLOGUE, **asked):
    return forfaits.forfaits(team[role], **asked)


def line(team, patient, **asked):
    """The latest forfait of somebody."""
    return [x for x in board(team, **asked).lignes if x.patient.id == patient.id][-1]


def choices(team, role=Role.PSYCHOLOGUE):
    return [Choix.de(x) for x in board(team, role).du_groupe(Groupe.FACTURABLE)]


def prepared(team, role=Role.PSYCHOLOGUE):
    return facturation.preparer(team[role], choices(team, role))

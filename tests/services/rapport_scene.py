"""A cabinet counted by hand, for the annual report: somebody in it objects to being counted.

2025: Luc met twice by the psychologist; Alix, who objects to being counted, once.
2026: Sophie met by the psychologist and by the social worker, Luc once by the psychologist.
"""

from datetime import date

from microstructure_desktop.domain.declaration import Declaration, Objet
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import new_id
from tests.cabinet import TODAY

from .cases import write


def counted(team):
    """The three of them, by first name."""
    luc = team.patient("Bernard", "Luc", naissance=date(1980, 1, 2), debut=date(2025, 2, 1))
    alix = team.patient("Caché", "Alix", naissance=date(1970, 3, 4), debut=date(2025, 2, 1))
    sophie = team.patient()
    for jour in (date(2025, 9, 2), date(2025, 10, 7), date(2026, 5, 5)):
        team.seance(luc.id, jour)
    team.seance(alix.id, date(2025, 9, 3))
    team.seance(sophie.id, date(2026, 4, 1))
    team.seance(sophie.id, date(2026, 4, 8), Role.TRAVAILLEUR_SOCIAL)
    objects(team, alix)
    return {"luc": luc, "alix": alix, "sophie": sophie}


def objects(team, patient):
    said = team.psychologue.membre.id
    write(
        team,
        "declarations",
        Declaration(new_id(), patient.id, Objet.STATISTIQUE, True, TODAY, said),
    )

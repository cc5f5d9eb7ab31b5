"""Social steps taken with people, in fiches and from session to session (A21)."""

from collections.abc import Iterable, Mapping
from datetime import date

from microstructure_desktop.domain.ids import PatientId

from .dernieres import Nom, file_active, groupe, jusqu_au, origine
from .faits import Faits, Periode
from .lecture import soir
from .reponses import Reponses
from .valeur import Resultat, personnes

DEMARCHE, ETAT = "CL31", "CL31_ETAT"
ABOUTIE = "aboutie"
DROITS = "droits"
OUVERTES, ABOUTIES, DROITS_OUVERTS = "ouvertes", "abouties", "droits_ouverts"

Premieres = Mapping[tuple[PatientId, str], date]


def a21(faits: Faits, periode: Periode) -> Resultat:
    """Steps begun, and steps that succeeded, for people of the file active of the year (A01).

    By kind (CL31), from the rows of fiches and of kept sessions of the social worker. Begun in the
    year: first ever said of that person in it, whatever its state. Succeeded in the year: first
    ever said to have succeeded in it. A second one of the same kind for the same person is not told
    apart, so that what is written again each time counts once. Then people with a step begun, with
    a step that succeeded, and with a right opened (a kind in the group « droits »).
    """
    seen = file_active(faits, periode)
    begun, done = _premieres(faits, jusqu_au(faits, seen, soir(faits, periode)))
    begun = {key: day for key, day in begun.items() if day in periode}
    done = {key: day for key, day in done.items() if day in periode}
    rights = (p for p, kind in done if groupe(faits, DEMARCHE, kind) == DROITS)
    listed = faits.lexique.codes.get(DEMARCHE, ())
    kinds = dict.fromkeys((*listed, *sorted({kind for _, kind in (*begun, *done)})))
    return Resultat(
        "A21",
        (
            personnes(OUVERTES, (p for p, _ in begun)),
            personnes(ABOUTIES, (p for p, _ in done)),
            personnes(DROITS_OUVERTS, rights),
            *(
                personnes(f"{name}_{kind}", (p for p, other in found if other == kind))
                for kind in kinds
                for name, found in ((OUVERTES, begun), (ABOUTIES, done))
            ),
        ),
    )


def _premieres(faits: Faits, ever: Iterable[Reponses]) -> tuple[Premieres, Premieres]:
    """The first day of each step of each person, and the first day it succeeded."""
    begun: dict[tuple[PatientId, str], date] = {}
    done: dict[tuple[PatientId, str], date] = {}
    for une in ever:
        states = origine(faits, Nom.DEMARCHE_ETAT).rangs(une)
        for row, kind in origine(faits, Nom.DEMARCHE).rangs(une).items():
            if isinstance(kind, str) and kind:
                begun.setdefault((une.patient, kind), une.jour)
                if groupe(faits, ETAT, states.get(row, "")) == ABOUTIE:
                    done.setdefault((une.patient, kind), une.jour)
    return begun, done

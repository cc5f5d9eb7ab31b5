"""A year of a region counted by hand: three structures told of, out of thirty."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from microstructure_desktop.animateur.annee import Annee, Lignes
from microstructure_desktop.animateur.completeness import (
    Case,
    Completude,
    EtatCase,
    LigneTableau,
    Tableau,
)
from microstructure_desktop.animateur.forfait_prevu import Prestations
from microstructure_desktop.animateur.model import Structure
from microstructure_desktop.animateur.sql.lignes import Ligne
from microstructure_desktop.animateur.totals import SommeActes, SommeForfaits
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.exchange.contents import (
    Acteur,
    LigneActivite,
    LigneFileActive,
    LigneFonctionnement,
    LigneForfaits,
    Modalite,
    NatureActe,
    Statut,
)
from microstructure_desktop.exchange.convention import Convention

from .sommes import ANNEE, OCTOBRE

CONVENTION = Convention("OCC", "RAMIP", "contact@example.org", "00" * 32, ())
LILAS = Structure("OCC-31-001", "OCC", "Cabinet des Lilas", "", "", date(2025, 1, 5), Mois(2025, 1))
PORT = replace(LILAS, id="OCC-34-002", nom="Maison de santé du Port")
OCT, NOV = Mois(2025, 10), Mois(2025, 11)
NOVEMBRE = replace(OCTOBRE, periode="2025-11", completude=Completude(30, 30), file_active=330)

TOTAL = replace(
    ANNEE,
    file_active=640,
    actes=(
        *ANNEE.actes,
        SommeActes(Acteur.PSYCHOLOGUE, NatureActe.RDV_NON_HONORE, Modalite.CABINET, 11, 0),
        SommeActes(Acteur.PSYCHIATRE, NatureActe.CONCERTATION, Modalite.HORS_PATIENT, 4, 60),
        SommeActes(
            Acteur.COORDINATION, NatureActe.REUNION_SYNTHESE, Modalite.HORS_PATIENT, 29, 2000
        ),
    ),
    forfaits=(SommeForfaits(Decimal(529), 5, 4, 1, Prestations(0, 0, 0), None), *ANNEE.forfaits),
)
SMALL = replace(TOTAL, completude=Completude(1, 2), masquees=1, file_active=0, actes=())
WHOLE = Annee(
    2025,
    CONVENTION,
    Tableau(
        (OCT, NOV),
        (
            LigneTableau(LILAS, (Case(OCT, EtatCase.CORRIGE, 2), Case(NOV, EtatCase.RECU, 1)), ()),
            LigneTableau(PORT, (Case(OCT, EtatCase.MANQUANT), Case(NOV, EtatCase.RECU, 1)), ()),
        ),
    ),
    TOTAL,
    (OCTOBRE, NOVEMBRE),
    ((LILAS, replace(TOTAL, completude=Completude(2, 2), masquees=0)), (PORT, SMALL)),
    Lignes(
        (
            Ligne(
                "OCC-31-001",
                OCT,
                LigneActivite(
                    "2025-09/2025-10",
                    Acteur.PSYCHOLOGUE,
                    NatureActe.ENTRETIEN_INDIVIDUEL,
                    Modalite.CABINET,
                    6,
                    270,
                ),
            ),
        ),
        (Ligne("OCC-31-001", OCT, LigneForfaits("2025-10", 3, 2, 1, Decimal("829.00"), 1, 4, 5)),),
        (
            Ligne("OCC-31-001", OCT, LigneFileActive("2025-10", 10, 13, Statut.EXACT)),
            Ligne("OCC-34-002", NOV, LigneFileActive("2025-11", None, 6, Statut.REGROUPE)),
        ),
        (Ligne("OCC-31-001", OCT, LigneFonctionnement("2025-10", 1, 4, 60, None)),),
    ),
    NOV,
    0,
)
EMPTY = replace(
    WHOLE,
    total=replace(TOTAL, actes=(), forfaits=(), completude=Completude(0, 1), formations=None),
    structures=((LILAS, replace(SMALL, masquees=0, completude=Completude(0, 1))),),
    lignes=Lignes((), (), (), ()),
)

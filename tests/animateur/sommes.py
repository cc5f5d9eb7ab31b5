"""Sums of a region counted by hand: twenty-seven structures out of thirty."""

from dataclasses import replace
from decimal import Decimal

from microstructure_desktop.animateur.completeness import Completude
from microstructure_desktop.animateur.forfait_prevu import Prestations
from microstructure_desktop.animateur.totals import SommeActes, SommeForfaits, Totaux
from microstructure_desktop.exchange.contents import Acteur, Modalite, NatureActe

OCTOBRE = Totaux(
    "2025-10",
    Completude(27, 30),
    (
        SommeActes(
            Acteur.PSYCHOLOGUE, NatureActe.ENTRETIEN_INDIVIDUEL, Modalite.CABINET, 162, 7290
        ),
        SommeActes(
            Acteur.TRAVAILLEUR_SOCIAL, NatureActe.ENTRETIEN_INDIVIDUEL, Modalite.DOMICILE, 40, 2400
        ),
    ),
    (SommeForfaits(Decimal("829.00"), 120, 100, 18, Prestations(27, 160, 40), None),),
    310,
    640,
    2,
    29,
    118,
    1740,
    None,
)
ANNEE = replace(
    OCTOBRE,
    periode="2025",
    forfaits=(
        SommeForfaits(
            Decimal("829.00"), 120, 100, 18, Prestations(90, 600, 700), Prestations(120, 720, 840)
        ),
    ),
    formations=12,
)

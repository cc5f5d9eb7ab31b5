"""Annual reports to print: one with everything, an empty one, a long one."""

from dataclasses import replace

from microstructure_desktop.domain.rapport_annuel import Section, Version
from microstructure_desktop.reports.printed_rapport import (
    ChapitreImprime,
    RapportImprime,
    TableauImprime,
)
from tests import factories as make
from tests.charts.cases import barres, courbe
from tests.reports import cases

VUS = TableauImprime(
    "File active",
    ("2026", "Part", "2025"),
    (("Personnes vues", "24", "", "20"), ("Nouvelles", "10 sur 24", "42\u00a0%", "8 sur 20")),
    "Hors de ces parts\u00a0: 2\u00a0réponses non connues.",
)
ARGENT = TableauImprime(
    "Financeur",
    ("Nature", "Période", "Montant", "Part de 2026"),
    (
        (
            "ARS",
            "Fonctionnement",
            "01/07/2025 au 30/06/2026",
            "36\u202f500,00\u00a0€",
            "18\u202f100,00\u00a0€",
        ),
    ),
)
REUNIONS = TableauImprime(
    "Date",
    ("Réunion", "Durée"),
    (("29\u00a0janvier\u00a02026", "Réunion de synthèse", "1\u00a0h"),),
)


def chapitres(*filled: ChapitreImprime) -> tuple[ChapitreImprime, ...]:
    """The sixteen, those that are given in their place."""
    known = {c.section: c for c in filled}
    return tuple(
        replace(
            known.get(section, ChapitreImprime(section, 0, "", vide="Rien n’est noté.")),
            numero=numero,
            titre=f"Partie {section.value}",
        )
        for numero, section in enumerate(Section, start=1)
    )


FULL = RapportImprime(
    cases.CABINET,
    2026,
    Version.INTERNE,
    "Version interne\u00a0: chiffres exacts.",
    (("24", "personnes vues"), ("10", "réunions")),
    chapitres(
        ChapitreImprime(
            Section.FILE_ACTIVE,
            3,
            "",
            ("24 personnes vues en 2026.",),
            (courbe(), barres()),
            (VUS,),
            "Le cabinet a déménagé.\n\nOn vient de plus loin.",
        ),
        ChapitreImprime(Section.FORFAITS, 13, "", tableaux=(ARGENT,)),
    ),
    (("File active", "Personnes vues au moins une fois."),),
    (),
    REUNIONS,
    make.NOW,
)
OUTSIDE = replace(FULL, version=Version.DIFFUSABLE, retenus=("Logement", "Ressources"))
EMPTY = replace(
    FULL, cles=(), chapitres=chapitres(), definitions=(), reunions=replace(REUNIONS, lignes=())
)
LONG = replace(
    FULL,
    chapitres=chapitres(
        *(
            ChapitreImprime(
                section,
                0,
                "",
                (cases.MOYEN,) * 3,
                (courbe(),),
                (replace(VUS, lignes=VUS.lignes * 30), ARGENT),
                cases.MOYEN * 4,
            )
            for section in Section
        )
    ),
    definitions=FULL.definitions * 30,
    reunions=replace(REUNIONS, lignes=REUNIONS.lignes * 60),
)

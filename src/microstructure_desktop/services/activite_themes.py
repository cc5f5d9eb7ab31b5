"""What belongs together when activity is read: indicators by theme."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """`codes` in the order they are read, monthly and annual ones together."""

    cle: str
    titre: str
    codes: tuple[str, ...]


QUI, ACTES, SANTE, EVOLUTION = "qui", "actes", "sante", "evolution"
THEMES = (
    Theme(QUI, "Qui vient", ("M01", "M02", "M15", "M04", "A01", "A02", "A03", "A05", "M03")),
    Theme("parcours", "Sorties et maintien", ("A17", "A18", "A27")),
    Theme("profil", "Profil", ("A06",)),
    Theme(ACTES, "Actes et présences", ("M05", "A15", "M06", "A16")),
    Theme("reunions", "Permanences et réunions", ("M08", "M09", "M10", "A23", "A24")),
    Theme("forfaits", "Forfaits", ("M11", "M12", "A22")),
    Theme("delais", "Délais", ("M13", "M14")),
    Theme("entourage", "Entourage", ("M07", "A04")),
    Theme("conduites", "Conduites et traitements", ("A08", "A09", "A10")),
    Theme(SANTE, "Santé", ("A11", "A12", "A13", "A14")),
    Theme("precarite", "Précarité et démarches", ("A07", "A21")),
    Theme(EVOLUTION, "Évolution", ("A19", "A20", "A26")),
    Theme("qualite", "Qualité des données", ("A25",)),
)
_AUTRES = "autres"


def themes(codes: Iterable[str]) -> tuple[Theme, ...]:
    """Those that have something to show, and what no theme names at the end."""
    shown = frozenset(codes)
    found = [Theme(t.cle, t.titre, tuple(c for c in t.codes if c in shown)) for t in THEMES]
    named = {code for theme in THEMES for code in theme.codes}
    found.append(Theme(_AUTRES, "Autres chiffres", tuple(sorted(shown - named))))
    return tuple(theme for theme in found if theme.codes)

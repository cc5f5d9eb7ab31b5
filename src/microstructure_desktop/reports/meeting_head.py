"""How minutes and their extracts begin: which meeting it was, where, and who was there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from microstructure_desktop import french
from microstructure_desktop.domain.equipe import Role

from . import wording
from .flow import Dressing, block, columns, line, room, space
from .styles import (
    ACCENT,
    BODY,
    GUTTER,
    LABEL,
    MM,
    OVERLINE,
    SECTION,
    SUBTITLE,
    THICK,
    TITLE,
)
from .text import DASH

if TYPE_CHECKING:
    from collections.abc import Iterable

    from microstructure_desktop.domain.ids import MembreId

    from .printed import Minutes

FACTS = columns(1, 5.2, gutter=GUTTER, styles=(LABEL, BODY))


def head(contenu: Minutes, title: str) -> list[Any]:
    synthese = contenu.synthese
    psychiatre = any(contenu.membres[m].role is Role.PSYCHIATRE for m in synthese.presents)
    redacteur = (synthese.redacteur,) if synthese.redacteur else ()
    facts = (
        ("Présents", _people(contenu, synthese.presents)),
        ("Excusés", _people(contenu, synthese.excuses)),
        ("Psychiatre présent", "oui" if psychiatre else "non"),
        ("Rédaction", _people(contenu, redacteur)),
    )
    return [
        line(f"RÉUNION DE SYNTHÈSE N°\xa0{contenu.numero}", OVERLINE),
        line(title, TITLE),
        line(_when_and_where(contenu), SUBTITLE, Dressing(after=4 * MM)),
        *(block(fact, FACTS, Dressing(before=2)) for fact in facts),
    ]


def section(title: str, below: float = 18 * MM) -> list[Any]:
    """A title, with room for `below` under it on the same page."""
    named = line(title, SECTION, Dressing(before=5, after=3, rule=ACCENT, weight=THICK))
    return [space(7 * MM), room(named.wrap(0, 0)[1] + below), named]


def edition(contenu: Minutes) -> str:
    """« Version 1 + 2 additifs · édité le … · empreinte … »: what tells two printouts apart."""
    le = wording.instant(contenu.edite_le)
    return f"{_version(contenu)} · édité le {le} · empreinte {contenu.empreinte}"


def _version(contenu: Minutes) -> str:
    if contenu.provisoire:
        return "Version provisoire"
    written = contenu.additifs_ecrits
    return f"Version\xa01 + {french.count(written, 'additif')}" if written else "Version\xa01"


def _when_and_where(contenu: Minutes) -> str:
    synthese = contenu.synthese
    jour = french.long_date(synthese.jour)
    debut = french.clock(synthese.debut)
    if synthese.fin is None:
        heures = f"à partir de\xa0{debut}"
    else:
        heures = f"de\xa0{debut} à\xa0{french.clock(synthese.fin)}"
    remote = "en visioconférence" if synthese.visio else ""
    parts = (f"{jour}, {heures}", synthese.lieu, remote)
    return " · ".join(part for part in parts if part.strip())


def _people(contenu: Minutes, membres: Iterable[MembreId]) -> str:
    return ", ".join(wording.membre(contenu.membres[m]) for m in membres) or DASH

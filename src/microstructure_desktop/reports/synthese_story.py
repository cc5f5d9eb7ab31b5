"""What the minutes say, from the heading to the signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from microstructure_desktop import french
from microstructure_desktop.domain import activite
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.synthese import Motif

from . import wording
from .flow import Dressing, block, columns, line, room, space
from .situation_story import situation
from .styles import (
    ACCENT,
    BODY,
    GUTTER,
    HAIRLINE,
    HEADING,
    LABEL,
    MM,
    NAME,
    OVERLINE,
    SECTION,
    STRONG,
    SUBTITLE,
    THICK,
    TITLE,
)
from .text import DASH

if TYPE_CHECKING:
    from collections.abc import Iterable

    from microstructure_desktop.domain.ids import MembreId

    from .layout import Running
    from .printed import Minutes

_FACTS = columns(1, 5.2, gutter=GUTTER, styles=(LABEL, BODY))
_REPRISES = columns(2.1, 4.6, 1.5, 1.2, gutter=GUTTER, styles=(STRONG, BODY, BODY, BODY))
_FIGURES = columns(1, 1, 1, 1, 1, gutter=GUTTER, styles=(NAME,) * 5)
_SIGNATURES = 4
_ROWS_TOGETHER = 2
_SIGNING_ROOM = 17 * MM


def story(contenu: Minutes, running: Running) -> list[Any]:
    return [
        *_head(contenu),
        *_reprises(contenu),
        *_situations(contenu, running),
        *_releve(contenu),
        *_organisation(contenu),
        *_signatures(contenu),
    ]


def _head(contenu: Minutes) -> list[Any]:
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
        line("Compte rendu", TITLE),
        line(_when_and_where(contenu), SUBTITLE, Dressing(after=4 * MM)),
        *(block(fact, _FACTS, Dressing(before=2)) for fact in facts),
    ]


def _when_and_where(contenu: Minutes) -> str:
    synthese = contenu.synthese
    jour = french.long_date(synthese.jour)
    debut = french.clock(synthese.debut)
    if synthese.fin is None:
        heures = f"à partir de\xa0{debut}"
    else:
        heures = f"de\xa0{debut} à\xa0{french.clock(synthese.fin)}"
    return " · ".join(part for part in (f"{jour}, {heures}", synthese.lieu) if part.strip())


def _people(contenu: Minutes, membres: Iterable[MembreId]) -> str:
    return ", ".join(wording.membre(contenu.membres[m]) for m in membres) or DASH


def _section(title: str, below: float = 18 * MM) -> list[Any]:
    """A title, with room for `below` under it on the same page."""
    return [
        space(7 * MM),
        room(SECTION.leading + below),
        line(title, SECTION, Dressing(before=5, after=3, rule=ACCENT, weight=THICK)),
    ]


def _reprises(contenu: Minutes) -> list[Any]:
    reprises = contenu.synthese.reprises
    title = _section("Suites des décisions précédentes")
    if not reprises:
        return [*title, line("Aucune décision en attente.", BODY)]
    heading = ("Personne suivie", "Décision", "Qui", "Suite")
    rows: list[Any] = []
    for rank, reprise in enumerate(reprises):
        decision = reprise.decision
        qui = contenu.membres[decision.qui].nom_affiche if decision.qui else DASH
        texts = (
            contenu.patients[reprise.patient].nom_affiche,
            f"{decision.texte} (réunion du\xa0{french.numeric_date(reprise.depuis)})",
            qui,
            wording.SUITES[decision.suite],
        )
        dressing = Dressing(
            before=3,
            after=3,
            rule=HAIRLINE if rank else None,
            heading=None if rank else (heading, HEADING),
        )
        rows.append(block(texts, _REPRISES, dressing))
    return [*title, *rows]


def _situations(contenu: Minutes, running: Running) -> list[Any]:
    vues = contenu.synthese.vues
    title = _section("Situations évoquées", below=60 * MM if vues else 18 * MM)
    held = [line(_held_back(contenu.retenues), BODY)] if contenu.retenues else []
    if not vues and not held:
        return [*title, line("Aucune situation n’a été évoquée.", BODY)]
    flowables = title
    for rank, vue in enumerate(vues):
        flowables += situation(contenu, vue, running, first=rank == 0)
    return [*flowables, *held]


def _held_back(count: int) -> str:
    plural = "s" if count > 1 else ""
    verb = "ne sont" if plural else "n’est"
    return (
        f"{count} situation{plural} {verb} pas communiquée{plural} ici, "
        f"à la demande de la personne\xa0: ce compte rendu est celui de qui l’a imprimé."
    )


def _releve(contenu: Minutes) -> list[Any]:
    synthese = contenu.synthese
    vues = synthese.vues
    figures = {
        "Patients évoqués": str(len(vues)),
        "Inclusions": str(sum(s.motif is Motif.INCLUSION for s in vues)),
        "Sorties": str(sum(s.motif is Motif.SORTIE for s in vues)),
        "Décisions": str(sum(len(s.decisions) for s in vues)),
        "Durée": french.duration(activite.duree(synthese)) if synthese.fin else DASH,
    }
    heading = (tuple(figures), HEADING)
    found = [
        *_section("Relevé de la réunion"),
        block(list(figures.values()), _FIGURES, Dressing(heading=heading)),
    ]
    reportees = [contenu.patients[s.patient] for s in synthese.situations if not s.vue]
    if reportees:
        noms = ", ".join(f"{p.nom_affiche} (n°\xa0{p.dossier})" for p in reportees)
        found.append(block(("Non évoqués", noms), _FACTS, Dressing(before=4)))
    return found


def _organisation(contenu: Minutes) -> list[Any]:
    synthese = contenu.synthese
    texte = synthese.organisation.strip() or "Aucune question d’organisation."
    prochaine = french.long_date(synthese.prochaine) if synthese.prochaine else "À fixer."
    return [
        *_section("Questions d’organisation"),
        line(texte, BODY),
        *_section("Prochaine réunion"),
        line(prochaine, STRONG if synthese.prochaine else BODY),
    ]


def _signatures(contenu: Minutes) -> list[Any]:
    presents = [contenu.membres[m] for m in contenu.synthese.presents]
    if not presents:
        return []
    names = [f"{p.nom_complet}\n{wording.METIERS[p.role]}" for p in presents]
    names += [""] * (-len(names) % _SIGNATURES)
    places = columns(*(1,) * _SIGNATURES, gutter=GUTTER, styles=(BODY,) * _SIGNATURES)
    dressing = Dressing(4, _SIGNING_ROOM, rule=HAIRLINE, separators=True, whole=True)
    rows = [
        block(names[n : n + _SIGNATURES], places, dressing)
        for n in range(0, len(names), _SIGNATURES)
    ]
    below = sum(row.wrap(0, 0)[1] for row in rows[:_ROWS_TOGETHER])
    return [*_section("Signatures", below), *rows]

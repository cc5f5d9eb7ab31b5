"""A session exactly as it stands on screen: what drafts keep, and what it means."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from typing import Any

from microstructure_desktop.domain.consultation import Issue, TypeActe
from microstructure_desktop.domain.ids import RevisionId
from microstructure_desktop.services.consultations import SeanceSaisie
from microstructure_desktop.services.seance_checks import problems
from microstructure_desktop.services.seance_forms import Reponses
from microstructure_desktop.ui import texts
from microstructure_desktop.ui.texts import NBSP

from . import appointment

BASE = "base"
_SHARED = ("question", "prochain")  # they can also change elsewhere: kept only once edited
_HIGHEST = 10


@dataclass(frozen=True, slots=True)
class Typed:
    """Texts are kept as typed, even half a date; `question` None when not to discuss.

    `reponses`: those given to each form, so that changing the type of act loses none.
    `note_scellee`: a personal note that is not there to read, as it is kept.
    """

    type: str
    jour: str
    heure: str
    duree: str
    lieu: str
    issue: str
    themes: tuple[str, ...]
    evolution: int | None
    note_partagee: str
    note_personnelle: str
    question: str | None
    prochain: str
    reponses: Reponses = field(default_factory=dict)
    note_scellee: str = ""


def as_typed(saisie: SeanceSaisie) -> Typed:
    """What the fields show for a session that nobody has typed into."""
    return Typed(
        saisie.type,
        texts.numeric_date(saisie.jour) if saisie.jour else "",
        texts.clock(saisie.heure) if saisie.heure else "",
        str(saisie.duree or ""),
        saisie.lieu,
        saisie.issue,
        saisie.themes,
        saisie.evolution,
        saisie.note_partagee,
        saisie.note_personnelle,
        saisie.question,
        appointment.written(saisie.prochain_jour, saisie.prochaine_heure),
        saisie.reponses,
        saisie.note_scellee,
    )


def to_payload(typed: Typed, start: Typed, base: RevisionId | None) -> dict[str, Any]:
    """A draft: everything typed, and the revision it builds on."""
    kept = asdict(typed)
    for name in _SHARED:
        if kept[name] == getattr(start, name):
            del kept[name]
    return {**kept, BASE: base}


def from_payload(payload: Mapping[str, Any], start: Typed) -> Typed:
    """A draft over what the session opens with; what cannot be understood is left aside."""
    read = {
        name: payload[name] for name in (f.name for f in fields(Typed)) if _sound(payload, name)
    }
    if "themes" in read:
        read["themes"] = tuple(read["themes"])
    return Typed(**{**asdict(start), **read})


def understood(typed: Typed, today: date) -> SeanceSaisie:
    jour, heure = appointment.read(typed.prochain, today)
    return SeanceSaisie(
        TypeActe(typed.type),
        texts.parse_date(typed.jour, today),
        texts.parse_time(typed.heure),
        int(typed.duree) if typed.duree.isdecimal() else None,
        typed.lieu,
        Issue(typed.issue),
        typed.themes,
        typed.evolution,
        typed.note_partagee,
        typed.note_personnelle,
        typed.question,
        jour,
        heure,
        typed.reponses,
        note_scellee=typed.note_scellee,
    )


def faults(typed: Typed, today: date) -> dict[str, str]:
    """Field name to sentence; empty when the session can be recorded."""
    saisie = understood(typed, today)
    found = problems(saisie, today)
    if typed.prochain.strip() and saisie.prochain_jour is None:
        found["prochain"] = f"Entrez une date, par exemple 19/12/2026 14:00, ou{NBSP}+2s."
    return found


def _sound(payload: Mapping[str, Any], name: str) -> bool:
    """Whether a draft, perhaps of another version, says this in a way that we understand."""
    if name not in payload:
        return False
    value = payload[name]
    if name in ("type", "issue"):
        return value in list(TypeActe if name == "type" else Issue)
    if name == "reponses":
        return isinstance(value, dict) and all(isinstance(kept, dict) for kept in value.values())
    if name == "themes":
        return isinstance(value, list | tuple) and all(isinstance(code, str) for code in value)
    if name == "evolution":
        return value is None or (isinstance(value, int) and 0 <= value <= _HIGHEST)
    return isinstance(value, str) or (name == "question" and value is None)

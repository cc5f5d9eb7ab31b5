"""Facturable: what a forfait still lacks before it may be put on a billing list.

No text seen says what triggers payment: the rules are dated data that a cabinet may change.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from .consultation import Acte
from .decompte import Decompte
from .equipe import Role


class Piece(StrEnum):
    """What may be asked for; `CHEVAUCHEMENT`: no other forfait that excludes it the same days;
    `MEME_ANNEE`: none that began less than a year before.
    """

    ACTES = "actes"
    INFORMATION = "information"
    FICHE_ENTREE = "fiche_entree"
    CHEVAUCHEMENT = "chevauchement"
    MEME_ANNEE = "meme_annee"


class SeuilActes(StrEnum):
    """How many acts a forfait that has ended needs."""

    TOUS = "tous"
    UN_PAR_METIER = "un_par_metier"
    UN = "un"


@dataclass(frozen=True, slots=True)
class PieceDemandee:
    """One piece asked for, `apres_jours` after the forfait opened; `bloque` prevents billing.

    `formulaires`: the entry forms that must be complete. `seuil`: of the acts.
    """

    piece: Piece
    bloque: bool
    source: str
    apres_jours: int = 0
    formulaires: tuple[str, ...] = ()
    seuil: SeuilActes = SeuilActes.UN


@dataclass(frozen=True, slots=True)
class ReglesFacturation:
    """What holds for the forfaits opened since a day. `avant_terme`: one whose acts are all done
    may be billed before its term. `prorata`: what is proposed after an exit before term.
    """

    depuis: date
    source: str
    avant_terme: bool
    prorata: bool
    pieces: tuple[PieceDemandee, ...]


@dataclass(frozen=True, slots=True)
class Manque:
    """One thing that is not there: acts of a profession (`nombre`), or a form to complete.

    `jour`: when the other forfait of the year began.
    """

    piece: Piece
    bloque: bool
    source: str
    role: Role | None = None
    nombre: int = 0
    formulaire: str = ""
    jour: date | None = None


@dataclass(frozen=True, slots=True)
class Pieces:
    """What is known of somebody beside the acts; `fiches`: the entry forms that are complete.

    `precedent`: when another of their forfaits began, less than a year before this one.
    """

    informee: bool
    fiches: Collection[str] = ()
    chevauche: bool = False
    precedent: date | None = None


def en_vigueur(versions: Collection[ReglesFacturation], le: date) -> ReglesFacturation:
    """The rules of the day a forfait opened; the oldest ones for what opened before them."""
    ordered = sorted(versions, key=lambda r: r.depuis)
    return next((r for r in reversed(ordered) if r.depuis <= le), ordered[0])


def manques(
    decompte: Decompte[Acte], regles: ReglesFacturation, pieces: Pieces, le: date
) -> tuple[Manque, ...]:
    """What is missing, in the order of the rules; acts are only missing once it has ended."""
    found: list[Manque] = []
    for asked in regles.pieces:
        if le < decompte.cycle.debut + timedelta(days=asked.apres_jours):
            continue
        match asked.piece:
            case Piece.ACTES:
                found += _actes(decompte, asked) if le > decompte.cycle.fin else ()
            case Piece.INFORMATION if not pieces.informee:
                found.append(Manque(asked.piece, asked.bloque, asked.source))
            case Piece.FICHE_ENTREE:
                found += (
                    Manque(asked.piece, asked.bloque, asked.source, formulaire=form)
                    for form in asked.formulaires
                    if form not in pieces.fiches
                )
            case Piece.CHEVAUCHEMENT if pieces.chevauche:
                found.append(Manque(asked.piece, asked.bloque, asked.source))
            case Piece.MEME_ANNEE if pieces.precedent is not None:
                found.append(Manque(asked.piece, asked.bloque, asked.source, jour=pieces.precedent))
    return tuple(found)


def _actes(decompte: Decompte[Acte], asked: PieceDemandee) -> Iterator[Manque]:
    if not decompte.compte or asked.seuil is SeuilActes.UN:
        if not decompte.rencontres:
            yield Manque(asked.piece, asked.bloque, asked.source, nombre=1)
        return
    for compteur in decompte.forfait.compteurs:
        wanted = compteur.inclus if asked.seuil is SeuilActes.TOUS else 1
        if compteur.faits < wanted:
            missing = wanted - compteur.faits
            yield Manque(asked.piece, asked.bloque, asked.source, compteur.role, missing)


def facturable(
    decompte: Decompte[Acte], regles: ReglesFacturation, manquants: Collection[Manque], le: date
) -> bool:
    """Whether it pays something, its time has come, and nothing that blocks is missing."""
    if not decompte.forfait.montant_centimes or any(m.bloque for m in manquants):
        return False
    ended = le > decompte.cycle.fin
    return ended or (regles.avant_terme and decompte.forfait.complet)

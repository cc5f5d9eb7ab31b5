"""The cabinet's file on the protection of data: answered, checked line by line, printed."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from microstructure_desktop.domain.dossier_legal import UNIQUE, DossierLegal
from microstructure_desktop.errors import AppError

from . import dossier_legal_constats, dossier_legal_contenu
from .access import Permission, allowed, check
from .documents import Document
from .dossier_legal_contenu import Etat
from .dossier_legal_lecture import modeles
from .dossier_legal_modeles import Blanc, Papier, Point
from .dossier_legal_valeurs import Remplisseur, propose, valeurs
from .office import Office, today

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work

TITRE = "Dossier de protection des données"
REPONSE_MAX = 200
REVOIR = timedelta(days=365)
GROS = "_gros"
"""Ends the name of a paper that is asked in large letters."""
_RELECTURE = "relecture"


class LegalAnswerUnusable(AppError):
    sentence = "Cette réponse ne peut pas être gardée."
    way_out = f"Écrivez-la sur une ligne, en {REPONSE_MAX} caractères au plus."


class LegalPointUnusable(AppError):
    sentence = "Cette ligne ne se coche pas à cette date."
    way_out = "Choisissez une date d’aujourd’hui ou d’avant ; le reste, le logiciel le constate."


@dataclass(frozen=True, slots=True)
class LigneReponse:
    """`propose`: what is printed while `texte` is empty."""

    blanc: Blanc
    texte: str
    propose: str

    @property
    def manque(self) -> bool:
        return not (self.texte or self.propose or self.blanc.facultatif)


@dataclass(frozen=True, slots=True)
class LignePoint:
    """`le`: the day noted by hand."""

    point: Point
    fait: bool
    etat: str
    le: date | None


@dataclass(frozen=True, slots=True)
class LignePapier:
    """`manquants`: what is still to fill in, in words."""

    papier: Papier
    manquants: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """`a_revoir`: nobody looked at it for a year. `modifiable` by the person who reads."""

    reponses: tuple[LigneReponse, ...]
    groupes: tuple[tuple[str, tuple[LignePoint, ...]], ...]
    actions: tuple[LignePoint, ...]
    papiers: tuple[LignePapier, ...]
    revu_le: date | None
    a_revoir: bool
    modifiable: bool

    @property
    def manquants(self) -> tuple[str, ...]:
        return tuple(x.blanc.libelle for x in self.reponses if x.manque)

    @property
    def points(self) -> tuple[LignePoint, ...]:
        """Every line of the computer's list."""
        return tuple(ligne for _, lignes in self.groupes for ligne in lignes)


def dossier(office: Office) -> Dossier:
    """All that the page shows."""
    check(office, Permission.DOSSIER_LEGAL)
    known = modeles()
    with office.store.read() as work:
        kept, proposed = _kept(work), propose(work)
        etat, filled = _etat(work, office, kept), valeurs(work, office, kept)
    return Dossier(
        tuple(
            LigneReponse(b, kept.reponses.get(b.id, ""), proposed.get(b.id, ""))
            for b in known.a_remplir
        ),
        tuple((g.titre, _lignes(g.points, etat)) for g in known.groupes),
        _lignes(known.actions, etat),
        tuple(LignePapier(p, _manquants(p, filled, etat)) for p in known.papiers),
        kept.revu_le,
        kept.revu_le is None or today(office) - kept.revu_le > REVOIR,
        allowed(office.membre.role, Permission.ECRIRE_DOSSIER_LEGAL),
    )


def noms() -> tuple[str, ...]:
    """What `imprimer` can be asked for, in the order of the file."""
    found: list[str] = []
    for papier in modeles().papiers:
        found += [papier.id, papier.id + GROS] if papier.gros else [papier.id]
    return tuple(found)


def problem(texte: str) -> str | None:
    """What is wrong with an answer, in a sentence."""
    if len(texte.strip()) > REPONSE_MAX:
        return f"La réponse doit tenir en {REPONSE_MAX} caractères."
    return None


def repondre(office: Office, blanc_id: str, texte: str) -> DossierLegal:
    """Fill in a blank; an empty text gives the answer back.

    Raises:
        LegalAnswerUnusable: too long, or a blank that the program fills.
    """
    check(office, Permission.ECRIRE_DOSSIER_LEGAL)
    asked = {blanc.id for blanc in modeles().a_remplir}
    if blanc_id not in asked or problem(texte):
        raise LegalAnswerUnusable
    one_line = " ".join(texte.split())
    with office.store.begin(office.membre.id, office.now()) as work:
        made = _kept(work).avec_reponse(blanc_id, one_line)
        work.dossiers_legaux.save(made)
    return made


def cocher(office: Office, point_id: str, le: date | None) -> DossierLegal:
    """Note that a line was checked that day; None takes the tick back.

    Raises:
        LegalPointUnusable: unknown, told by the program, or a day to come.
    """
    check(office, Permission.ECRIRE_DOSSIER_LEGAL)
    by_hand = {point.id for point in modeles().points() if point.constat is None}
    if point_id not in by_hand or (le is not None and le > today(office)):
        raise LegalPointUnusable
    with office.store.begin(office.membre.id, office.now()) as work:
        kept = _kept(work)
        points = {name: day for name, day in kept.points.items() if name != point_id}
        if le is not None:
            points[point_id] = le
        made = replace(kept, points=points)
        work.dossiers_legaux.save(made)
    return made


def revoir(office: Office) -> DossierLegal:
    """Note that the whole file was read over today."""
    check(office, Permission.ECRIRE_DOSSIER_LEGAL)
    with office.store.begin(office.membre.id, office.now()) as work:
        made = replace(_kept(work), revu_le=today(office))
        work.dossiers_legaux.save(made)
    return made


def imprimer(office: Office, papier_id: str = "") -> Document:
    """One paper, its name ended by `GROS` for large letters; the whole file without a name."""
    from microstructure_desktop.reports.dossier_legal import DossierImprime
    from microstructure_desktop.reports.dossier_legal import dossier_legal as render

    check(office, Permission.DOSSIER_LEGAL)
    gros = papier_id.endswith(GROS)
    wanted = papier_id.removesuffix(GROS)
    chosen = [p for p in modeles().papiers if wanted in ("", p.id)]
    with office.store.read() as work:
        kept, cabinet = _kept(work), work.cabinet.get()
        etat, remplir = _etat(work, office, kept), Remplisseur(valeurs(work, office, kept))
    papiers = tuple(dossier_legal_contenu.papier(p, remplir, etat) for p in chosen)
    contenu = DossierImprime(
        cabinet,
        papiers,
        kept.reponses.get(_RELECTURE, ""),
        office.now().astimezone(),
        _libelles(remplir.manquants),
        entier=not wanted,
        gros=gros,
    )
    titre = chosen[0].titre if wanted else TITRE
    nom = papier_id.replace("_", "-") or "dossier-protection-donnees"
    fichier = f"{nom}-{today(office):%Y-%m-%d}.pdf"
    return Document(titre, fichier, render(contenu), nominatif=False, genre="dossier_legal")


def _kept(work: "Work") -> DossierLegal:
    return next(iter(work.dossiers_legaux.all()), DossierLegal(UNIQUE))


def _etat(work: "Work", office: Office, kept: DossierLegal) -> Etat:
    le = today(office)
    seen = dossier_legal_constats.regarder(work, office)
    return Etat(kept.points, dossier_legal_constats.constats(seen, le), le)


def _lignes(points: tuple[Point, ...], etat: Etat) -> tuple[LignePoint, ...]:
    return tuple(LignePoint(p, etat.fait(p), etat.phrase(p), etat.points.get(p.id)) for p in points)


def _manquants(papier: Papier, filled: dict[str, str], etat: Etat) -> tuple[str, ...]:
    remplir = Remplisseur(filled)
    dossier_legal_contenu.papier(papier, remplir, etat)
    return _libelles(remplir.manquants)


def _libelles(names: list[str]) -> tuple[str, ...]:
    return tuple(modeles().blancs[name].libelle for name in names)

"""What the team adds to its annual report: comments, and who funds the microstructure."""

from dataclasses import dataclass, replace
from datetime import date

from microstructure_desktop.domain.ids import CommentaireId, FinancementId, new_id
from microstructure_desktop.domain.rapport_annuel import Commentaire, Financement, Section
from microstructure_desktop.errors import AppError

from .access import Permission, check
from .office import Office

TEXTE_MAX = 8_000
MOTS_MAX = 120
MONTANT_MAX = 100_000_000_00
"""In cents: more is a slip of the keyboard."""
_MOTIF = "financement retiré du rapport"


class CommentTooLong(AppError):
    sentence = "Ce commentaire est trop long pour être gardé."
    way_out = f"Ramenez-le à {TEXTE_MAX} caractères."


class FundingUnusable(AppError):
    sentence = "Ce financement ne peut pas être noté ainsi."
    way_out = "Vérifiez le financeur, le montant et la période."


@dataclass(frozen=True, slots=True)
class FinancementSaisi:
    """What is typed of a grant; None: empty, or not understood. `id` None when it is new."""

    financeur: str
    nature: str
    montant_centimes: int | None
    du: date | None
    au: date | None
    precision: str = ""
    id: FinancementId | None = None


@dataclass(frozen=True, slots=True)
class LigneFinancement:
    """A grant, and what falls in the year asked."""

    financement: Financement
    part_centimes: int


def commenter(office: Office, annee: int, section: Section, texte: str) -> Commentaire:
    """What the team says under one section of one year; an empty text says nothing any more.

    Raises:
        AccessDenied: the role may not.
        CommentTooLong
    """
    check(office, Permission.ECRIRE_RAPPORT)
    said = texte.strip()
    if len(said) > TEXTE_MAX:
        raise CommentTooLong
    with office.store.begin(office.membre.id, office.now()) as work:
        known = {c.section: c for c in work.commentaires.de_l_annee(annee)}.get(section)
        if known is None:
            known = Commentaire(CommentaireId(new_id()), annee, section, "")
        made = replace(known, texte=said)
        if made != known:
            work.commentaires.save(made)
    return made


def financement_problems(saisi: FinancementSaisi) -> dict[str, str]:
    """Field name to sentence; empty when it can be saved."""
    faults = {}
    if not saisi.financeur.strip():
        faults["financeur"] = "Entrez le financeur, par exemple « ARS »."
    if saisi.montant_centimes is None or saisi.montant_centimes <= 0:
        faults["montant"] = "Entrez le montant en euros, par exemple 12 000."
    elif saisi.montant_centimes > MONTANT_MAX:
        faults["montant"] = "Ce montant est trop grand : vérifiez les chiffres."
    if saisi.du is None:
        faults["du"] = "Entrez le premier jour, par exemple 01/01/2026."
    if saisi.au is None:
        faults["au"] = "Entrez le dernier jour, par exemple 31/12/2026."
    elif saisi.du is not None and saisi.au < saisi.du:
        faults["au"] = "Le dernier jour doit suivre le premier."
    for field in ("financeur", "nature", "precision"):
        if len(getattr(saisi, field).strip()) > MOTS_MAX:
            faults[field] = f"Ramenez ce texte à {MOTS_MAX} caractères."
    return faults


def financer(office: Office, saisi: FinancementSaisi) -> Financement:
    """Add a grant, or correct the one that `id` names.

    Raises:
        AccessDenied: the role may not.
        FundingUnusable: see `financement_problems`.
        RecordMissing: it was taken out meanwhile.
    """
    check(office, Permission.ECRIRE_RAPPORT)
    cents, du, au = saisi.montant_centimes, saisi.du, saisi.au
    if cents is None or du is None or au is None or financement_problems(saisi):
        raise FundingUnusable
    with office.store.begin(office.membre.id, office.now()) as work:
        if saisi.id is not None:
            work.financements.get(saisi.id)
        made = Financement(
            saisi.id or FinancementId(new_id()),
            saisi.financeur.strip(),
            saisi.nature.strip(),
            cents,
            du,
            au,
            saisi.precision.strip(),
        )
        work.financements.save(made)
    return made


def retirer_financement(office: Office, financement_id: FinancementId) -> None:
    """Take a grant out of the table."""
    check(office, Permission.ECRIRE_RAPPORT)
    with office.store.begin(office.membre.id, office.now()) as work:
        work.financements.void(financement_id, _MOTIF)


def financements(office: Office, annee: int) -> tuple[LigneFinancement, ...]:
    """Those that have a day in the year, by their first day."""
    check(office, Permission.RAPPORT)
    with office.store.read() as work:
        return de_l_annee(work.financements.all(), annee)


def de_l_annee(connus: list[Financement], annee: int) -> tuple[LigneFinancement, ...]:
    """Those of a year among those known."""
    theirs = (f for f in connus if f.du.year <= annee <= f.au.year)
    ordered = sorted(theirs, key=lambda f: (f.du, f.financeur, f.id))
    return tuple(LigneFinancement(f, f.part_de(annee)) for f in ordered)

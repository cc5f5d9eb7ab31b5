"""What somebody is writing in the report: kept as they type, until it is what the team says."""

from datetime import datetime
from typing import TYPE_CHECKING

from microstructure_desktop.domain.rapport_annuel import Commentaire, Section

from . import drafts, rapport_saisie
from .access import Permission, check
from .office import Office

if TYPE_CHECKING:
    from collections.abc import Mapping

GENRE = "commentaire"
_TEXTE = "texte"


def garder(office: Office, annee: int, section: Section, texte: str) -> datetime:
    """Keep the text as typed, for its author alone.

    Raises:
        AccessDenied: the role may not.
    """
    check(office, Permission.ECRIRE_RAPPORT)
    return drafts.save(office, GENRE, _cible(annee, section), {_TEXTE: texte})


def commences(office: Office, annee: int) -> "Mapping[Section, str]":
    """What the person at the keyboard began in a year and did not record."""
    check(office, Permission.RAPPORT)
    found = ((s, drafts.load(office, GENRE, _cible(annee, s))) for s in Section)
    return {section: str(draft[_TEXTE]) for section, draft in found if draft is not None}


def enregistrer(office: Office, annee: int, section: Section, texte: str) -> Commentaire:
    """Let it be what the team says; nothing is unfinished any more.

    Raises:
        AccessDenied: the role may not.
        CommentTooLong: what was typed is still in the draft.
    """
    made = rapport_saisie.commenter(office, annee, section, texte)
    drafts.drop(office, GENRE, _cible(annee, section))
    return made


def _cible(annee: int, section: Section) -> str:
    return f"{annee}-{section}"

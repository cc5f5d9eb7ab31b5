"""The annual report as the team reads it: each section with its figures, and what is missing."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from microstructure_desktop.domain.rapport_annuel import Commentaire, Section, Version
from microstructure_desktop.errors import AppError
from microstructure_desktop.french import NBSP, number
from microstructure_desktop.reports.printed_rapport import (
    ChapitreImprime,
    RapportImprime,
    TableauImprime,
)

from . import rapport_cabinet, rapport_chiffres
from .access import Permission, allowed, check
from .office import Office, today
from .rapport_chiffres import Chiffres
from .rapport_controles import Controle, Lieu, Sujet, controles
from .rapport_graphiques import graphiques
from .rapport_phrases import phrases
from .rapport_plan import Partie, plan
from .rapport_saisie import LigneFinancement, de_l_annee

if TYPE_CHECKING:
    from collections.abc import Mapping

    from microstructure_desktop.store.work import Work

__all__ = [
    "ChapitreImprime",
    "Controle",
    "Lieu",
    "Rapport",
    "RapportImprime",
    "Section",
    "Sujet",
    "TableauImprime",
    "Version",
    "YearNotBegun",
    "rapport",
]


PROVISOIRE = "Chiffres provisoires."
INTERNE = "Version interne : chiffres exacts, pour l’équipe seule."
_RIEN = "Rien n’est noté pour cette partie."


class YearNotBegun(AppError):
    sentence = "Cette année n’a pas commencé."
    way_out = "Choisissez l’année en cours ou une année passée."


@dataclass(frozen=True, slots=True)
class Rapport:
    """`imprime` is what the page shows and the internal version prints, exactly.

    `commentaires` and `financements`: what is edited in it, `modifiable` by who reads.
    `diffusable`: the year is over and the reader may hand it out.
    """

    annee: int
    imprime: RapportImprime
    controles: tuple[Controle, ...]
    commentaires: "Mapping[Section, Commentaire]"
    financements: tuple[LigneFinancement, ...]
    modifiable: bool
    diffusable: bool

    @property
    def manques(self) -> tuple[Controle, ...]:
        """What is left to do; what is optional is not."""
        return tuple(c for c in self.controles if not c.fait and not c.facultatif)

    @property
    def pret(self) -> bool:
        return not self.manques


def rapport(office: Office, annee: int) -> Rapport:
    """The report of a year with exact figures, and what is missing in it.

    Raises:
        AccessDenied: the role does not read it.
        YearNotBegun
    """
    check(office, Permission.RAPPORT)
    if annee > today(office).year:
        raise YearNotBegun
    chiffres = rapport_chiffres.compter(office, annee)
    role = office.membre.role
    with office.store.read() as work:
        said = {c.section: c for c in work.commentaires.de_l_annee(annee)}
        return Rapport(
            annee,
            _imprime(work, office, chiffres, said),
            controles(work, office, annee, brouillons=chiffres.activite.brouillons),
            said,
            de_l_annee(work.financements.all(), annee),
            allowed(role, Permission.ECRIRE_RAPPORT),
            allowed(role, Permission.RAPPORT_DIFFUSABLE) and annee < today(office).year,
        )


def _imprime(
    work: "Work", office: Office, chiffres: Chiffres, said: "Mapping[Section, Commentaire]"
) -> RapportImprime:
    annee, reference = chiffres.annee, office.reference
    shown = [code for code in plan().indicateurs if chiffres.resultat(code) is not None]
    return RapportImprime(
        work.cabinet.get(),
        annee,
        Version.INTERNE,
        f"{INTERNE} {PROVISOIRE}" if chiffres.activite.provisoire else INTERNE,
        _reperes(chiffres),
        tuple(
            _chapitre(work, office, chiffres, partie, numero, said)
            for numero, partie in enumerate(plan().parties, start=1)
        ),
        rapport_chiffres.definitions(reference, shown, annee),
        (),
        rapport_cabinet.reunions(work, reference, annee),
        office.now().astimezone(),
    )


def _reperes(chiffres: Chiffres) -> tuple[tuple[str, str], ...]:
    """A few figures at the head of the report, each with what it is."""
    known = ((chiffres.nombre(r.code, r.cle), r.mots) for r in plan().reperes)
    return tuple((number(value), mots) for value, mots in known if value is not None)


def _chapitre(
    work: "Work",
    office: Office,
    chiffres: Chiffres,
    partie: Partie,
    numero: int,
    said: "Mapping[Section, Commentaire]",
) -> ChapitreImprime:
    texte = said[partie.section].texte if partie.section in said else ""
    found = ChapitreImprime(
        partie.section,
        numero,
        partie.titre,
        (*_cabinet(work, office, chiffres, partie.section), *phrases(partie.section, chiffres)),
        graphiques(office.reference, chiffres, partie.section),
        (
            *_tableaux(work, office, chiffres, partie.section),
            *rapport_chiffres.tableaux(office.reference, chiffres, partie),
        ),
        texte,
    )
    filled = found.phrases or found.graphiques or found.tableaux or texte
    return found if filled else replace(found, vide=_RIEN)


def _cabinet(work: "Work", office: Office, chiffres: Chiffres, section: Section) -> tuple[str, ...]:
    """What no indicator says: the cabinet itself, and how it was counted."""
    bilan = chiffres.activite.bilan
    if section is Section.IDENTITE:
        return rapport_cabinet.identite(work, office)
    if section is not Section.METHODE:
        return ()
    method = rapport_cabinet.methode(chiffres.annee, today(office), en_cours=bilan.en_cours)
    if not bilan.exclus:
        return method
    return (
        *method,
        f"Personnes qui s’y opposent{NBSP}: {bilan.exclus}. Dit ici pour l’équipe seule.",
    )


def _tableaux(
    work: "Work", office: Office, chiffres: Chiffres, section: Section
) -> tuple[TableauImprime, ...]:
    if section is Section.IDENTITE:
        until = min(chiffres.activite.periode.dernier, today(office))
        found = rapport_cabinet.equipe(work, office.reference, chiffres.annee, until)
    elif section is Section.FORFAITS:
        found = rapport_cabinet.financements(work, chiffres.annee)
    else:
        found = None
    return (found,) if found is not None else ()

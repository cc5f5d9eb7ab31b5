"""A meeting taken up: what somebody was typing, over what was saved since, and who had asked."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from microstructure_desktop.domain.ids import MembreId, PatientId, RevisionId, SyntheseId
from microstructure_desktop.domain.ordre_du_jour import ouvertes
from microstructure_desktop.domain.synthese import Synthese

from . import drafts
from .cercle import cercle
from .merging import same_words
from .office import Office
from .reunis import under_each_id
from .situations import ouvertes_a

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work

    from .syntheses import SyntheseOuverte


@dataclass(frozen=True, slots=True)
class Brouillon:
    """What somebody was typing, and the revision they were typing over."""

    synthese: Synthese
    based_on: RevisionId | None


def draft_key(synthese_id: SyntheseId) -> str:
    return drafts.key(drafts.SYNTHESE, synthese_id)


def resumed(work: "Work", office: Office, ouverte: "SyntheseOuverte") -> "SyntheseOuverte":
    """With what the person at the keyboard was typing, if anything."""
    enregistree = ouverte.synthese
    brouillon = work.drafts.get_as(draft_key(enregistree.id), office.membre.id, Brouillon)
    if brouillon is None:
        return ouverte
    lue = ouvertes_a(cercle(office, work), brouillon.synthese)
    brouillon = replace(brouillon, synthese=lue)
    if enregistree.close:
        perdu = not same_words(brouillon.synthese, enregistree)
        return replace(ouverte, ecarte=brouillon.synthese) if perdu else ouverte
    auteur = last_author(work, enregistree.id)
    depasse = brouillon.based_on != ouverte.based_on and auteur != office.membre.id
    return replace(
        ouverte,
        synthese=brouillon.synthese,
        based_on=brouillon.based_on if depasse else ouverte.based_on,
        brouillon=True,
        entre_temps=ouverte.membres[auteur].nom_affiche if depasse else "",
    )


def last_author(work: "Work", synthese_id: SyntheseId) -> MembreId:
    return work.revisions.history(synthese_id)[-1].author


def auteurs_of(
    work: "Work", synthese: Synthese, toutes: list[Synthese]
) -> dict[PatientId, tuple[MembreId, ...]]:
    """Who asked, among the questions that this meeting was the first to answer."""
    fin = synthese.close_le
    avant = [s for s in toutes if s.close_le and (fin is None or s.close_le < fin)]
    found: dict[PatientId, tuple[MembreId, ...]] = {}
    for question in ouvertes(work.questions.all(), avant):
        connus = found.get(question.patient, ())
        if question.membre not in connus and (fin is None or question.posee_le <= fin):
            found[question.patient] = (*connus, question.membre)
    return under_each_id(work, found)

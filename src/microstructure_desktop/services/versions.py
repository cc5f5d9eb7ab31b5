"""What one version of a record said, in words, as far as the person at the keyboard may read it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from microstructure_desktop.domain.consultation import Consultation, Question, RendezVous
from microstructure_desktop.domain.document import DocumentRecu, Lettre
from microstructure_desktop.domain.fiche import Answers, Fiche
from microstructure_desktop.domain.formation import Formation
from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.domain.patient import Inclusion, Patient
from microstructure_desktop.forms.answer_words import in_words
from microstructure_desktop.french import clock, duration, numeric_date

from . import seance_forms
from .fiche_forms import UnknownForm, form_of
from .fiche_reading import readable
from .notes_personnelles import lue, refus
from .office import Office
from .titres import programme

if TYPE_CHECKING:
    from microstructure_desktop.forms.model import Form, Group, Item
    from microstructure_desktop.store.work import Work


@dataclass(frozen=True, slots=True)
class Champ:
    """`identifie`: it says who the person is."""

    label: str
    texte: str
    identifie: bool = False


@dataclass(frozen=True, slots=True)
class Rubrique:
    """What goes together; under a person's name when `patient` is there."""

    titre: str
    champs: tuple[Champ, ...]
    patient: Patient | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads, inside which reading, and how the team is named."""

    office: Office
    work: "Work"
    membres: dict[MembreId, str]

    def membre(self, membre: MembreId | None) -> str:
        return self.membres.get(membre, "") if membre is not None else ""

    def label(self, liste: str, code: str) -> str:
        return self.office.reference.libelle(liste, code)


def rubriques(reader: Reader, record: Any) -> tuple[Rubrique, ...]:
    """What is filled in of a record; nothing for a kind that has no history to show."""
    for kind, (titre, told) in _SHORT.items():
        if isinstance(record, kind):
            return (_told(titre, told(reader, record)),)
    if isinstance(record, Consultation):
        return _consultation(reader, record)
    return _fiche(reader, record) if isinstance(record, Fiche) else ()


def _told(titre: str, champs: Iterator[Champ]) -> Rubrique:
    return Rubrique(titre, tuple(champ for champ in champs if champ.texte))


def _patient(reader: Reader, p: Patient) -> Iterator[Champ]:
    ne = p.identite
    yield Champ("Nom", p.nom, identifie=True)
    yield Champ("Prénom", p.prenom, identifie=True)
    yield Champ("Nom de naissance", ne.nom_naissance, identifie=True)
    yield Champ("Prénoms de naissance", ne.prenoms_naissance, identifie=True)
    yield Champ("Date de naissance", numeric_date(p.naissance), identifie=True)
    yield Champ("Code du lieu de naissance", ne.cog, identifie=True)
    yield Champ("Sexe", reader.label("CL07", p.sexe.value))
    yield Champ("Téléphone", p.telephone, identifie=True)
    yield Champ("Anonymat demandé", "Oui" if p.anonyme else "")
    yield Champ("Information remise le", _day(p.information_remise))
    yield Champ("Information remise par", reader.membre(p.information_par))
    yield Champ("Identité", {"provisoire": "Provisoire", "validee": "Validée"}[ne.statut.value])
    yield Champ("Pièce présentée", reader.label("PIECES", ne.piece))
    yield Champ("Vérifiée le", _day(ne.verifiee_le))
    yield Champ("Vérifiée par", reader.membre(ne.verifiee_par))


def _inclusion(reader: Reader, i: Inclusion) -> Iterator[Champ]:
    yield Champ("Programme", programme(reader.office, i))
    yield Champ("Date d’inclusion", numeric_date(i.debut))
    yield Champ("Date de la demande", _day(i.demande))
    yield Champ("Origine de la demande", reader.label("CL06", i.orienteur))
    yield Champ("Date de sortie", _day(i.fin))
    yield Champ("Motif de sortie", reader.label("CL29", i.motif_sortie))


def _consultation(reader: Reader, acte: Consultation) -> tuple[Rubrique, ...]:
    lue, form = seance_forms.shared(reader.office, reader.work, acte)
    return _some(_told("Séance", _seance(reader, acte)), *_answers(form, lue.reponses))


def _seance(reader: Reader, acte: Consultation) -> Iterator[Champ]:
    yield Champ("Acte", reader.label("CL03", acte.type.value))
    yield Champ("Date", f"{numeric_date(acte.jour)} à {clock(acte.heure)}")
    yield Champ("Durée", duration(acte.duree))
    yield Champ("Lieu", reader.label("CL04", acte.lieu))
    yield Champ("Présence", reader.label("CL05", acte.issue.value))
    yield Champ("Professionnel", reader.membre(acte.membre))
    yield Champ("Thèmes abordés", ", ".join(reader.label("THEMES", c) for c in acte.themes))
    evolution = f"{acte.evolution} sur 10" if acte.evolution is not None else ""
    yield Champ("Évolution ressentie", evolution)
    yield Champ("Note partagée", acte.note_partagee)
    if acte.membre == reader.office.membre.id:
        note = lue(reader.office, acte.note_personnelle)
        yield Champ("Note personnelle", refus(reader.office).sentence if note is None else note)


def _rendez_vous(reader: Reader, r: RendezVous) -> Iterator[Champ]:
    yield Champ("Date", f"{numeric_date(r.jour)} à {clock(r.heure)}")
    yield Champ("Durée", duration(r.duree))
    yield Champ("Professionnel", reader.membre(r.membre))
    yield Champ("Avec l’entourage", "Oui" if r.entourage else "")
    yield Champ("Précision", r.precision)


def _question(reader: Reader, q: Question) -> Iterator[Champ]:
    yield Champ("Question", q.texte or "Situation à évoquer")
    yield Champ("Posée par", reader.membre(q.membre))


def _document(reader: Reader, d: DocumentRecu) -> Iterator[Champ]:
    yield Champ("Titre", d.titre, identifie=True)
    yield Champ("Catégorie", reader.label("DOCUMENTS", d.categorie))
    yield Champ("Date du document", numeric_date(d.jour))
    yield Champ("Ajouté par", reader.membre(d.ajoute_par))


def _lettre(reader: Reader, x: Lettre) -> Iterator[Champ]:
    yield Champ("Date", numeric_date(x.jour))
    yield Champ("Destinataire", x.destinataire)
    yield Champ("Objet", x.objet, identifie=True)
    yield Champ("Texte", x.corps, identifie=True)
    yield Champ("Accord de la personne le", _day(x.accord))
    yield Champ("Signée par", reader.membre(x.membre))


def _formation(reader: Reader, f: Formation) -> Iterator[Champ]:
    yield Champ("Suivie par", reader.membre(f.membre))
    yield Champ("Thème", reader.label("FORMATIONS", f.theme))
    yield Champ("Intitulé", f.intitule)
    yield Champ("Du", numeric_date(f.du))
    yield Champ("Au", _day(f.au))
    yield Champ("Heures", str(f.heures) if f.heures is not None else "")
    yield Champ("Organisme", f.organisme)
    yield Champ("Attestation", "Jointe" if f.attestation is not None else "")


def _fiche(reader: Reader, fiche: Fiche) -> tuple[Rubrique, ...]:
    head = _told("Fiche", _facts(reader, fiche))
    try:
        form = form_of(reader.office, reader.work, fiche)
    except UnknownForm:
        return (head,)
    return _some(head, *_answers(form, readable(reader.office, fiche, form)))


def _facts(reader: Reader, fiche: Fiche) -> Iterator[Champ]:
    yield Champ("Date", numeric_date(fiche.jour))
    yield Champ("Commencée par", reader.membre(fiche.redacteur))
    yield Champ("État", "Complète" if fiche.complete else "En cours")
    yield Champ("Remplie sur papier", "Oui" if fiche.papier else "")


def _answers(form: "Form | None", answers: Answers) -> Iterator[Rubrique]:
    for group in form.groups if form is not None else ():
        asked = (item for item in group.items if item.is_question)
        champs = (Champ(_asked(group, i), in_words(i, answers.get(i.id))) for i in asked)
        yield _told(group.title, champs)


def _asked(group: "Group", item: "Item") -> str:
    """« Substance 2 · Fréquence »: the question after the headings that lead to it."""
    by_id = {above.id: above for above in group.items}
    words, above = [item.text], by_id.get(item.under)
    while above is not None:
        if not above.is_question:
            words.insert(0, above.text)
        above = by_id.get(above.under)
    return " · ".join(words)


def _some(*found: Rubrique) -> tuple[Rubrique, ...]:
    return tuple(rubrique for rubrique in found if rubrique.champs)


def _day(day: date | None) -> str:
    return numeric_date(day) if day is not None else ""


_SHORT: dict[type, tuple[str, Callable[[Reader, Any], Iterator[Champ]]]] = {
    Patient: ("Identité", _patient),
    Inclusion: ("Inclusion", _inclusion),
    RendezVous: ("Rendez-vous", _rendez_vous),
    Question: ("Question", _question),
    DocumentRecu: ("Document", _document),
    Lettre: ("Lettre", _lettre),
    Formation: ("Formation", _formation),
}

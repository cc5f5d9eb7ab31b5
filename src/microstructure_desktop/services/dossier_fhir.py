"""The record handed over, as data that another program reads: a FHIR R4 Bundle in one file."""

from collections.abc import Iterator
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from microstructure_desktop.domain.fiche import Answers, Fiche
from microstructure_desktop.forms.fhir import bundle, json_text
from microstructure_desktop.forms.fhir.bundle import Collection, Narrative
from microstructure_desktop.forms.fhir.response import response
from microstructure_desktop.forms.fhir.vocabulary import Json
from microstructure_desktop.reports.dossier_complet_imprime import Chapitre, DossierRemis

from . import dossier_complet, pieces
from .access import Permission, check
from .documents import Document
from .dossier_complet_libres import libres_de
from .fiche_forms import UnknownForm, form_of
from .fiche_reading import readable
from .office import Office, today
from .relecture import Relecture
from .reunis import identifiants
from .seance_forms import as_fiche
from .titres import programme

if TYPE_CHECKING:
    from microstructure_desktop.domain.consultation import Consultation
    from microstructure_desktop.domain.ids import DemandeId, DocumentId
    from microstructure_desktop.store.work import Work

TITRE = "Votre dossier, en données"
_RIEN = "Rien n’est noté ici."
_TEXTE = "text/plain; charset=utf-8"


def fichier(office: Office, demande_id: "DemandeId", relecture: Relecture) -> Document:
    """The same record as the PDF, without what was struck; personal notes are in its words alone.

    Raises:
        PasUneDemandeDAcces
        PartageLimite: the person objects to who asks.
    """
    check(office, Permission.REPONDRE_DEMANDES)
    contenu = dossier_complet.remis(office, demande_id, relecture)
    made = _Made(office, contenu, relecture)
    made.words()
    with office.store.read() as work:
        made.care(work)
        letters, received = made.letters(work), work.documents.of(contenu.patient.id)
    made.papers([d.id for d in received if d.id not in relecture.documents])
    for found_id, letter in letters:
        made.collection.add(found_id, letter)
    return Document(
        TITRE,
        f"dossier-{today(office):%Y-%m-%d}.json",
        json_text.written(made.collection.bundle(contenu.edite_le)).encode(),
        genre="dossier_complet_fichier",
        patient=contenu.patient.id,
        objet=demande_id,
    )


class _Made:
    """The Bundle being gathered."""

    def __init__(self, office: Office, contenu: DossierRemis, relecture: Relecture) -> None:
        self._office = office
        self._contenu = contenu
        self._lu = relecture.lu
        self.collection = Collection(contenu.patient)

    def words(self) -> None:
        """Everything as it is printed."""
        contenu = self._contenu
        told = bundle.composition(
            self.collection.subject,
            title=TITRE,
            author=f"{contenu.cabinet.nom}. {contenu.remis_par}",
            made=contenu.edite_le,
            parts=[_narrative(chapitre) for chapitre in contenu.chapitres],
        )
        self.collection.add(_derived(contenu.patient.id, "composition"), told)

    def care(self, work: "Work") -> None:
        """Who the person is, their follow-ups, sessions and fiches."""
        one, add = self._contenu.patient, self.collection.add
        subject = self.collection.subject
        records = work.patients.among(identifiants(work, one.id))
        numbers = sorted(p.dossier for p in records)
        add(one.id, bundle.patient(one, numbers))
        for inclusion in work.inclusions.of(one.id):
            named = programme(self._office, inclusion)
            add(inclusion.id, bundle.episode(subject, inclusion, named))
        team = {m.id: m.nom_complet for m in work.equipe.all()}
        for acte in work.consultations.of(one.id):
            url = add(acte.id, self._session(acte, team.get(acte.membre, "")))
            answered = self._answers(work, as_fiche(acte)) if acte.form else None
            if answered is not None:
                add(_derived(acte.id, "reponses"), answered | {"encounter": {"reference": url}})
        for fiche in work.fiches.of(one.id):
            answered = self._answers(work, fiche)
            if answered is not None:
                add(fiche.id, answered)

    def letters(self, work: "Work") -> list[tuple[str, Json]]:
        return [
            (
                x.id,
                bundle.document(
                    self.collection.subject,
                    kind="Lettre",
                    title=self._lu(x.objet),
                    jour=x.jour,
                    media=_TEXTE,
                    content=self._lu(x.corps).encode(),
                ),
            )
            for x in work.lettres.of(self._contenu.patient.id)
        ]

    def papers(self, wanted: "list[DocumentId]") -> None:
        """The files received, as they came."""
        for found_id in wanted:
            read = pieces.ouvrir(self._office, found_id)
            made = bundle.document(
                self.collection.subject,
                kind=read.apercu.titre,
                title=self._lu(read.document.titre),
                jour=read.document.jour,
                media=read.document.type,
                content=read.contenu,
            )
            self.collection.add(found_id, made)

    def _session(self, acte: "Consultation", who: str) -> Json:
        label = self._office.reference.libelle
        words = label("CL03", acte.type.value), label("CL05", acte.issue.value)
        return bundle.encounter(self.collection.subject, acte, words, who)

    def _answers(self, work: "Work", fiche: Fiche) -> Json | None:
        """What the reader may read of it; nothing when its form is nowhere any more."""
        try:
            form = form_of(self._office, work, fiche)
        except UnknownForm:
            return None
        answers: Answers = readable(self._office, fiche, form)
        typed = set(libres_de(form, answers))
        told = {
            name: self._lu(value) if isinstance(value, str) and value in typed else value
            for name, value in answers.items()
        }
        made = response(form, told, subject="", jour=fiche.jour, complete=fiche.complete)
        return made | {"subject": self.collection.subject}


def _narrative(chapitre: Chapitre) -> Narrative:
    parts = tuple(_entries(chapitre))
    lines = (("", chapitre.mot),) if chapitre.mot else ()
    return Narrative(chapitre.titre, lines if lines or parts else (("", _RIEN),), parts)


def _entries(chapitre: Chapitre) -> Iterator[Narrative]:
    for entree in chapitre.entrees:
        found = [
            Narrative(partie.titre, [(x.label, x.texte) for x in partie.lignes])
            for partie in entree.parties
            if partie.lignes
        ]
        if found:
            yield Narrative(entree.titre, (), found)


def _derived(found_id: str, part: str) -> str:
    """Something that has no id of its own is always called the same."""
    return uuid5(UUID(found_id), part).hex

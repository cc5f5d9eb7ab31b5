"""Produce the PDFs, in memory; write one only where the person says."""

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.ids import FicheId, LettreId, PatientId, SyntheseId
from microstructure_desktop.domain.periods import age
from microstructure_desktop.errors import AppError
from microstructure_desktop.forms.beginning import bounded

from . import comptes_rendus, journal
from .access import Lecture, Permission, check, check_attends, lecture
from .additifs import MeetingOpen
from .cercle import autour_de
from .fiche_forms import UnknownForm, form_of
from .fiche_reading import readable
from .last_answers import last_answers
from .office import Office, today
from .reunis import courant

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from microstructure_desktop.reports.raster import PageImage


class DocumentNotWritten(AppError):
    sentence = "Le document n’a pas pu être enregistré à cet endroit."
    way_out = "Choisissez un autre dossier, ou vérifiez que la clé USB est branchée et non pleine."


@dataclass(frozen=True, slots=True)
class Document:
    """A PDF ready to show. `fichier` is the name proposed to save it: never a patient's name.

    `nominatif`: its pages name somebody followed. The access log says of it: `genre`, a code of
    its own; about which `patient`; made of what `objet`. `garde`: why to write no file of it.
    """

    titre: str
    fichier: str
    pdf: bytes
    nominatif: bool = True
    genre: str = ""
    patient: PatientId | None = None
    objet: str = ""
    garde: str = ""


def minutes(office: Office, synthese_id: SyntheseId, *, initiales: bool = False) -> Document:
    """The minutes of a meeting, marked provisional until it is closed.

    `initiales`: without the names of the people followed, even where the cabinet prints them.
    """
    from microstructure_desktop.reports.synthese import minutes as render

    check(office, Permission.REUNION)
    with office.store.read() as work:
        synthese = work.syntheses.get(synthese_id)
        check_attends(office, synthese.presents)
        contenu = comptes_rendus.minutes(office, work, synthese)
    if initiales:
        contenu = replace(contenu, initiales=True)
    journal.opened(office, Action.LECTURE_COMPTE_RENDU, objet=synthese_id)
    return Document(
        "Compte rendu de réunion de synthèse",
        f"synthese-{synthese.jour:%Y-%m}.pdf",
        render(contenu),
        genre="compte_rendu",
        objet=synthese_id,
    )


def extrait(office: Office, synthese_id: SyntheseId, patient_id: PatientId) -> Document:
    """What the minutes of a closed meeting say of one person, for their file.

    Raises:
        AccessDenied: who asks was not there.
        MeetingOpen, NonEvoquee: there is nothing to take out.
        PartageLimite: the person objects to who asks.
    """
    from microstructure_desktop.reports.extrait import TITLE
    from microstructure_desktop.reports.extrait import extrait as render

    check(office, Permission.REUNION)
    check(office, Permission.CLINIQUE)
    with office.store.read() as work:
        synthese = work.syntheses.get(synthese_id)
        check_attends(office, synthese.presents)
        if not synthese.close:
            raise MeetingOpen
        contenu = comptes_rendus.extrait(office, work, synthese, patient_id)
    journal.opened(office, Action.LECTURE_COMPTE_RENDU, patient=patient_id, objet=synthese_id)
    return Document(
        TITLE,
        f"extrait-synthese-{synthese.jour:%Y-%m-%d}.pdf",
        render(contenu),
        genre="extrait",
        patient=patient_id,
        objet=synthese_id,
    )


def fiche(office: Office, fiche_id: FicheId) -> Document:
    """One filled fiche as the person at the keyboard may read it."""
    from microstructure_desktop.reports.fiche import FicheImprimee
    from microstructure_desktop.reports.fiche import fiche as render

    check(office, Permission.CLINIQUE)
    with office.store.read() as work:
        connue = work.fiches.get(fiche_id)
        autour_de(office, work, connue.patient).check(connue)
        form = form_of(office, work, connue)
        revision = work.revisions.history(fiche_id)[-1]
        contenu = FicheImprimee(
            work.cabinet.get(),
            work.patients.get(connue.patient),
            replace(connue, answers=readable(office, connue, form)),
            form,
            work.equipe.get(connue.redacteur),
            revision.number,
            revision.at.astimezone(),
            office.now().astimezone(),
            partielle=connue.redacteur != office.membre.id
            and lecture(office.membre.role, form) is not Lecture.TOUT,
        )
    journal.opened(office, Action.OUVERTURE_FICHE, patient=connue.patient, objet=fiche_id)
    return Document(
        form.title,
        f"fiche-{form.id}-{connue.jour:%Y-%m-%d}.pdf",
        render(contenu),
        genre="fiche",
        patient=connue.patient,
        objet=fiche_id,
    )


def parcours(office: Office, patient_id: PatientId) -> Document:
    """The page that a person takes home about their own follow-up."""
    from microstructure_desktop.reports.parcours import TITLE
    from microstructure_desktop.reports.parcours import parcours as render

    from .parcours import contenu

    with office.store.read() as work:
        patient_id = courant(work, patient_id)
    made = contenu(office, patient_id)
    fichier = f"parcours-{made.edite_le:%Y-%m-%d}.pdf"
    return Document(TITLE, fichier, render(made), genre="parcours", patient=patient_id)


def fiche_vierge(office: Office, form_id: str, patient_id: PatientId | None = None) -> Document:
    """A form to fill in by hand, about anybody or about somebody with their last answers.

    Raises:
        UnknownForm: no form has that id.
    """
    from microstructure_desktop.reports.fiche_vierge import FicheVierge
    from microstructure_desktop.reports.fiche_vierge import fiche_vierge as render

    check(office, Permission.CLINIQUE)
    form = office.reference.forms.get(form_id)
    if form is None:
        raise UnknownForm
    with office.store.read() as work:
        contenu = FicheVierge(work.cabinet.get(), form, office.now().astimezone())
        if patient_id is not None:
            patient_id = courant(work, patient_id)
            patient = work.patients.get(patient_id)
            bounded_form = bounded(form, age(patient.naissance, today(office)))
            known = last_answers(office, work, form, patient_id)
            contenu = replace(contenu, form=bounded_form, patient=patient, precedentes=known)
    if patient_id is not None:
        journal.opened(office, Action.OUVERTURE_DOSSIER, patient=patient_id)
    return Document(
        f"{form.title}, à remplir",
        f"fiche-vierge-{form.id}.pdf",
        render(contenu),
        nominatif=patient_id is not None,
        genre="fiche_vierge",
        patient=patient_id,
    )


def lettre(office: Office, lettre_id: LettreId) -> Document:
    """A letter of the cabinet, as it is kept.

    Raises:
        PartageLimite: the person objects to who asks.
    """
    from microstructure_desktop.reports.lettre import LettreImprimee
    from microstructure_desktop.reports.lettre import lettre as render

    from .lettres_modeles import modeles

    check(office, Permission.DOCUMENTS)
    with office.store.read() as work:
        kept = work.lettres.get(lettre_id)
        autour_de(office, work, kept.patient).check(kept)
        modele = modeles().get(kept.modele)
        titre = modele.titre if modele is not None else kept.modele
        auteur = work.equipe.get(kept.membre)
        neutre = modele is not None and modele.neutre
        contenu = LettreImprimee(work.cabinet.get(), kept, auteur, titre, neutre)
    fichier = f"lettre-{kept.jour:%Y-%m-%d}.pdf"
    journal.opened(office, Action.OUVERTURE_DOCUMENT, patient=kept.patient, objet=lettre_id)
    return Document(
        titre, fichier, render(contenu), genre="lettre", patient=kept.patient, objet=lettre_id
    )


def page_count(pdf: bytes) -> int:
    from microstructure_desktop.reports import raster

    return raster.count(pdf)


def pages(pdf: bytes, dpi: int) -> "Iterator[PageImage]":
    """The pages as pictures, one at a time, for the preview and the printer."""
    from microstructure_desktop.reports import raster

    return raster.pages(pdf, dpi)


def deliver(office: Office, document: Document, path: "Path") -> None:
    """Write the PDF where the person chose, and note it.

    Raises:
        DocumentNotWritten: the place refuses it.
    """
    save(document, path)
    saved(office, document)


def saved(office: Office, document: Document) -> None:
    """Note that a document was written to a file, which nothing protects any more."""
    _note(office, Action.ENREGISTREMENT_PDF, document)


def printed(office: Office, document: Document) -> None:
    """Note that a document was sent to a printer."""
    _note(office, Action.IMPRESSION, document)


def save(document: Document, path: "Path") -> None:
    """Write the PDF, whole or not at all; away from the store, so who calls it notes it then.

    Raises:
        DocumentNotWritten: the place refuses it.
    """
    draft = path.with_name(path.name + ".part")
    try:
        with draft.open("wb") as file:
            file.write(document.pdf)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise DocumentNotWritten from None


def _note(office: Office, action: Action, document: Document) -> None:
    patient, objet = document.patient, document.objet
    journal.note(office, action, patient=patient, objet=objet, detail=document.genre)

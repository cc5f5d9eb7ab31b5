"""What a record is called in one line, whatever its kind."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from microstructure_desktop.domain.consultation import Consultation, Question, RendezVous
from microstructure_desktop.domain.document import DocumentRecu, Lettre
from microstructure_desktop.domain.fiche import Fiche
from microstructure_desktop.domain.formation import Formation
from microstructure_desktop.domain.patient import Inclusion, Patient
from microstructure_desktop.domain.reunion import Reunion
from microstructure_desktop.domain.synthese import Synthese
from microstructure_desktop.french import clock, numeric_date

from .fiche_forms import UnknownForm, form_of
from .office import Office

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work

_LONGEST = 60


def titre(work: "Work", office: Office, record: Any) -> str:
    """« Entretien psychologique du 12/11/2026 à 14:00 »; nobody is named."""
    for kind, called in _CALLED.items():
        if isinstance(record, kind):
            return called(work, office, record)
    return "Élément"


def programme(office: Office, inclusion: Inclusion) -> str:
    known = office.reference.programmes.get(inclusion.programme)
    return known.libelle if known is not None else inclusion.programme


def _patient(_work: "Work", _office: Office, p: Patient) -> str:
    return f"Identité du dossier n° {p.dossier}"


def _inclusion(_work: "Work", office: Office, i: Inclusion) -> str:
    return f"{programme(office, i)}, depuis le {numeric_date(i.debut)}"


def _consultation(_work: "Work", office: Office, c: Consultation) -> str:
    acte = office.reference.libelle("CL03", c.type.value)
    return f"{acte} du {numeric_date(c.jour)} à {clock(c.heure)}"


def _rendez_vous(_work: "Work", _office: Office, r: RendezVous) -> str:
    return f"Rendez-vous du {numeric_date(r.jour)} à {clock(r.heure)}"


def _question(_work: "Work", _office: Office, q: Question) -> str:
    if len(q.texte) > _LONGEST:
        return f"{q.texte[:_LONGEST].rstrip()}…"
    return q.texte or "Situation à évoquer"


def _fiche(work: "Work", office: Office, f: Fiche) -> str:
    try:
        nom = form_of(office, work, f).title
    except UnknownForm:
        nom = f.form
    return f"{nom} du {numeric_date(f.jour)}"


def _synthese(_work: "Work", _office: Office, s: Synthese) -> str:
    return f"Réunion de synthèse du {numeric_date(s.jour)}"


def _reunion(_work: "Work", office: Office, r: Reunion) -> str:
    genre = office.reference.libelle("TYPE_REUNION", r.type.name)
    return f"{genre} du {numeric_date(r.jour)}"


def _formation(_work: "Work", _office: Office, f: Formation) -> str:
    return f"Formation du {numeric_date(f.du)}"


def _document(_work: "Work", office: Office, d: DocumentRecu) -> str:
    return f"{office.reference.libelle('DOCUMENTS', d.categorie)} du {numeric_date(d.jour)}"


def _lettre(_work: "Work", _office: Office, x: Lettre) -> str:
    return f"Lettre du {numeric_date(x.jour)}"


_CALLED: dict[type, Callable[["Work", Office, Any], str]] = {
    Patient: _patient,
    Inclusion: _inclusion,
    Consultation: _consultation,
    RendezVous: _rendez_vous,
    Question: _question,
    Fiche: _fiche,
    Synthese: _synthese,
    Reunion: _reunion,
    Formation: _formation,
    DocumentRecu: _document,
    Lettre: _lettre,
}

"""What somebody typed in a record, wherever they liked: what may speak of somebody else."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from microstructure_desktop.domain.consultation import Consultation, Question, RendezVous
from microstructure_desktop.domain.document import DocumentRecu, Lettre
from microstructure_desktop.domain.fiche import Answers, Fiche
from microstructure_desktop.domain.synthese import Situation, Synthese
from microstructure_desktop.forms.model import ItemType

from . import notes_personnelles, seance_forms
from .fiche_forms import UnknownForm, form_of
from .fiche_reading import readable

if TYPE_CHECKING:
    from microstructure_desktop.forms.model import Form

    from .versions import Reader

_TYPED = (ItemType.TEXT, ItemType.STRING)
_PLAIN: Mapping[type, Callable[[Any], tuple[str, ...]]] = {
    RendezVous: lambda r: (r.precision,),
    Question: lambda q: (q.texte,),
    DocumentRecu: lambda d: (d.titre,),
    Lettre: lambda x: (x.objet, x.corps, x.destinataire),
}


def libres(reader: "Reader", record: Any) -> tuple[str, ...]:
    """As far as the person at the keyboard may read it; the longest first."""
    return tuple(sorted({text for text in _typed(reader, record) if text.strip()}, key=_length))


def libres_de(form: "Form", answers: Answers) -> Iterator[str]:
    """The answers in one's own words."""
    for item in form.questions:
        value = answers.get(item.id)
        if item.type in _TYPED and isinstance(value, str):
            yield value


def _length(text: str) -> tuple[int, str]:
    return -len(text), text


def _typed(reader: "Reader", record: Any) -> Iterator[str]:
    plain = _PLAIN.get(type(record))
    if plain is not None:
        yield from plain(record)
    elif isinstance(record, Consultation):
        yield from _session(reader, record)
    elif isinstance(record, Fiche):
        yield from _fiche(reader, record)
    elif isinstance(record, Synthese):
        yield from _meeting(record)


def _session(reader: "Reader", acte: Consultation) -> Iterator[str]:
    lue, form = seance_forms.shared(reader.office, reader.work, acte)
    yield acte.note_partagee
    if acte.membre == reader.office.membre.id:
        yield notes_personnelles.lue(reader.office, acte.note_personnelle) or ""
    if form is not None:
        yield from libres_de(form, lue.reponses)


def _fiche(reader: "Reader", fiche: Fiche) -> Iterator[str]:
    try:
        form = form_of(reader.office, reader.work, fiche)
    except UnknownForm:
        return
    yield from libres_de(form, readable(reader.office, fiche, form))


def _meeting(synthese: Synthese) -> Iterator[str]:
    for situation in synthese.situations:
        yield from _situation(situation)
    for reprise in synthese.reprises:
        yield from (reprise.decision.texte, reprise.decision.echeance, reprise.note)


def _situation(s: Situation) -> Iterator[str]:
    yield from (s.question, s.medical, s.psychologique, s.social)
    for decision in s.decisions:
        yield from (decision.texte, decision.echeance)

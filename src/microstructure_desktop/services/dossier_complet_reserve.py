"""What a whole record cannot hold: notes sealed to others, what a profession keeps to itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from microstructure_desktop.french import count, numeric_date
from microstructure_desktop.reports.dossier_complet_imprime import Chapitre, Ligne

from .dossier_complet_lecture import Sources, ligne, simple
from .fiche_forms import UnknownForm, form_of
from .fiche_reading import readable
from .notes_personnelles import lue
from .seance_forms import as_fiche

if TYPE_CHECKING:
    from collections.abc import Iterable

    from microstructure_desktop.domain.fiche import Fiche
    from microstructure_desktop.domain.ids import MembreId

TITRE = "Ce qui n’est pas dans ce document"
NOTES = (
    "Les notes personnelles d’un professionnel sont scellées à sa clé : lui seul peut les ouvrir. "
    "Elles peuvent être communicables (avis de la CADA 20061864 ; tribunal administratif de Melun, "
    "16 octobre 2015, n° 1504175) : demandez-les à leur auteur."
)
_MOT = (
    "Ce document dit ce que le cabinet garde de vous aujourd’hui. Les versions précédentes d’un "
    "texte corrigé, les saisies annulées et les textes encore en cours d’écriture n’y sont pas : "
    "vous pouvez demander à les voir."
)
_RIEN = "Rien d’autre n’a été laissé de côté."


@dataclass(frozen=True, slots=True)
class NoteScellee:
    """`ou`: the session or the fiche where it was written."""

    auteur: str
    ou: str

    @property
    def phrase(self) -> str:
        return f"Note personnelle scellée de {self.auteur}, {self.ou} : à demander à cette personne"


@dataclass(frozen=True, slots=True)
class ReponsesReservees:
    """Answers shared within one profession; their author hands their fiche over."""

    auteur: str
    ou: str
    nombre: int

    @property
    def phrase(self) -> str:
        some = count(self.nombre, "réponse réservée", "réponses réservées")
        return f"{some} à la profession de {self.auteur}, {self.ou} : à demander à cette personne"


Reserve = NoteScellee | ReponsesReservees


def reserves(sources: Sources) -> tuple[Reserve, ...]:
    """Everything that the person at the keyboard may not open."""
    work, who = sources.work, sources.patient.id
    found: list[Reserve] = []
    for acte in work.consultations.of(who):
        where = f"séance du {numeric_date(acte.jour)}"
        if lue(sources.office, acte.note_personnelle) is None:
            found.append(NoteScellee(sources.reader.membre(acte.membre), where))
        found += _hidden(sources, as_fiche(acte), where)
    for fiche in work.fiches.of(who):
        found += _hidden(sources, fiche, f"fiche du {numeric_date(fiche.jour)}")
    return tuple(found)


def chapitre(found: "Iterable[Reserve]", retraits: "Iterable[str]") -> Chapitre:
    """The last one: `retraits` is what was taken out, in sentences."""
    kept = list(found)
    notes = [one for one in kept if isinstance(one, NoteScellee)]
    others = [one for one in kept if not isinstance(one, NoteScellee)]
    taken = tuple(retraits)
    entrees = []
    if notes:
        lines = [ligne("", one.phrase) for one in notes]
        entrees.append(simple("Notes personnelles", ligne("", NOTES), *lines))
    if others:
        entrees.append(simple("Réponses réservées", *(ligne("", one.phrase) for one in others)))
    if taken:
        entrees.append(simple("Passages retirés", *(ligne("", one) for one in taken)))
    if not entrees:
        entrees.append(simple("", Ligne("", _RIEN)))
    return Chapitre(TITRE, tuple(entrees), _MOT)


def _hidden(sources: Sources, fiche: "Fiche", where: str) -> Iterator[Reserve]:
    if not fiche.answers:
        return
    author: MembreId = fiche.redacteur
    named = sources.reader.membre(author)
    try:
        form = form_of(sources.office, sources.work, fiche)
    except UnknownForm:
        yield ReponsesReservees(named, f"{where}, questionnaire disparu", len(fiche.answers))
        return
    seen = readable(sources.office, fiche, form)
    missing = fiche.answers.keys() - seen.keys()
    personal = {i.id for i in form.items if i.personal}
    if missing & personal:
        yield NoteScellee(named, where)
    if missing - personal:
        yield ReponsesReservees(named, where, len(missing - personal))

"""What fiches of a period answered in codes and figures, a table by form; never a free text."""

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from microstructure_desktop.forms.model import Control, ItemType, Partage
from microstructure_desktop.reports.tableur.feuilles import Colonne, Genre, Valeur

from . import reponses_lues
from .access import Lecture, lecture
from .fiche_forms import UnknownForm, form_of
from .tableau_commun import Cadre, Table
from .tableau_reponses import Question, case, colonne

if TYPE_CHECKING:
    from collections.abc import Iterable

    from microstructure_desktop.domain.fiche import Fiche
    from microstructure_desktop.domain.indicateurs.faits import Personne
    from microstructure_desktop.domain.patient import Patient
    from microstructure_desktop.forms.model import Form, Item

CODEES = frozenset(
    {
        ItemType.BOOLEAN,
        ItemType.CHOICE,
        ItemType.INTEGER,
        ItemType.DECIMAL,
        ItemType.INSTRUMENT,
    }
)
"""What is not typed freely; a day is left out too, it may be one of birth."""


def fiches(cadre: Cadre) -> tuple[Table, ...]:
    """The forms that the reader's role may read at least in part, by their title."""
    filled: dict[str, list[tuple[Fiche, Form]]] = defaultdict(list)
    for fiche in cadre.work.fiches.between(cadre.du, cadre.au):
        try:
            form = form_of(cadre.office, cadre.work, fiche)
        except UnknownForm:
            continue
        if lecture(cadre.office.membre.role, form) is not Lecture.RIEN:
            filled[form.id].append((fiche, form))
    tables = (_table(cadre, many) for many in filled.values())
    return tuple(sorted(tables, key=lambda t: t.titre))


def partagees(form: "Form") -> "tuple[Item, ...]":
    """The coded answers that the whole team reads; what raised an alert stays in the record."""
    return tuple(
        item
        for item in form.questions
        if item.type in CODEES
        and item.partage is Partage.EQUIPE
        and item.control is not Control.ALERTE
    )


def _table(cadre: Cadre, many: "list[tuple[Fiche, Form]]") -> Table:
    versions = {form.version: form for _, form in many}
    latest = versions[max(versions)]
    asked = _questions(versions[v] for v in sorted(versions, reverse=True))
    before = (
        Colonne("date", "Date", Genre.DATE, "Jour que la fiche décrit."),
        Colonne("complete", "Complète", Genre.OUI_NON, "Marquée complète par une personne."),
    )
    return Table(
        latest.title,
        f"{latest.title}{_SUITE}",
        (*before, *(colonne(q) for q in asked)),
        tuple((f.patient, _ligne(cadre, f, form, asked)) for f, form in many),
        par_date=True,
    )


_SUITE = " : réponses codées partagées avec l’équipe"


def _questions(versions: "Iterable[Form]") -> tuple[Question, ...]:
    """Those of the latest version in its order, then what earlier ones asked besides."""
    known: dict[str, list[tuple[Form, Item]]] = defaultdict(list)
    for form in versions:
        for item in partagees(form):
            known[item.id].append((form, item))
    texts = Counter(_texte(many[0][1]) for many in known.values())
    found = []
    for many in known.values():
        form, item = many[0]
        group = form.group_of(item.id)
        twice = texts[_texte(item)] > 1 and group is not None
        said = f"{group.title}, {_texte(item)}" if twice and group is not None else _texte(item)
        found.append(Question(item, said, tuple(other for _, other in many)))
    return tuple(found)


def _texte(item: "Item") -> str:
    return f"{item.text} ({item.row})" if item.row else item.text


def _ligne(
    cadre: Cadre, fiche: "Fiche", form: "Form", asked: tuple[Question, ...]
) -> tuple[Valeur, ...]:
    shared = {item.id for item in partagees(form)}
    answers = {k: v for k, v in fiche.answers.items() if k in shared}
    lues = reponses_lues.de_fiche(form, fiche, _qui(cadre.patients.get(fiche.patient)))
    cells = (case(q, answers.get(q.item.id), lues.scores) for q in asked)
    return (fiche.jour, fiche.complete, *cells)


def _qui(patient: "Patient | None") -> "Personne | None":
    from microstructure_desktop.domain.indicateurs.faits import Personne

    return None if patient is None else Personne(patient.sexe, patient.naissance)

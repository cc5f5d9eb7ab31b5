"""Whose record is read, by whom, and how one of its parts becomes an entry of the document."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from microstructure_desktop.reports.dossier_complet_imprime import Entree, Ligne, Partie

from .dossier_complet_libres import libres
from .titres import titre
from .versions import Reader, Rubrique, rubriques

if TYPE_CHECKING:
    from microstructure_desktop.domain.ids import PatientId
    from microstructure_desktop.domain.patient import Patient
    from microstructure_desktop.store.work import Work

    from .office import Office


@dataclass(frozen=True, slots=True)
class Sources:
    """`ids`: every record that is this person's now."""

    reader: Reader
    patient: "Patient"
    ids: "frozenset[PatientId]"

    @property
    def office(self) -> "Office":
        return self.reader.office

    @property
    def work(self) -> "Work":
        return self.reader.work

    def entree(self, record: Any) -> Entree:
        """What is filled in of a record, under what it is called."""
        first, *more = parties(rubriques(self.reader, record), libres(self.reader, record))
        called = titre(self.work, self.office, record)
        return Entree(called, (replace(first, titre=""), *more))

    def entrees(self, records: Iterable[Any]) -> tuple[Entree, ...]:
        return tuple(self.entree(record) for record in records)


def parties(found: Iterable[Rubrique], typed: tuple[str, ...]) -> tuple[Partie, ...]:
    return tuple(
        Partie(
            r.titre,
            tuple(ligne(c.label, c.texte, *(t for t in typed if t in c.texte)) for c in r.champs),
        )
        for r in found
    )


def ligne(label: str, texte: str, *typed: str) -> Ligne:
    return Ligne(label, texte, tuple(t for t in typed if t.strip()))


def simple(titre_: str, *lignes: Ligne) -> Entree:
    """An entry of one part; lines without a text are left out."""
    return Entree(titre_, (Partie("", tuple(x for x in lignes if x.texte)),))

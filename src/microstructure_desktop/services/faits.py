"""What the indicators count, read from the store by period; who objects to it is not in it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from microstructure_desktop.domain.fiche import Fiche
from microstructure_desktop.domain.indicateurs.faits import Personne

from . import reponses_lues
from .fiche_forms import UnknownForm, version_of
from .office import Office, today
from .oppositions import of_everybody
from .reunis import syntheses_entre

if TYPE_CHECKING:
    from microstructure_desktop.domain.consultation import Acte, Consultation
    from microstructure_desktop.domain.equipe import Cabinet, Membre, Role
    from microstructure_desktop.domain.facturation import Facturation
    from microstructure_desktop.domain.formation import Formation
    from microstructure_desktop.domain.ids import MembreId, PatientId
    from microstructure_desktop.domain.indicateurs.reponses import Lexique, Reponses
    from microstructure_desktop.domain.patient import Inclusion
    from microstructure_desktop.domain.programme import Programme
    from microstructure_desktop.domain.reunion import Reunion
    from microstructure_desktop.domain.synthese import Synthese
    from microstructure_desktop.forms.model import Form
    from microstructure_desktop.store.work import Work

    from .cercle import Ecrit

T = TypeVar("T", bound="Ecrit")


class FaitsDuCabinet:
    """`domain.indicateurs.faits.Faits` of one transaction; read when first asked, then kept."""

    def __init__(self, work: "Work", office: Office) -> None:
        self._work = work
        self._office = office
        self._reference = office.reference
        self.le = today(office)
        self._actes: dict[tuple[date, date], Sequence[Acte]] = {}
        self._fiches: dict[tuple[date, date], Sequence[Fiche]] = {}
        self._forms: dict[tuple[str, int], Form | None] = {}
        self._une: dict[str, Reponses | None] = {}
        self._reponses: dict[tuple[date, date], Sequence[Reponses]] = {}
        self._reponses_de: dict[PatientId, Sequence[Reponses]] = {}

    @property
    def programmes(self) -> "Mapping[str, Programme]":
        return self._reference.programmes

    @property
    def groupes(self) -> Mapping[str, Mapping[str, str]]:
        return self._reference.indicateurs.groupes

    @cached_property
    def lexique(self) -> "Lexique":
        return self._reference.indicateurs.lexique(self._reference.listes)

    @cached_property
    def cabinet(self) -> "Cabinet":
        return self._work.cabinet.get()

    @cached_property
    def membres(self) -> "Mapping[MembreId, Membre]":
        return {m.id: m for m in self._work.equipe.all()}

    @cached_property
    def exclus(self) -> "frozenset[PatientId]":
        """Those who object to being counted."""
        said = of_everybody(self._work)
        return frozenset(patient for patient, each in said.items() if each.statistique)

    def inclusions(self) -> "Sequence[Inclusion]":
        return self._inclusions

    @cached_property
    def _inclusions(self) -> "Sequence[Inclusion]":
        return self._without(self._work.inclusions.all())

    def personnes(self) -> "Mapping[PatientId, Personne]":
        return self._personnes

    @cached_property
    def _personnes(self) -> "Mapping[PatientId, Personne]":
        return {
            p.id: Personne(p.sexe, p.naissance, p.anonyme, p.information_remise)
            for p in self._work.patients.all()
            if p.absorbe_par is None and p.id not in self.exclus
        }

    def actes(self, du: date, au: date) -> "Sequence[Acte]":
        if (du, au) not in self._actes:
            self._actes[du, au] = self._without(self._work.queries.activity(du, au))
        return self._actes[du, au]

    def enregistres(self, qui: "Iterable[PatientId]") -> "Mapping[PatientId, date]":
        found = self._work.queries.registered(frozenset(qui) - self.exclus)
        return {patient: at.astimezone().date() for patient, at in found.items()}

    def premiers_actes(
        self, qui: "Iterable[PatientId]", role: "Role | None" = None
    ) -> "Mapping[PatientId, date]":
        return self._work.queries.first_kept_acts_of(frozenset(qui) - self.exclus, role)

    def premiers_proches(self, qui: "Iterable[PatientId]") -> "Mapping[PatientId, date]":
        return self._work.queries.first_relatives_acts_of(frozenset(qui) - self.exclus)

    def derniers_actes(self, qui: "Iterable[PatientId]", au: date) -> "Mapping[PatientId, date]":
        return self._work.queries.last_kept_acts_of(frozenset(qui) - self.exclus, au)

    def fiches(self, du: date, au: date) -> "Sequence[Fiche]":
        if (du, au) not in self._fiches:
            found = self._without(self._work.fiches.between(du, au))
            self._fiches[du, au] = sorted(found, key=lambda f: (f.jour, f.id))
        return self._fiches[du, au]

    def fiches_de(self, qui: "Iterable[PatientId]") -> "Sequence[Fiche]":
        found = [f for p in frozenset(qui) - self.exclus for f in self._work.fiches.of(p)]
        return sorted(found, key=lambda f: (f.jour, f.id))

    def reponses(self, du: date, au: date) -> "Sequence[Reponses]":
        if (du, au) not in self._reponses:
            seances = self._without(self._work.consultations.answered(du, au))
            self._reponses[du, au] = self._lues(self.fiches(du, au), seances)
        return self._reponses[du, au]

    def reponses_de(self, qui: "Iterable[PatientId]") -> "Sequence[Reponses]":
        named = sorted(frozenset(qui) - self.exclus)
        for patient in named:
            if patient not in self._reponses_de:
                fiches = self._work.fiches.of(patient)
                seances = self._work.consultations.answered_of(patient)
                self._reponses_de[patient] = self._lues(fiches, seances)
        return sorted((r for p in named for r in self._reponses_de[p]), key=lambda r: r.jour)

    def _lues(
        self, fiches: "Sequence[Fiche]", seances: "Sequence[Consultation]"
    ) -> "Sequence[Reponses]":
        """Sessions, then fiches of the same day; without a definition, nothing can be read."""
        found = [self._lue(each) for each in seances] + [self._lue(each) for each in fiches]
        return sorted((r for r in found if r is not None), key=lambda r: r.jour)

    def _lue(self, written: "Fiche | Consultation") -> "Reponses | None":
        """Read once: several indicators ask for the same, by period and by person."""
        if written.id not in self._une:
            form = self._form(written.form, written.form_version)
            who = self.personnes().get(written.patient)
            self._une[written.id] = None if form is None else _lue(form, written, who)
        return self._une[written.id]

    def _form(self, form: str, version: int) -> "Form | None":
        if (form, version) not in self._forms:
            try:
                self._forms[form, version] = version_of(self._office, self._work, form, version)
            except UnknownForm:
                self._forms[form, version] = None
        return self._forms[form, version]

    def syntheses(self, du: date, au: date) -> "Sequence[Synthese]":
        held = syntheses_entre(self._work, du, au)
        if not self.exclus:
            return held
        return [replace(s, situations=tuple(self._without(s.situations))) for s in held]

    def reunions(self, du: date, au: date) -> "Sequence[Reunion]":
        return [r for r in self._work.reunions.all() if du <= r.jour <= au]

    def formations(self, du: date, au: date) -> "Sequence[Formation]":
        return [f for f in self._work.formations.all() if du <= f.du <= au]

    def facturations(self) -> "Sequence[Facturation]":
        return self._without(self._work.facturations.all())

    def _without(self, records: Sequence[T]) -> Sequence[T]:
        if not self.exclus:
            return records
        return [r for r in records if r.patient not in self.exclus]


def _lue(form: "Form", written: "Fiche | Consultation", who: Personne | None) -> "Reponses":
    if isinstance(written, Fiche):
        return reponses_lues.de_fiche(form, written, who)
    return reponses_lues.de_seance(form, written, who)

"""Records written by hand, as the indicators ask for them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from microstructure_desktop.domain.consultation import Consultation
from microstructure_desktop.domain.equipe import Cabinet, Membre, Role
from microstructure_desktop.domain.facturation import Facturation
from microstructure_desktop.domain.fiche import Fiche
from microstructure_desktop.domain.formation import Formation
from microstructure_desktop.domain.ids import MembreId, PatientId
from microstructure_desktop.domain.indicateurs.faits import Personne
from microstructure_desktop.domain.indicateurs.reponses import Lexique, Reponses
from microstructure_desktop.domain.patient import Inclusion
from microstructure_desktop.domain.programme import Programme
from microstructure_desktop.domain.reunion import Reunion
from microstructure_desktop.domain.synthese import Synthese
from microstructure_desktop.services.reponses_lues import de_fiche, de_seance
from microstructure_desktop.services.shipped import shipped
from tests import factories as make


@dataclass
class FaitsEcrits:
    """`domain.indicateurs.faits.Faits` over lists; what is not named is empty, but for the
    questions and lists, which are those shipped.
    """

    le: date = date(2026, 12, 31)
    cabinet: Cabinet = field(default_factory=make.a_cabinet)
    programmes: Mapping[str, Programme] = field(default_factory=dict, repr=False)
    membres: Mapping[MembreId, Membre] = field(default_factory=dict)
    groupes: Mapping[str, Mapping[str, str]] = field(default_factory=dict, repr=False)
    lexique: Lexique = field(
        default_factory=lambda: shipped().indicateurs.lexique(shipped().listes), repr=False
    )
    les_inclusions: Sequence[Inclusion] = ()
    les_personnes: Mapping[PatientId, Personne] = field(default_factory=dict)
    les_enregistrements: Mapping[PatientId, date] = field(default_factory=dict)
    les_actes: Sequence[Consultation] = ()
    les_fiches: Sequence[Fiche] = ()
    les_syntheses: Sequence[Synthese] = ()
    les_reunions: Sequence[Reunion] = ()
    les_formations: Sequence[Formation] = ()
    les_facturations: Sequence[Facturation] = ()

    def inclusions(self) -> Sequence[Inclusion]:
        return self.les_inclusions

    def personnes(self) -> Mapping[PatientId, Personne]:
        return self.les_personnes

    def actes(self, du: date, au: date) -> Sequence[Consultation]:
        return [a for a in self.les_actes if du <= a.jour <= au]

    def enregistres(self, qui: Iterable[PatientId]) -> Mapping[PatientId, date]:
        return {p: self.les_enregistrements[p] for p in qui}

    def premiers_actes(
        self, qui: Iterable[PatientId], role: Role | None = None
    ) -> Mapping[PatientId, date]:
        met = self._rencontres(qui, role)
        return {p: min(days) for p, days in met.items()}

    def premiers_proches(self, qui: Iterable[PatientId]) -> Mapping[PatientId, date]:
        wanted = set(qui)
        talks = [a for a in self.les_actes if a.entourage and a.honoree and a.patient in wanted]
        return {t.patient: min(o.jour for o in talks if o.patient == t.patient) for t in talks}

    def derniers_actes(self, qui: Iterable[PatientId], au: date) -> Mapping[PatientId, date]:
        met = {p: [d for d in days if d <= au] for p, days in self._rencontres(qui).items()}
        return {p: max(days) for p, days in met.items() if days}

    def fiches(self, du: date, au: date) -> Sequence[Fiche]:
        return sorted(
            (f for f in self.les_fiches if du <= f.jour <= au), key=lambda f: (f.jour, f.id)
        )

    def fiches_de(self, qui: Iterable[PatientId]) -> Sequence[Fiche]:
        wanted = set(qui)
        return [f for f in self.fiches(date.min, date.max) if f.patient in wanted]

    def reponses(self, du: date, au: date) -> Sequence[Reponses]:
        forms = {form.id: form for form in shipped().forms}
        kept = [a for a in self.actes(du, au) if a.honoree and a.form in forms]
        filled = [f for f in self.fiches(du, au) if f.form in forms]
        qui = self.les_personnes
        found = [
            *(de_seance(forms[a.form], a, qui.get(a.patient)) for a in kept),
            *(de_fiche(forms[f.form], f, qui.get(f.patient)) for f in filled),
        ]
        return sorted(found, key=lambda r: r.jour)

    def reponses_de(self, qui: Iterable[PatientId]) -> Sequence[Reponses]:
        wanted = set(qui)
        return [r for r in self.reponses(date.min, date.max) if r.patient in wanted]

    def syntheses(self, du: date, au: date) -> Sequence[Synthese]:
        return [s for s in self.les_syntheses if du <= s.jour <= au]

    def reunions(self, du: date, au: date) -> Sequence[Reunion]:
        return [r for r in self.les_reunions if du <= r.jour <= au]

    def formations(self, du: date, au: date) -> Sequence[Formation]:
        return [f for f in self.les_formations if du <= f.du <= au]

    def facturations(self) -> Sequence[Facturation]:
        return self.les_facturations

    def _rencontres(
        self, qui: Iterable[PatientId], role: Role | None = None
    ) -> dict[PatientId, list[date]]:
        wanted, met = set(qui), {}
        for acte in self.les_actes:
            if role not in (None, acte.role):
                continue
            if acte.honoree and not acte.sans_patient and acte.patient in wanted:
                met.setdefault(acte.patient, []).append(acte.jour)
        return met

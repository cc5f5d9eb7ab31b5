"""What an indicator may ask about: the records of a cabinet, read by period."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from microstructure_desktop.domain.consultation import Acte
from microstructure_desktop.domain.equipe import Cabinet, Membre, Role
from microstructure_desktop.domain.facturation import Facturation
from microstructure_desktop.domain.fiche import Fiche
from microstructure_desktop.domain.formation import Formation
from microstructure_desktop.domain.ids import MembreId, PatientId
from microstructure_desktop.domain.patient import Inclusion, Sexe
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.domain.programme import Programme
from microstructure_desktop.domain.reunion import Reunion
from microstructure_desktop.domain.synthese import Synthese

from .reponses import Lexique, Reponses


@dataclass(frozen=True, slots=True)
class Periode:
    """A month or a year, both days included."""

    premier: date
    dernier: date

    @classmethod
    def du_mois(cls, mois: Mois) -> "Periode":
        return cls(mois.premier, mois.dernier)

    @classmethod
    def de_l_annee(cls, annee: int) -> "Periode":
        return cls(date(annee, 1, 1), date(annee, 12, 31))

    def __contains__(self, jour: date) -> bool:
        return self.premier <= jour <= self.dernier


@dataclass(frozen=True, slots=True)
class Personne:
    """What counting needs of somebody: no name. `anonyme`: under an alias, never in a forfait."""

    sexe: Sexe
    naissance: date
    anonyme: bool = False
    information_remise: date | None = None


class Faits(Protocol):
    """Records less the people who object to being counted; merged records are one person.

    What a method returns grows with the period asked or the people named, never with the years
    before it: `inclusions` and `personnes` alone are everybody ever followed.
    """

    @property
    def le(self) -> date:
        """Today: what is later has not happened."""
        ...

    @property
    def programmes(self) -> Mapping[str, Programme]: ...
    @property
    def cabinet(self) -> Cabinet: ...
    @property
    def membres(self) -> Mapping[MembreId, Membre]: ...
    @property
    def groupes(self) -> Mapping[str, Mapping[str, str]]:
        """By code list, the group of each code that is counted by groups (« CL29 », « CL09 »)."""
        ...

    @property
    def lexique(self) -> Lexique:
        """Where the answers that are counted are asked, and the codes of the lists in order."""
        ...

    def inclusions(self) -> Sequence[Inclusion]: ...
    def personnes(self) -> Mapping[PatientId, Personne]: ...
    def actes(self, du: date, au: date) -> Sequence[Acte]: ...
    def enregistres(self, qui: Iterable[PatientId]) -> Mapping[PatientId, date]:
        """The day each of these people was registered."""
        ...

    def premiers_actes(
        self, qui: Iterable[PatientId], role: Role | None = None
    ) -> Mapping[PatientId, date]:
        """The first kept act ever with each of these people, by one profession or by any;
        relatives alone set aside.
        """
        ...

    def premiers_proches(self, qui: Iterable[PatientId]) -> Mapping[PatientId, date]:
        """The first kept talk ever with a relative of each of these people."""
        ...

    def derniers_actes(self, qui: Iterable[PatientId], au: date) -> Mapping[PatientId, date]:
        """The last kept act with each of these people up to a day."""
        ...

    def fiches(self, du: date, au: date) -> Sequence[Fiche]:
        """Those of these days, oldest first, drafts never."""
        ...

    def fiches_de(self, qui: Iterable[PatientId]) -> Sequence[Fiche]:
        """All those of these people, oldest first."""
        ...

    def reponses(self, du: date, au: date) -> Sequence[Reponses]:
        """What was answered these days in fiches and in kept sessions, oldest first."""
        ...

    def reponses_de(self, qui: Iterable[PatientId]) -> Sequence[Reponses]:
        """All that was ever answered about these people, oldest first."""
        ...

    def syntheses(self, du: date, au: date) -> Sequence[Synthese]: ...
    def reunions(self, du: date, au: date) -> Sequence[Reunion]: ...
    def formations(self, du: date, au: date) -> Sequence[Formation]: ...
    def facturations(self) -> Sequence[Facturation]: ...

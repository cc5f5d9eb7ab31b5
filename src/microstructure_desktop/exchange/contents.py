"""The only data that may leave the cabinet: tables of counts, months and closed lists.

No field can hold a name, a sentence, an identifier or a day: what is not written here cannot leave.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from microstructure_desktop.domain.periods import Mois

K_ACTIVITE = 5
"""Fewest distinct patients behind a published row; no convention may go below."""
K, K_PLANCHER = 11, 5
"""Fewest people behind a trait, and how low a signed convention may put it (privacy, 1.2)."""


class Acteur(StrEnum):
    MEDECIN_GENERALISTE = "medecin_generaliste"
    PSYCHOLOGUE = "psychologue"
    TRAVAILLEUR_SOCIAL = "travailleur_social"
    PSYCHIATRE = "psychiatre"
    COORDINATION = "coordination"


class NatureActe(StrEnum):
    CONSULTATION_LONGUE = "consultation_longue"
    CONSULTATION = "consultation"
    ENTRETIEN_INDIVIDUEL = "entretien_individuel"
    ENTRETIEN_ENTOURAGE = "entretien_entourage"
    PERMANENCE_PSYCHIATRE = "permanence_psychiatre"
    REUNION_SYNTHESE = "reunion_synthese"
    CONCERTATION = "concertation"
    COORDINATION = "coordination"
    RDV_NON_HONORE = "rdv_non_honore"


class Modalite(StrEnum):
    CABINET = "cabinet"
    DISTANCE = "distance"
    DOMICILE = "domicile"
    HORS_PATIENT = "hors_patient"


class Statut(StrEnum):
    """Whether the file active is written, or hidden because too few patients were seen."""

    EXACT = "exact"
    REGROUPE = "regroupe"


class Raison(StrEnum):
    """Why something stays in the cabinet this month."""

    ACTIVITE_REPORTEE = "activite_reportee"
    FILE_ACTIVE_INSUFFISANTE = "file_active_insuffisante"
    CUMUL_INSUFFISANT = "cumul_insuffisant"


@dataclass(frozen=True, slots=True, order=True)
class LigneActivite:
    """`mois` is a month, or a range « 2025-01/2025-03 » when months were carried over."""

    mois: str
    acteur: Acteur
    acte: NatureActe
    modalite: Modalite
    nombre: int
    minutes: int


@dataclass(frozen=True, slots=True, order=True)
class LigneForfaits:
    """One line per unit amount; the three `prest_` are the imputable acts of the month."""

    mois: str
    ouverts_cumul_annee: int
    en_cours: int
    clos_cumul_annee: int
    montant_unitaire_eur: Decimal
    prest_mg: int
    prest_psy: int
    prest_ts: int


@dataclass(frozen=True, slots=True)
class LigneFileActive:
    mois: str
    file_active: int | None
    cumul_annee: int | None
    statut: Statut


@dataclass(frozen=True, slots=True)
class LigneFonctionnement:
    """`formations`: begun in the month, once for each member who follows it.

    None while the register has none up to that month: nothing says that the team followed none.
    """

    mois: str
    reunions: int
    participants_total: int
    psychiatre_minutes: int
    formations: int | None = None


@dataclass(frozen=True, slots=True, order=True)
class LigneProfil:
    """How many of a closed year's people are in one group of one variable.

    The codes are those of `profil.NOMENCLATURE`; `niveau` counts from 1, the finest.
    """

    annee: int
    variable: str
    niveau: int
    modalite: str
    n: int


@dataclass(frozen=True, slots=True)
class Contenu:
    """What one month of one microstructure sends; two equal contents make the same bytes."""

    mois: Mois
    structure: str
    region: str
    activite: tuple[LigneActivite, ...]
    forfaits: tuple[LigneForfaits, ...]
    file_active: tuple[LigneFileActive, ...]
    fonctionnement: tuple[LigneFonctionnement, ...]
    k_activite: int = K_ACTIVITE
    profil_entrants: tuple[LigneProfil, ...] = ()
    profil_sortants: tuple[LigneProfil, ...] = ()

    @property
    def retenu(self) -> tuple[tuple[str, Raison], ...]:
        """(table, reason) for each thing held back, read from the tables themselves."""
        trouve: list[tuple[str, Raison]] = []
        if not self.activite:
            trouve.append(("activite", Raison.ACTIVITE_REPORTEE))
        if any(ligne.file_active is None for ligne in self.file_active):
            trouve.append(("file_active", Raison.FILE_ACTIVE_INSUFFISANTE))
        if any(ligne.cumul_annee is None for ligne in self.file_active):
            trouve.append(("file_active", Raison.CUMUL_INSUFFISANT))
        return tuple(trouve)

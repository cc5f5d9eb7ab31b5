"""The annual report: what the team writes in it, and who funds the microstructure."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .ids import CommentaireId, FinancementId


class Version(StrEnum):
    """For whom the report is printed: the team alone, with every figure, or anybody."""

    INTERNE = "interne"
    DIFFUSABLE = "diffusable"


class Section(StrEnum):
    """The sixteen sections, in the order they are printed."""

    IDENTITE = "identite"
    METHODE = "methode"
    FILE_ACTIVE = "file_active"
    PROFIL = "profil"
    CONDUITES = "conduites"
    SANTE = "sante"
    ACTIVITE = "activite"
    ENTOURAGE = "entourage"
    TRAVAIL_SOCIAL = "travail_social"
    COORDINATION = "coordination"
    PARCOURS = "parcours"
    EVOLUTION = "evolution"
    FORFAITS = "forfaits"
    QUALITE = "qualite"
    VIGNETTES = "vignettes"
    PERSPECTIVES = "perspectives"


@dataclass(frozen=True, slots=True)
class Commentaire:
    """What the team says under the figures of one section of one year."""

    id: CommentaireId
    annee: int
    section: Section
    texte: str


@dataclass(frozen=True, slots=True)
class Financement:
    """A grant or a payment: who gives, what for, how much in cents, for which period."""

    id: FinancementId
    financeur: str
    nature: str
    montant_centimes: int
    du: date
    au: date
    precision: str = ""

    def part_de(self, annee: int) -> int:
        """What falls in a year in cents, by days: the years of its period add up to the whole."""
        days = (self.au - self.du).days + 1
        before = min(max((date(annee, 1, 1) - self.du).days, 0), days)
        until = min(max((date(annee, 12, 31) - self.du).days + 1, 0), days)
        return self.montant_centimes * until // days - self.montant_centimes * before // days

"""By when a person who asks for their data is answered: read from resources/demandes.toml."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from microstructure_desktop import assets
from microstructure_desktop.domain.demande import Demande, NatureDemande
from microstructure_desktop.domain.periods import mois_plus_tard
from microstructure_desktop.forms.toml_table import Fault, FormError, Table, parse

_VERSIONS, _REGLES, _PROCHES = 50, 20, 200
_HIGHEST = 90
_YEAR = 12


@dataclass(frozen=True, slots=True)
class RegleDemande:
    """One rule in words; `a_verifier`: nobody read its text word for word."""

    titre: str
    texte: str
    a_verifier: bool


@dataclass(frozen=True, slots=True)
class Echeance:
    """`pas_avant`: time left to the person to think. `ancien`: for what is older than some years,
    `ancien_depuis` the day before which it is.
    """

    le: date
    pas_avant: date | None = None
    ancien: date | None = None
    ancien_depuis: date | None = None

    def en_retard(self, le: date) -> bool:
        return self.le < le


@dataclass(frozen=True, slots=True)
class Delais:
    """What applies, since when, and the texts that say it.

    `proches`: words by which a text may speak of somebody else than the person.
    """

    depuis: date
    source: str
    sante_jours: int
    reflexion_jours: int
    ancien_annees: int
    ancien_mois: int
    autre_mois: int
    proches: tuple[str, ...]
    regles: tuple[RegleDemande, ...]

    def echeance(self, demande: Demande) -> Echeance:
        """Counted from the day it was received."""
        jour = demande.jour
        if demande.nature is not NatureDemande.ACCES:
            return Echeance(mois_plus_tard(jour, self.autre_mois))
        return Echeance(
            jour + timedelta(days=self.sante_jours),
            jour + timedelta(days=self.reflexion_jours),
            mois_plus_tard(jour, self.ancien_mois),
            mois_plus_tard(jour, -_YEAR * self.ancien_annees),
        )


@cache
def delais() -> Delais:
    """What is shipped; it never changes while the program runs.

    Raises:
        FormError: the shipped file is damaged.
    """
    return load(assets.text("demandes.toml"))


def load(text: str) -> Delais:
    """The most recent set of the file; the earlier ones say what applied before.

    Raises:
        FormError: with every fault.
    """
    faults: list[Fault] = []
    table = Table(parse(text), faults)
    found = [_read(row) for row in table.tables("version", _VERSIONS, needed=True)]
    table.close()
    if faults:
        raise FormError(faults)
    return max(found, key=lambda version: version.depuis)


def _read(row: Table) -> Delais:
    found = Delais(
        row.day("depuis", needed=True) or date.min,
        row.text("source", 800, needed=True),
        _figure(row, "sante_jours"),
        _figure(row, "reflexion_jours"),
        _figure(row, "ancien_annees"),
        _figure(row, "ancien_mois"),
        _figure(row, "autre_mois"),
        row.texts("proches", _PROCHES),
        tuple(_regle(r) for r in row.tables("regle", _REGLES, needed=True)),
    )
    row.close()
    return found


def _figure(row: Table, name: str) -> int:
    return row.integer(name, 1, _HIGHEST, needed=True) or 1


def _regle(row: Table) -> RegleDemande:
    titre, texte = row.text("titre", 60, needed=True), row.text("texte", 300, needed=True)
    found = RegleDemande(titre, texte, row.boolean("a_verifier"))
    row.close()
    return found

"""Seuils: the dated thresholds behind reminders and prefilled durations."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from microstructure_desktop.domain.equipe import SOIGNANTS, Role
from microstructure_desktop.forms import wording
from microstructure_desktop.forms.toml_table import Fault, FormError, Table, parse

MAX_VERSIONS = 50


@dataclass(frozen=True, slots=True)
class Seuils:
    """One dated set. A person is without news after `sans_nouvelles_jours`, a follow-up fiche due
    every `fiche_suivi_mois`, a forfait's end announced `forfait_echeance_jours` before, a
    situation discussed again after `reparler_mois`, or after `deux_mois_jours` when the meeting
    said « in two months »; counts below `k_activite` are not shown.
    """

    depuis: date
    source: str
    sans_nouvelles_jours: int
    fiche_suivi_mois: int
    forfait_echeance_jours: int
    reparler_mois: int
    deux_mois_jours: int
    k_activite: int
    reunion_minutes: int
    duree_seance_minutes: Mapping[Role, int]

    def duree_seance(self, role: Role) -> int:
        """Minutes prefilled for one session; a role without sessions gets the shortest."""
        return self.duree_seance_minutes.get(role, min(self.duree_seance_minutes.values()))


def load(text: str) -> Seuils:
    """The most recent set of the file; the earlier ones say what applied before.

    Raises:
        FormError: with every fault.
    """
    faults: list[Fault] = []
    table = Table(parse(text), faults)
    found = [_read(row) for row in table.tables("version", MAX_VERSIONS, needed=True)]
    table.close()
    if faults:
        raise FormError(faults)
    return max(found, key=lambda seuils: seuils.depuis)


def _read(row: Table) -> Seuils:
    seuils = Seuils(
        depuis=row.day("depuis", needed=True) or date.min,
        source=row.text("source", 400, needed=True),
        sans_nouvelles_jours=row.integer("sans_nouvelles_jours", 1, 3650, needed=True) or 1,
        fiche_suivi_mois=row.integer("fiche_suivi_mois", 1, 120, needed=True) or 1,
        forfait_echeance_jours=row.integer("forfait_echeance_jours", 1, 366, needed=True) or 1,
        reparler_mois=row.integer("reparler_mois", 1, 120, needed=True) or 1,
        deux_mois_jours=row.integer("deux_mois_jours", 1, 366, needed=True) or 1,
        k_activite=row.integer("k_activite", 1, 1000, needed=True) or 1,
        reunion_minutes=row.integer("reunion_minutes", 1, 1440, needed=True) or 1,
        duree_seance_minutes=_minutes(row),
    )
    row.close()
    return seuils


def _minutes(row: Table) -> dict[Role, int]:
    table = row.table("duree_seance_minutes")
    if table is None:
        row.fault(wording.MISSING_KEY, "duree_seance_minutes")
        return {}
    found = {role: table.integer(role, 1, 1440, needed=True) or 1 for role in SOIGNANTS}
    table.close()
    return found

"""Whether a bundle that is well formed fits what was received before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.exchange.profil import PROFILS
from microstructure_desktop.exchange.refus import (
    ConventionUnknown,
    MonthAlreadyReceived,
    MonthInFuture,
    ProfileChanged,
    RegionOther,
    ReplacesAnother,
    SequenceTaken,
    ThresholdTooLow,
    TotalDecreases,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from microstructure_desktop.exchange.bundle import Recu
    from microstructure_desktop.exchange.contents import Contenu, LigneFileActive, LigneForfaits
    from microstructure_desktop.exchange.manifest import Entete

    from .model import Paquet
    from .sql.work import Work


def check(work: Work, recu: Recu, today: date, *, anyway: bool = False) -> Paquet | None:
    """The bundle that counts for this month until now, which this one follows or precedes.

    `anyway`: somebody answers for it, whatever came before.

    Raises:
        BundleRefused: which one says why.
    """
    entete = recu.entete
    _check_terms(work, entete, today)
    if work.paquets.at(entete.structure, entete.sequence) is not None:
        raise SequenceTaken
    _check_profiles(work, recu.contenu)
    head = work.paquets.head(entete.structure, entete.mois)
    if not anyway and not older(entete, head):
        _check_replaces(work, entete, head)
        _check_totals(work, recu.contenu)
    return head


def older(entete: Entete, head: Paquet | None) -> bool:
    """Whether it arrives after the one that replaced it: it is kept, and does not count."""
    return head is not None and entete.sequence < head.sequence


def _check_terms(work: Work, entete: Entete, today: date) -> None:
    """Those of the enrolment and of the convention that it names."""
    structure = work.structures.get(entete.structure)
    if structure is None or structure.region != entete.region:
        raise RegionOther
    named = entete.adresse.convention
    made = None if named is None else work.conventions.by(named)
    if made is None:
        raise ConventionUnknown
    terms = made.convention
    if entete.adresse.k < terms.k or entete.k_activite < terms.k_activite:
        raise ThresholdTooLow
    if entete.mois > Mois.de(today):
        raise MonthInFuture


def _check_replaces(work: Work, entete: Entete, head: Paquet | None) -> None:
    """It names the one that counts, or one that was lost on the way, never one already replaced."""
    if head is None:
        return
    if entete.remplace is None:
        raise MonthAlreadyReceived
    if entete.remplace != head.id and work.paquets.get(entete.remplace) is not None:
        raise ReplacesAnother


def _check_profiles(work: Work, contenu: Contenu) -> None:
    """A closed year is told once: two versions of it could be subtracted."""
    for table in PROFILS:
        said = set(getattr(contenu, table.nom))
        for annee in {row.annee for row in said}:
            known = work.lignes.profil(table.nom, annee, contenu.structure)
            if known and {row.valeur for row in known} != said:
                raise ProfileChanged


def _check_totals(work: Work, contenu: Contenu) -> None:
    """What is counted since January only grows, from the last earlier month received."""
    earlier = [
        p.periode
        for p in work.paquets.heads(contenu.structure)
        if p.periode.annee == contenu.mois.annee and p.periode < contenu.mois
    ]
    if not earlier:
        return
    month = max(earlier)
    forfaits = [x.valeur for x in work.lignes.forfaits(month, month, contenu.structure)]
    patients = [x.valeur for x in work.lignes.file_active(month, month, contenu.structure)]
    if _less(_cumulated(forfaits), _cumulated(contenu.forfaits)):
        raise TotalDecreases
    if _less(_seen(patients), _seen(contenu.file_active)):
        raise TotalDecreases


def _cumulated(rows: Iterable[LigneForfaits]) -> dict[object, int]:
    found: dict[object, int] = {}
    for row in rows:
        found[row.montant_unitaire_eur, "ouverts"] = row.ouverts_cumul_annee
        found[row.montant_unitaire_eur, "clos"] = row.clos_cumul_annee
    return found


def _seen(rows: Iterable[LigneFileActive]) -> dict[object, int]:
    """A total that is hidden is under the threshold, and so under any that was shown."""
    totals = [row.cumul_annee for row in rows if row.cumul_annee is not None]
    return {"vus": max(totals)} if totals else {}


def _less(before: Mapping[object, int], now: Mapping[object, int]) -> bool:
    """An amount with no line any more counts for nothing."""
    return any(now.get(key, 0) < total for key, total in before.items())

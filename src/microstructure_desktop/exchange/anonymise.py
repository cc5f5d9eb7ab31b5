"""From domain objects to what may leave: counts by month, held back while too few people."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from microstructure_desktop.domain import activite
from microstructure_desktop.domain.consultation import (
    ABSENCES,
    HORS_RENDEZ_VOUS,
    LIEUX_PROPRES,
    TypeActe,
)
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.periods import Mois

from .contents import (
    K_ACTIVITE,
    Acteur,
    Contenu,
    LigneActivite,
    LigneFileActive,
    LigneFonctionnement,
    LigneForfaits,
    Modalite,
    NatureActe,
    Statut,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from microstructure_desktop.domain.consultation import Acte
    from microstructure_desktop.domain.equipe import Cabinet, Membre
    from microstructure_desktop.domain.ids import MembreId, PatientId
    from microstructure_desktop.domain.patient import Inclusion
    from microstructure_desktop.domain.programme import Programme
    from microstructure_desktop.domain.synthese import Synthese

_ACTEURS = {
    Role.MEDECIN: Acteur.MEDECIN_GENERALISTE,
    Role.PSYCHOLOGUE: Acteur.PSYCHOLOGUE,
    Role.TRAVAILLEUR_SOCIAL: Acteur.TRAVAILLEUR_SOCIAL,
    Role.PSYCHIATRE: Acteur.PSYCHIATRE,
    Role.COORDINATION: Acteur.COORDINATION,
    Role.SECRETARIAT: Acteur.COORDINATION,
}
_NATURES = {
    TypeActe.CONS_MG_LONGUE: NatureActe.CONSULTATION_LONGUE,
    TypeActe.CONS_MG: NatureActe.CONSULTATION,
    TypeActe.ENTRETIEN_ENTOURAGE: NatureActe.ENTRETIEN_ENTOURAGE,
    TypeActe.DEMARCHE_SANS_PATIENT: NatureActe.COORDINATION,
    TypeActe.AVIS_PSYCHIATRE_EQUIPE: NatureActe.CONCERTATION,
}
_RENCONTRES = {
    Role.MEDECIN: NatureActe.CONSULTATION,
    Role.PSYCHIATRE: NatureActe.PERMANENCE_PSYCHIATRE,
}
"""How a profession meets a person, wherever and for whatever: the others, one to one."""
_MODALITES = {
    "CABINET": Modalite.CABINET,
    "MSP": Modalite.CABINET,
    "CSAPA_CAARUD": Modalite.CABINET,
    "TELEPHONE": Modalite.DISTANCE,
    "VISIO": Modalite.DISTANCE,
}
"""Any other place is outside the structure: naming it (prison, hospital) would tell a trait."""

Periode = tuple[Mois, Mois]
"""The first and the last month of what was carried over; the same twice for one month."""

_Case = tuple[Acteur, NatureActe, Modalite]
_REUNION = (Acteur.COORDINATION, NatureActe.REUNION_SYNTHESE, Modalite.HORS_PATIENT)


@dataclass(frozen=True, slots=True)
class Sources:
    """What the export reads, since the first day: carrying months over needs the whole past.

    `formations`: the first day of each training, once for each member who followed it.
    `k_activite`: fewest people behind a count. `parties`: first and last month of each activity
    that left already; they are one whole for ever, or two versions could be subtracted.
    """

    cabinet: Cabinet
    actes: tuple[Acte, ...]
    inclusions: tuple[Inclusion, ...]
    syntheses: tuple[Synthese, ...]
    membres: Mapping[MembreId, Membre]
    programmes: Mapping[str, Programme]
    formations: tuple[date, ...]
    k_activite: int = K_ACTIVITE
    parties: tuple[Periode, ...] = ()


def anonymise(sources: Sources, mois: Mois) -> Contenu:
    """The four tables of one month.

    Raises:
        ValueError: a threshold below the one every convention must respect.
    """
    k = sources.k_activite
    if k < K_ACTIVITE:
        raise ValueError(k)
    return Contenu(
        mois,
        sources.cabinet.structure,
        sources.cabinet.region,
        _activite(sources, mois),
        _forfaits(sources, mois),
        (_file_active(sources, mois, k),),
        (_fonctionnement(sources, mois),),
        k,
    )


def _activite(sources: Sources, mois: Mois) -> tuple[LigneActivite, ...]:
    """The rows of this month and of those it carries; none while too few people are behind.

    Each earlier month is judged again as it was, but for what left already: that keeps its months,
    whatever was corrected since, and neither takes nor gives any.
    """
    actifs = _mois_actifs(sources)
    groupe: Periode | None = None
    portes: list[Mois] = []
    patients: frozenset[PatientId] = frozenset()
    for m in sorted({*actifs, *(dernier for _, dernier in sources.parties)}):
        partie = _partie(sources, m)
        if partie != groupe:
            groupe, portes, patients = partie, [], frozenset()
        portes.append(m)
        patients |= activite.vus(actifs.get(m, ()), m.premier, m.dernier)
        suffisant = len(patients) >= sources.k_activite
        fini = suffisant if partie is None else m == partie[1]
        if m == mois and fini and suffisant:
            actes = [a for p in portes for a in actifs.get(p, ())]
            return _lignes(partie or (portes[0], m), actes, sources.syntheses)
        if m >= mois:
            break
        if fini:
            portes, patients = [], frozenset()
    return ()


def _partie(sources: Sources, mois: Mois) -> Periode | None:
    """What left already and holds this month."""
    return next((p for p in sources.parties if p[0] <= mois <= p[1]), None)


def _mois_actifs(sources: Sources) -> dict[Mois, list[Acte]]:
    """Months that have rows to send, with their acts."""
    trouves: dict[Mois, list[Acte]] = {Mois.de(s.jour): [] for s in sources.syntheses if s.close}
    for acte in sources.actes:
        if _compte(acte):
            trouves.setdefault(Mois.de(acte.jour), []).append(acte)
    return trouves


def _compte(acte: Acte) -> bool:
    """Kept or missed by the patient; what the professional cancels or moves is no activity.

    A group stays in the cabinet: no nature tells it from a talk alone with somebody, and it is
    recorded once for each person, so that its minutes would be counted as many times.
    """
    if acte.type is TypeActe.GROUPE:
        return False
    return acte.honoree or (acte.issue in ABSENCES and acte.type not in HORS_RENDEZ_VOUS)


def _lignes(
    periode: Periode, actes: Iterable[Acte], syntheses: Iterable[Synthese]
) -> tuple[LigneActivite, ...]:
    premier, dernier = periode
    tenues = [s for s in syntheses if s.close and premier <= Mois.de(s.jour) <= dernier]
    unites = [_unite(a) for a in actes]
    unites += [(_REUNION, activite.duree(s)) for s in tenues]
    nombre: Counter[_Case] = Counter()
    minutes: Counter[_Case] = Counter()
    for case, duree in unites:
        nombre[case] += 1
        minutes[case] += duree
    ecrite = str(premier) if premier == dernier else f"{premier}/{dernier}"
    return tuple(
        sorted(LigneActivite(ecrite, *case, nombre[case], minutes[case]) for case in nombre)
    )


def _unite(acte: Acte) -> tuple[_Case, int]:
    """The cell an act falls into and the minutes it adds there: none when it was missed."""
    acteur, modalite = _ACTEURS[acte.role], _modalite(acte)
    if not acte.honoree:
        return (acteur, NatureActe.RDV_NON_HONORE, modalite), 0
    rencontre = _RENCONTRES.get(acte.role, NatureActe.ENTRETIEN_INDIVIDUEL)
    return (acteur, _NATURES.get(acte.type, rencontre), modalite), acte.duree


def _modalite(acte: Acte) -> Modalite:
    """What the act says of its place goes before the place noted."""
    if acte.type in HORS_RENDEZ_VOUS:
        return Modalite.HORS_PATIENT
    return _MODALITES.get(LIEUX_PROPRES.get(acte.type, acte.lieu), Modalite.DOMICILE)


def _forfaits(sources: Sources, mois: Mois) -> tuple[LigneForfaits, ...]:
    """Always exact: it is what is paid, and no line tells anything about a person."""
    return tuple(
        LigneForfaits(
            str(mois),
            f.ouverts,
            f.en_cours,
            f.clos,
            Decimal(f.montant_centimes) / 100,
            f.faits.get(Role.MEDECIN, 0),
            f.faits.get(Role.PSYCHOLOGUE, 0),
            f.faits.get(Role.TRAVAILLEUR_SOCIAL, 0),
        )
        for f in activite.forfaits(
            sources.inclusions,
            sources.programmes,
            sources.actes,
            mois,
            sources.cabinet.cycle_forfait,
        )
    )


def _file_active(sources: Sources, mois: Mois, k: int) -> LigneFileActive:
    du_mois = len(activite.vus(sources.actes, mois.premier, mois.dernier))
    cumul = len(activite.vus(sources.actes, Mois(mois.annee, 1).premier, mois.dernier))
    return LigneFileActive(
        str(mois),
        du_mois if du_mois >= k else None,
        cumul if cumul >= k else None,
        Statut.EXACT if du_mois >= k else Statut.REGROUPE,
    )


def _fonctionnement(sources: Sources, mois: Mois) -> LigneFonctionnement:
    tenues = activite.reunions(sources.syntheses, sources.membres, mois)
    tenu = any(jour <= mois.dernier for jour in sources.formations)
    return LigneFonctionnement(
        str(mois),
        tenues.nombre,
        tenues.participants,
        tenues.psychiatre_minutes,
        sum(jour in mois for jour in sources.formations) if tenu else None,
    )

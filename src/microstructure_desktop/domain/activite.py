"""Activity figures of a period: who was seen, which forfaits run, which meetings were held."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time

from .consultation import Acte, TypeActe
from .cycles import Cycle, attribue, par_personne, tous_les_cycles
from .cycles import cycles as every
from .equipe import CycleForfait, Membre, Role
from .ids import MembreId, PatientId
from .patient import Inclusion
from .periods import Mois
from .programme import Programme
from .reunion import Reunion, TypeReunion
from .synthese import Synthese

PLUS_LONGUE = 12 * 60
"""Minutes of the longest meeting there is."""
_JOUR = 24 * 60


def vus(actes: Iterable[Acte], premier: date, dernier: date) -> frozenset[PatientId]:
    """File active: distinct patients met at a kept act, there, at home or at a distance."""
    return frozenset(
        a.patient
        for a in actes
        if a.honoree and not a.sans_patient and premier <= a.jour <= dernier
    )


def minutes_des_actes(actes: Iterable[Acte]) -> int:
    """The time they took: a group, noted for each person there, once.

    Group acts of one day, profession, place and length are one group.
    """
    done = tuple(actes)
    groups = {(a.jour, a.role, a.lieu, a.duree) for a in done if a.type is TypeActe.GROUPE}
    alone = sum(a.duree for a in done if a.type is not TypeActe.GROUPE)
    return alone + sum(duree for *_, duree in groups)


def cycles(
    inclusion: Inclusion,
    programme: Programme,
    jusqua: date,
    rythme: CycleForfait = CycleForfait.ANNIVERSAIRE,
) -> tuple[Cycle, ...]:
    """The paid cycles of an inclusion that had started by a day, oldest first.

    Paid is enough: a programme whose number of acts was never published is counted too.
    """
    return tuple(c for c in every(inclusion, programme, jusqua, rythme) if _paye(c))


def _paye(found: Cycle) -> bool:
    return bool(found.version.montant_centimes)


@dataclass(frozen=True, slots=True)
class Forfaits:
    """Forfaits of one unit amount at the evening of the last day of a month.

    `ouverts` and `clos` are counted since 1 January; `faits` are the imputable acts of the month.
    A forfait whose last day is the last of the month is closed, no longer running.
    """

    montant_centimes: int
    ouverts: int
    en_cours: int
    clos: int
    faits: Mapping[Role, int]


def forfaits(
    inclusions: Iterable[Inclusion],
    programmes: Mapping[str, Programme],
    actes: Iterable[Acte],
    mois: Mois,
    rythme: CycleForfait = CycleForfait.ANNIVERSAIRE,
) -> tuple[Forfaits, ...]:
    """One line per unit amount that has something to say, smallest amount first."""
    soir = mois.dernier
    ouvrants = tous_les_cycles(inclusions, programmes, soir, rythme)
    tous = [c for c in ouvrants if _paye(c)]
    siens = par_personne(ouvrants)
    faits: dict[int, Counter[Role]] = {c.version.montant_centimes: Counter() for c in tous}
    for acte in actes:
        if acte.jour not in mois:
            continue
        recent = attribue(acte, siens.get(acte.patient, ()))
        if recent is not None and _paye(recent) and recent.impute(acte):
            faits[recent.version.montant_centimes][acte.role] += 1
    janvier = date(mois.annee, 1, 1)
    lignes = (_ligne(montant, tous, janvier, soir, faits[montant]) for montant in sorted(faits))
    return tuple(f for f in lignes if f.ouverts or f.en_cours or f.clos or f.faits)


def _ligne(
    montant: int, tous: Iterable[Cycle], janvier: date, soir: date, faits: Mapping[Role, int]
) -> Forfaits:
    memes = [c for c in tous if c.version.montant_centimes == montant]
    return Forfaits(
        montant,
        ouverts=sum(janvier <= c.debut for c in memes),
        en_cours=sum(c.fin > soir for c in memes),
        clos=sum(janvier <= c.fin <= soir for c in memes),
        faits=faits,
    )


@dataclass(frozen=True, slots=True)
class Reunions:
    """Meetings closed in a month; `psychiatre_minutes` is the time one psychiatrist was there."""

    nombre: int
    minutes: int
    participants: int
    psychiatre_minutes: int


def entre(debut: time, fin: time) -> int:
    """Minutes from one hour to another, that of the next day when it is before."""
    first, last = (t.hour * 60 + t.minute for t in (debut, fin))
    return (last - first) % _JOUR


def tenue(debut: time, fin: time | None) -> int:
    """Minutes of a meeting, which may pass midnight; 0 while its end is not known.

    Beyond `PLUS_LONGUE` the end noted is not the end: that of an evening was noted next morning.
    """
    minutes = 0 if fin is None else entre(debut, fin)
    return minutes if minutes <= PLUS_LONGUE else 0


def duree(synthese: Synthese) -> int:
    """Minutes that a meeting was held, its pauses set aside; 0 while its end is not known.

    Seconds are those of the pauses alone: half a minute or more is one.
    """
    held = tenue(synthese.debut, synthese.fin) * 60 - synthese.pause_secondes
    return max(0, (held + 30) // 60)


def psychiatre_minutes(reunion: Synthese | Reunion, membres: Mapping[MembreId, Membre]) -> int:
    """Minutes of a closed meeting of the cabinet when a psychiatrist was there: two are there at
    once. A meeting of the whole network is not time of the cabinet.
    """
    if not reunion.close:
        return 0
    if isinstance(reunion, Synthese):
        presents, lasted = reunion.presents, duree(reunion)
    elif reunion.type is not TypeReunion.TRIMESTRIELLE:
        presents, lasted = reunion.membres, tenue(reunion.debut, reunion.fin)
    else:
        return 0
    there = any(m in membres and membres[m].role is Role.PSYCHIATRE for m in presents)
    return lasted if there else 0


def reunions(
    syntheses: Iterable[Synthese], membres: Mapping[MembreId, Membre], mois: Mois
) -> Reunions:
    tenues = [s for s in syntheses if s.close and s.jour in mois]
    return Reunions(
        len(tenues),
        sum(map(duree, tenues)),
        sum(len(s.presents) for s in tenues),
        sum(psychiatre_minutes(s, membres) for s in tenues),
    )

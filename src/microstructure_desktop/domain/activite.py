"""Activity figures of a period: who was seen, which forfaits run, which meetings were held."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from .consultation import Acte
from .equipe import Membre, Role
from .forfait import imputable
from .ids import MembreId, PatientId
from .patient import Inclusion
from .periods import Mois, mois_plus_tard
from .programme import Programme, Version
from .synthese import Synthese


def vus(actes: Iterable[Acte], premier: date, dernier: date) -> frozenset[PatientId]:
    """File active: distinct patients met at a kept act, there, at home or at a distance."""
    return frozenset(
        a.patient
        for a in actes
        if a.honoree and not a.sans_patient and premier <= a.jour <= dernier
    )


@dataclass(frozen=True, slots=True)
class Cycle:
    """One paid year of one inclusion; `fin` is its last day, brought forward by an exit."""

    patient: PatientId
    programme: Programme
    version: Version
    debut: date
    fin: date

    def contient(self, acte: Acte) -> bool:
        return acte.patient == self.patient and self.debut <= acte.jour <= self.fin

    def impute(self, acte: Acte) -> bool:
        return any(imputable(acte, p, self.programme) for p in self.version.prestations)


def cycles(inclusion: Inclusion, programme: Programme, jusqua: date) -> tuple[Cycle, ...]:
    """The paid cycles of an inclusion that had started by a day, oldest first.

    Paid is enough: a programme whose number of acts was never published is counted too.
    """
    trouves: list[Cycle] = []
    rang = 0
    debut = inclusion.debut
    while debut <= jusqua and (inclusion.fin is None or debut <= inclusion.fin):
        rang += 1
        suivant = mois_plus_tard(inclusion.debut, rang * programme.duree_mois)
        fin = min(suivant - timedelta(days=1), inclusion.fin or date.max)
        version = programme.version(debut)
        if version is not None and version.montant_centimes:
            trouves.append(Cycle(inclusion.patient, programme, version, debut, fin))
        debut = suivant
    return tuple(trouves)


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
) -> tuple[Forfaits, ...]:
    """One line per unit amount that has something to say, smallest amount first."""
    soir = mois.dernier
    tous = [c for i in inclusions for c in cycles(i, programmes[i.programme], soir)]
    faits: dict[int, Counter[Role]] = {c.version.montant_centimes: Counter() for c in tous}
    for acte in actes:
        if acte.jour not in mois:
            continue
        ouverts = [c for c in tous if c.contient(acte)]
        recent = max(ouverts, key=lambda c: c.debut, default=None)
        if recent is not None and recent.impute(acte):
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


def duree(synthese: Synthese) -> int:
    """Minutes that a meeting was held, its pauses set aside; 0 while its end is not known.

    Seconds are those of the pauses alone: half a minute or more is one.
    """
    if synthese.fin is None:
        return 0
    debut, fin = (t.hour * 60 + t.minute for t in (synthese.debut, synthese.fin))
    held = (fin - debut) * 60 - synthese.pause_secondes
    return max(0, (held + 30) // 60)


def reunions(
    syntheses: Iterable[Synthese], membres: Mapping[MembreId, Membre], mois: Mois
) -> Reunions:
    tenues = [s for s in syntheses if s.close and s.jour in mois]
    avec_psychiatre = [
        s
        for s in tenues
        if any(m in membres and membres[m].role is Role.PSYCHIATRE for m in s.presents)
    ]
    return Reunions(
        len(tenues),
        sum(map(duree, tenues)),
        sum(len(s.presents) for s in tenues),
        sum(map(duree, avec_psychiatre)),
    )

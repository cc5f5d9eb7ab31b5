"""How long people wait, stay silent, and remain (M13, M14, M15, A18)."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.patient import Inclusion
from microstructure_desktop.domain.periods import mois_plus_tard

from .faits import Faits, Periode
from .lecture import debuts, en_cours, ordre, patients, rencontres, soir
from .valeur import TOTAL, Nature, Resultat, Valeur, mediane, part, personnes

ATTENTE_LONGUE = 30
SILENCES = (90, 180)
ETAPES = (6, 12)
AUTOUR = timedelta(days=45)


def m13(faits: Faits, periode: Periode) -> Resultat:
    """Days from the request to the first act of the psychologist, and of the social worker: median.

    For the people whose first kept act ever with that profession is of this month. The request is
    that of their latest follow-up requested, or begun, by that day; without a date of request they
    are in `nr`.
    """
    asked = _demandes(faits)
    return Resultat(
        "M13",
        tuple(
            _delai(faits, periode, role, asked)
            for role in (Role.PSYCHOLOGUE, Role.TRAVAILLEUR_SOCIAL)
        ),
    )


def m14(faits: Faits, periode: Periode) -> Resultat:
    """People who wait for their inclusion in the evening of the last day; over 30 days.

    A request is recorded with the inclusion that answers it: who was included later had been
    waiting since the day of the request. Who was never included waits since the day they were
    registered, and so does who was included later without a day of request. Nothing says that a
    request was dropped. Who is followed in another programme does not wait.
    """
    le = soir(faits, periode)
    since = _en_attente(faits, le)
    long = (p for p, day in since.items() if (le - day).days > ATTENTE_LONGUE)
    return Resultat("M14", (personnes(TOTAL, since), personnes(f"plus_{ATTENTE_LONGUE}", long)))


def m15(faits: Faits, periode: Periode) -> Resultat:
    """Of the people followed (M02), whose last kept act is over 90 days old, over 180.

    Any profession, in this follow-up or before; talks with relatives are no act with the person.
    Somebody never met is silent since they were included.
    """
    le = soir(faits, periode)
    followed = en_cours(faits, le)
    since = {i.patient: i.debut for i in sorted(followed, key=lambda i: i.debut, reverse=True)}
    since.update(faits.derniers_actes(since, le))
    return Resultat(
        "M15",
        tuple(
            part(f"plus_{n}", (p for p, day in since.items() if (le - day).days > n), since)
            for n in SILENCES
        ),
    )


def a18(faits: Faits, periode: Periode) -> Resultat:
    """Of the follow-ups begun in the year before, those still alive after 6 and after 12 months.

    Alive: a kept act with the person, of any profession, within 45 days before or after that
    anniversary, whatever the follow-up's own dates. A follow-up whose 45 days are not over is in
    `nr`, whether or not somebody came.
    """
    before = Periode.de_l_annee(periode.premier.year - 1)
    begun = debuts(faits, before)
    around = Periode(before.premier, mois_plus_tard(before.dernier, max(ETAPES)) + AUTOUR)
    met: dict[PatientId, list[date]] = {p: [] for p in patients(begun)}
    for acte in rencontres(faits, around):
        if acte.patient in met:
            met[acte.patient].append(acte.jour)
    return Resultat("A18", tuple(_encore(faits.le, begun, met, months) for months in ETAPES))


def _encore(
    le: date, begun: Iterable[Inclusion], met: Mapping[PatientId, list[date]], months: int
) -> Valeur:
    dated = [(i, mois_plus_tard(i.debut, months)) for i in begun]
    over = [(i, day) for i, day in dated if day + AUTOUR <= le]
    alive = [i for i, day in over if any(abs(d - day) <= AUTOUR for d in met[i.patient])]
    unknown = len(dated) - len(over)
    return Valeur(f"mois_{months}", Nature.PART, len(alive), len(over), unknown, patients(alive))


def _delai(
    faits: Faits, periode: Periode, role: Role, asked: Mapping[PatientId, list[Inclusion]]
) -> Valeur:
    seen = patients(a for a in rencontres(faits, periode) if a.role is role)
    first = faits.premiers_actes(seen, role)
    new = {p: day for p, day in first.items() if day >= periode.premier}
    waited = {}
    for patient, day in new.items():
        request = _demande(asked.get(patient, ()), day)
        if request is not None:
            waited[patient] = (day - request).days
    found = mediane(role.value, waited.values(), nr=len(new) - len(waited))
    return replace(found, qui=frozenset(waited))


def _demandes(faits: Faits) -> dict[PatientId, list[Inclusion]]:
    found: dict[PatientId, list[Inclusion]] = {}
    for inclusion in faits.inclusions():
        found.setdefault(inclusion.patient, []).append(inclusion)
    return found


def _demande(inclusions: Iterable[Inclusion], le: date) -> date | None:
    """The day of the request that an act of that day answers; None when it was not recorded."""
    known = [i for i in inclusions if (i.demande or i.debut) <= le]
    latest = max(known, key=ordre, default=None)
    return None if latest is None else latest.demande


def _en_attente(faits: Faits, le: date) -> dict[PatientId, date]:
    """Who waits that evening, and since when."""
    known = faits.inclusions()
    followed, begun = patients(en_cours(faits, le)), patients(i for i in known if i.debut <= le)
    later = sorted((i for i in known if i.debut > le), key=ordre, reverse=True)
    requests = {i.patient: i.demande for i in later if i.patient not in followed}
    asked = {p: day for p, day in requests.items() if day is not None}
    undated = faits.personnes().keys() - begun - asked.keys()
    since = {**asked, **faits.enregistres(undated)}
    return {p: day for p, day in since.items() if day <= le}

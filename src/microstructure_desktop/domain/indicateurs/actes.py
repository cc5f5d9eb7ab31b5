"""What was done: acts and minutes by profession, absences, visits (M05, M06, A15, A16)."""

from collections import Counter
from collections.abc import Callable
from enum import StrEnum

from microstructure_desktop.domain.activite import minutes_des_actes
from microstructure_desktop.domain.consultation import (
    ABSENCES,
    HORS_RENDEZ_VOUS,
    LIEUX_PROPRES,
    Acte,
    TypeActe,
)
from microstructure_desktop.domain.equipe import SOIGNANTS

from .faits import Faits, Periode
from .lecture import actes, patients, rencontres, tenus
from .valeur import TOTAL, Nature, Resultat, Valeur, mediane, moyenne, nombre, personnes


class Modalite(StrEnum):
    """Where an act took place, in the words of the team's figures."""

    CABINET = "cabinet"
    DOMICILE = "domicile"
    DISTANCE = "distance"
    AILLEURS = "ailleurs"
    SANS_PATIENT = "sans_patient"


class Deplacement(StrEnum):
    """What A16 counts; each act on one line."""

    DOMICILE = "domicile"
    TELEPHONE = "telephone"
    VISIO = "visio"
    ACCOMPAGNEMENT = "accompagnements"


_MODALITES = {
    "CABINET": Modalite.CABINET,
    "MSP": Modalite.CABINET,
    "CSAPA_CAARUD": Modalite.CABINET,
    "DOMICILE": Modalite.DOMICILE,
    "TELEPHONE": Modalite.DISTANCE,
    "VISIO": Modalite.DISTANCE,
}
_DEPLACEMENTS = {
    "DOMICILE": Deplacement.DOMICILE,
    "TELEPHONE": Deplacement.TELEPHONE,
    "VISIO": Deplacement.VISIO,
}
_MINUTES, _MOYENNE, _MEDIANE, _PERSONNES = "minutes", "moyenne", "mediane", "personnes"


def m05(faits: Faits, periode: Periode) -> Resultat:
    """Kept acts of a month by profession: how many, how many minutes, and where.

    Every kept act counts: with the person, with a relative, or without anybody to receive
    (`sans_patient`: steps taken for somebody, opinions given to the team). A group is one act for
    each person who was there. Minutes: see `minutes_des_actes`. Where: what the act says of
    its place goes before the place noted.
    """
    return Resultat("M05", _by_profession(tenus(faits, periode), _activity))


def m06(faits: Faits, periode: Periode) -> Resultat:
    """Absences of a month by profession, among the appointments kept or missed.

    Excused or not; what the professional cancelled or moved is in neither, nor are acts at which
    nobody was to come. A relative who was awaited counts as the person does.
    """
    awaited = [
        a
        for a in actes(faits, periode)
        if (a.honoree or a.issue in ABSENCES) and a.type not in HORS_RENDEZ_VOUS
    ]
    return Resultat("M06", _by_profession(awaited, _absences))


def a15(faits: Faits, periode: Periode) -> Resultat:
    """Kept acts of the year by profession: how many, minutes, mean and median per person.

    Acts and minutes are those of M05. Mean and median: acts with the person, over the people whom
    that profession met at least once (over the file active, for all professions together); talks
    with relatives and work without the person are not in them.
    """
    return Resultat("A15", _by_profession(tenus(faits, periode), _per_person))


def a16(faits: Faits, periode: Periode) -> Resultat:
    """Home visits, acts at a distance and accompaniments of the year; the people met at them.

    An accompaniment counts as such wherever it went. A relative visited at home is an act, without
    a person met.
    """
    met = rencontres(faits, periode)
    kept = tenus(faits, periode)
    found: list[Valeur] = []
    for kind in Deplacement:
        found += (
            nombre(kind.value, sum(_deplacement(a) is kind for a in kept)),
            personnes(f"{kind}_{_PERSONNES}", patients(a for a in met if _deplacement(a) is kind)),
        )
    return Resultat("A16", tuple(found))


def _by_profession(
    done: list[Acte], count: Callable[[str, list[Acte]], tuple[Valeur, ...]]
) -> tuple[Valeur, ...]:
    """All professions together, then each of them."""
    each = (count(role.value, [a for a in done if a.role is role]) for role in SOIGNANTS)
    return (*count(TOTAL, done), *(value for values in each for value in values))


def _activity(cle: str, done: list[Acte]) -> tuple[Valeur, ...]:
    where = Counter(map(_modalite, done))
    return (
        nombre(cle, len(done)),
        Valeur(_key(cle, _MINUTES), Nature.MINUTES, minutes_des_actes(done)),
        *(nombre(_key(cle, each.value), where[each]) for each in Modalite),
    )


def _absences(cle: str, awaited: list[Acte]) -> tuple[Valeur, ...]:
    missed = sum(not a.honoree for a in awaited)
    return (Valeur(cle, Nature.PART, missed, len(awaited)),)


def _per_person(cle: str, done: list[Acte]) -> tuple[Valeur, ...]:
    times = Counter(a.patient for a in done if not a.sans_patient)
    return (
        nombre(cle, len(done)),
        Valeur(_key(cle, _MINUTES), Nature.MINUTES, minutes_des_actes(done)),
        moyenne(_key(cle, _MOYENNE), times.values()),
        mediane(_key(cle, _MEDIANE), times.values()),
    )


def _key(cle: str, what: str) -> str:
    return f"{cle}_{what}" if cle else what


def _modalite(acte: Acte) -> Modalite:
    if acte.type in HORS_RENDEZ_VOUS:
        return Modalite.SANS_PATIENT
    return _MODALITES.get(LIEUX_PROPRES.get(acte.type, acte.lieu), Modalite.AILLEURS)


def _deplacement(acte: Acte) -> Deplacement | None:
    if acte.type in HORS_RENDEZ_VOUS:
        return None
    if acte.type is TypeActe.ACCOMPAGNEMENT_PHYSIQUE:
        return Deplacement.ACCOMPAGNEMENT
    return _DEPLACEMENTS.get(LIEUX_PROPRES.get(acte.type, acte.lieu))

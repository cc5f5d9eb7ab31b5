"""Time held at the cabinet, meetings, trainings (M08, M09, M10, A23, A24)."""

from datetime import date

from microstructure_desktop.domain import bilan_reunions, permanence
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.domain.programme import TempsAttendu
from microstructure_desktop.domain.reunion import Reunion, TypeReunion
from microstructure_desktop.domain.synthese import Synthese, TypeDecision

from .faits import Faits, Periode
from .lecture import actes, patients, rencontres, soir
from .valeur import TOTAL, Nature, Resultat, Valeur, nombre, part, personnes

ACTES, REUNIONS, ATTENDU, PATIENTS, AVIS = "actes", "reunions", "attendu", "patients", "avis"
JOUR, DUREE, SITUATIONS, SANS_CODE = "jour_", "duree", "situations", "decisions_sans_code"
PAR_REUNION, EVOQUES = "situations_par_reunion", "evoques"
FORMATIONS, HEURES, FORMES = "formations", "heures", "formes"


def m08(faits: Faits, periode: Periode) -> Resultat:
    """Minutes held by the psychiatrist in a month beside those expected, people met, advice given.

    Held: kept acts, and closed meetings of the cabinet where they were (domain.permanence.m08).
    Expected in the whole month, by the cabinet's programme as it stands on the last day; None when
    it says nothing.
    """
    le, mois = soir(faits, periode), Mois.de(periode.premier)
    held: list[Synthese | Reunion] = [*faits.syntheses(periode.premier, le)]
    held += faits.reunions(periode.premier, le)
    expected = _attendus(faits, mois).get(Role.PSYCHIATRE)
    found = permanence.m08(actes(faits, periode), held, faits.membres, mois, expected)
    return Resultat(
        "M08",
        (
            _minutes(TOTAL, found.temps.tenu),
            _minutes(ACTES, found.temps.actes),
            _minutes(REUNIONS, found.temps.reunions),
            _minutes(ATTENDU, found.temps.du),
            personnes(PATIENTS, found.vus),
            nombre(AVIS, found.avis),
        ),
    )


def m09(faits: Faits, periode: Periode) -> Resultat:
    """Minutes held by the psychologist and the social worker in a month beside those expected.

    Held: their kept acts alone, with or without the person, a group once (domain.permanence.m09).
    Expected: as M08, the weeks of the month counted by the day.
    """
    mois = Mois.de(periode.premier)
    found = permanence.m09(actes(faits, periode), mois, _attendus(faits, mois))
    values = (
        (_minutes(role.value, temps.tenu), _minutes(f"{role}_{ATTENDU}", temps.du))
        for role, temps in found.items()
    )
    return Resultat("M09", tuple(value for both in values for value in both))


def m10(faits: Faits, periode: Periode) -> Resultat:
    """Synthesis meetings closed in a month: when, how long, with whom, about whom, deciding what.

    A `jour_` line for each, the day of the month. Participants: present, once at each meeting,
    under their profession. Decisions taken about people by their code of CL33, then those that
    nobody coded. See domain.bilan_reunions.m10.
    """
    held = faits.syntheses(periode.premier, soir(faits, periode))
    found = bilan_reunions.m10(held, faits.membres, Mois.de(periode.premier))
    return Resultat(
        "M10",
        (
            nombre(TOTAL, len(found.jours)),
            *_jours(found.jours),
            _minutes(DUREE, found.minutes),
            *(nombre(role.value, found.participants.get(role, 0)) for role in Role),
            personnes(SITUATIONS, found.evoques),
            *(nombre(code.value, found.decisions.get(code, 0)) for code in TypeDecision),
            nombre(SANS_CODE, found.decisions.get(None, 0)),
        ),
    )


def a23(faits: Faits, periode: Periode) -> Resultat:
    """Synthesis meetings closed in the year, their mean length, people discussed at each, and who.

    Mean length: of the meetings whose end is known. Discussed: of the file active of the year
    (A01), those discussed at least once in it. See domain.bilan_reunions.a23.
    """
    held = faits.syntheses(periode.premier, soir(faits, periode))
    seen = patients(rencontres(faits, periode))
    found = bilan_reunions.a23(held, seen, periode.premier.year)
    each = Valeur(PAR_REUNION, Nature.MOYENNE, found.patients_dixiemes, found.reunions)
    return Resultat(
        "A23",
        (
            nombre(TOTAL, found.reunions),
            _minutes(DUREE, found.duree_moyenne),
            each,
            part(EVOQUES, found.vus_et_evoques, seen),
        ),
    )


def a24(faits: Faits, periode: Periode) -> Resultat:
    """Other meetings closed in the year, by type, and trainings begun in it.

    The first line, « trimestrielle », is the one of the whole network. Minutes are those of all of
    them; a training counts once for each member who followed it. See domain.bilan_reunions.a24.
    """
    premier, le = periode.premier, soir(faits, periode)
    found = bilan_reunions.a24(
        faits.reunions(premier, le), faits.formations(premier, le), premier.year
    )
    return Resultat(
        "A24",
        (
            *(nombre(each.value, found.reunions.get(each, 0)) for each in TypeReunion),
            _minutes(DUREE, found.minutes),
            nombre(FORMATIONS, found.formations),
            nombre(HEURES, found.heures),
            nombre(FORMES, found.formes),
        ),
    )


def _jours(jours: tuple[date, ...]) -> tuple[Valeur, ...]:
    """The first line is there even when no meeting was held."""
    first = Valeur(f"{JOUR}1", Nature.NOMBRE, None)
    held = (nombre(f"{JOUR}{n}", jour.day) for n, jour in enumerate(jours, start=1))
    return tuple(held) or (first,)


def _attendus(faits: Faits, mois: Mois) -> dict[Role, TempsAttendu]:
    programme = faits.programmes.get(faits.cabinet.programme)
    return dict(permanence.attendus(programme, mois))


def _minutes(cle: str, combien: int | None) -> Valeur:
    return Valeur(cle, Nature.MINUTES, combien)

"""Hepatitis C, hepatitis B, HIV (A11, A12, A13), as far as was ever answered about the people."""

from collections.abc import Iterable, Mapping
from itertools import pairwise

from microstructure_desktop.domain.ids import PatientId

from .conduites import JOURS_30, VIE, VOIE
from .dernieres import (
    Nom,
    derniers,
    file_active,
    groupe,
    groupes_dits,
    jusqu_au,
    oui_non,
    premier,
    serie,
)
from .faits import Faits, Periode
from .lecture import soir
from .produits import MODES, produits
from .reponses import Reponses
from .valeur import Resultat, part

SEROLOGIE, ETAPE, TROD, EVENEMENT, VACCIN = "CL22", "CL23", "TROD", "DEPISTAGE_EVENT", "CL24"
NON_TESTE, INCONNU, NEGATIF, POSITIF = "non_teste", "inconnu", "negatif", "positif"
ARN, ARN_POSITIF, TRAITE, GUERI = "arn", "arn_positif", "traite", "gueri"
CASCADE = (NON_TESTE, INCONNU, NEGATIF, POSITIF, ARN, ARN_POSITIF, TRAITE, GUERI)
"""Each step supposes those before it: a treatment supposes a virus found."""
ARN_CHERCHE = "arn_cherche"
A_RISQUE, TESTE, PROTEGE = "a_risque", "teste", "protege"


def a11(faits: Faits, periode: Periode) -> Resultat:
    """Hepatitis C, step by step, among the people at risk of the file active of the year (A01).

    At risk: an injection or a sniff once in life, by any answer ever given up to the last day of
    the year (the question itself, the way of taking a product, injection); of the people about whom
    one of these is known. Steps: the furthest that any fiche or kept session ever said by then; a
    rapid test that reacted, denied by a later fiche, did not. « RNA looked for » said alone counts
    once antibodies are known. Tested: of the people at risk whose test is known to be done or not.
    Antibodies: of the tested whose result is known. RNA looked for: of those with antibodies. RNA
    found: of those in whom it was looked for. Treated: of those with the virus; cured: of the
    treated.
    """
    seen = file_active(faits, periode)
    answers = jusqu_au(faits, seen, soir(faits, periode))
    asked = _a_risque(faits, answers)
    risk = frozenset(p for p, yes in asked.items() if yes)
    reached = {p: rank for p, rank in _etapes(faits, answers).items() if p in risk}
    tested, known = _au_moins(reached, INCONNU), _au_moins(reached, NEGATIF)
    return Resultat(
        "A11",
        (
            part(A_RISQUE, risk, asked, nr=len(seen - asked.keys())),
            part(TESTE, tested, reached, nr=len(risk - reached.keys())),
            part(POSITIF, _au_moins(reached, POSITIF), known, nr=len(tested - known)),
            *(
                part(step, _au_moins(reached, step), _au_moins(reached, before))
                for before, step in pairwise(CASCADE[CASCADE.index(POSITIF) :])
            ),
        ),
    )


def a12(faits: Faits, periode: Periode) -> Resultat:
    """Vaccination against hepatitis B, of the file active of the year (A01).

    The most recent answer ever known by the last day of the year: a vaccine stays. « Does not know
    » is `nr`. Protected: vaccinated in full, or immune already.
    """
    seen = file_active(faits, periode)
    answers = jusqu_au(faits, seen, soir(faits, periode))
    last = derniers(answers, premier(faits, Nom.VHB, VACCIN))
    safe = (p for p, code in last.items() if groupe(faits, VACCIN, code) == PROTEGE)
    return Resultat(
        "A12",
        (
            part(PROTEGE, safe, last, nr=len(seen - last.keys())),
            *serie(faits, "vhb_", VACCIN, last, seen),
        ),
    )


def a13(faits: Faits, periode: Periode) -> Resultat:
    """HIV in the file active of the year (A01): tested one day, positive.

    By any fiche or kept session ever, up to the last day of the year. Tested: of the people whose
    test is known to be done or not. Positive: of the tested with a known result, the last one said:
    a rapid test that reacted counts until another answer.
    """
    seen = file_active(faits, periode)
    said: dict[PatientId, set[str]] = {}
    last: dict[PatientId, str] = {}
    for une in jusqu_au(faits, seen, soir(faits, periode)):
        both = (
            groupes_dits(faits, une, Nom.VIH, SEROLOGIE)
            | groupes_dits(faits, une, Nom.TROD_VIH, TROD)
        ) & frozenset(CASCADE)
        if both:
            said.setdefault(une.patient, set()).update(both)
        for result in both & {POSITIF, NEGATIF}:
            last[une.patient] = result
    tested = frozenset(p for p, every in said.items() if every - {NON_TESTE})
    return Resultat(
        "A13",
        (
            part(TESTE, tested, said, nr=len(seen - said.keys())),
            part(
                POSITIF,
                (p for p, result in last.items() if result == POSITIF),
                last,
                nr=len(tested - last.keys()),
            ),
        ),
    )


def _au_moins(reached: Mapping[PatientId, int], step: str) -> frozenset[PatientId]:
    return frozenset(p for p, rank in reached.items() if rank >= CASCADE.index(step))


def _a_risque(faits: Faits, answers: Iterable[Reponses]) -> dict[PatientId, bool]:
    """By person about whom something is known; once at risk, for ever."""
    sniffed, injected = oui_non(faits, Nom.SNIFF), premier(faits, Nom.VOIE_IV, VOIE)
    found: dict[PatientId, bool] = {}
    for une in answers:
        way = injected(une)
        told = [sniffed(une)] if sniffed(une) is not None else []
        told += [groupe(faits, VOIE, way) in (VIE, JOURS_30)] if way is not None else []
        told += [True] if _mode_a_risque(faits, une) else []
        if told:
            found[une.patient] = found.get(une.patient, False) or any(told)
    return found


def _mode_a_risque(faits: Faits, une: Reponses) -> bool:
    return any(groupe(faits, MODES, p.mode) == A_RISQUE for p in produits(faits, une) or ())


def _etapes(faits: Faits, answers: Iterable[Reponses]) -> dict[PatientId, int]:
    """The rank in the cascade of each person about whom something is known."""
    written: dict[PatientId, int] = {}
    rapid: dict[PatientId, int] = {}
    looked_for: set[PatientId] = set()
    for une in answers:
        event = groupes_dits(faits, une, Nom.DEPISTAGE, EVENEMENT)
        step = _rang(
            groupes_dits(faits, une, Nom.VHC, SEROLOGIE)
            | groupes_dits(faits, une, Nom.VHC_ETAPE, ETAPE)
            | event
        )
        test = _rang(groupes_dits(faits, une, Nom.TROD_VHC, TROD))
        if step is not None:
            written[une.patient] = max(step, written.get(une.patient, 0))
        if step == CASCADE.index(NEGATIF) and une.patient in rapid:
            rapid[une.patient] = step
        if test is not None:
            rapid[une.patient] = test
        looked_for |= {une.patient} if ARN_CHERCHE in event else set()
    found = {p: max(written.get(p, 0), rapid.get(p, 0)) for p in written.keys() | rapid.keys()}
    with_rna = {p for p in looked_for if found.get(p) == CASCADE.index(POSITIF)}
    return {**found, **dict.fromkeys(with_rna, CASCADE.index(ARN))}


def _rang(said: frozenset[str]) -> int | None:
    return max((CASCADE.index(step) for step in said if step in CASCADE), default=None)

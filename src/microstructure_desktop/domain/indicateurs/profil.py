"""Who the people of the year are, and who lives in precarity (A06, A07)."""

from collections.abc import Callable, Mapping

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.patient import Sexe
from microstructure_desktop.domain.periods import age

from .dernieres import Nom, connu, de_la_periode, derniers, file_active, groupe, premier, serie
from .faits import Faits, Periode
from .lecture import soir
from .reponses import Reponses
from .tranches import tranche_age
from .valeur import Resultat, Valeur, part

EPICES = "epices"
PRECAIRE, PRECARITE = "precaire", "precarite"
SEXE, AGE, ORIENTEUR = ("sexe_", "CL07"), ("age_", "CL08"), ("orienteur_", "CL06")
SITUATION = (
    (Nom.LOGEMENT, "CL09"),
    (Nom.ENTOURAGE, "CL10"),
    (Nom.RESSOURCES, "CL11"),
    (Nom.SITUATION_PRO, "CL12"),
    (Nom.COUVERTURE, "CL13"),
    (Nom.NIVEAU_ETUDE, "CL14"),
)
CRITERES = ((Nom.LOGEMENT, "CL09"), (Nom.RESSOURCES, "CL11"), (Nom.COUVERTURE, "CL13"))


def a06(faits: Faits, periode: Periode) -> Resultat:
    """The file active of the year (A01) by sex, age, origin and social situation.

    Sex and age from the record, age on the last day of the year, or today while it lasts. Origin
    of the request: of the latest follow-up begun by then whose origin is known. The rest: the most
    recent answer of the year that is known; a later « NR » does not erase it. Not known in the
    year, whatever was known before: `nr`.
    """
    seen, answers = _vus(faits, periode)
    return Resultat(
        "A06",
        (
            *serie(faits, *SEXE, _sexes(faits, seen), seen),
            *serie(faits, *AGE, _ages(faits, periode, seen), seen),
            *serie(faits, *ORIENTEUR, _orienteurs(faits, periode, seen), seen),
            *(
                value
                for nom, liste in SITUATION
                for value in serie(
                    faits, f"{nom}_", liste, derniers(answers, premier(faits, nom, liste)), seen
                )
            ),
        ),
    )


def a07(faits: Faits, periode: Periode) -> Resultat:
    """Of the file active of the year (A01), people in precarity by one sign at least, and by each.

    Signs: a housing, an origin of resources, a cover in the group « precaire » of its list; each
    from the most recent answer of the year that is known. With one sign, the others may be unknown;
    without any, all three must be known, or the person is in `nr`. EPICES: of the people whose last
    score of the year has a cut-off for their age, those who reach it.
    """
    seen, answers = _vus(faits, periode)
    signs = [_signe(faits, answers, nom, liste) for nom, liste in CRITERES]
    yes = {p for sign in signs for p, precarious in sign.items() if precarious}
    known = yes | frozenset.intersection(*(frozenset(sign) for sign in signs))
    scored = {p: s.seuil for p, s in derniers(answers, lambda r: r.scores.get(EPICES)).items()}
    reached = {p: over for p, over in scored.items() if over is not None}
    return Resultat(
        "A07",
        (
            part(PRECARITE, yes, known, nr=len(seen - known)),
            *(
                _parmi_connus(nom, sign, seen)
                for (nom, _), sign in zip(CRITERES, signs, strict=True)
            ),
            _parmi_connus(EPICES, reached, seen),
        ),
    )


def _vus(faits: Faits, periode: Periode) -> tuple[frozenset[PatientId], list[Reponses]]:
    seen = file_active(faits, periode)
    return seen, de_la_periode(faits, periode, seen)


def _signe(faits: Faits, answers: list[Reponses], nom: Nom, liste: str) -> Mapping[PatientId, bool]:
    last = derniers(answers, premier(faits, nom, liste))
    return {p: groupe(faits, liste, code) == PRECAIRE for p, code in last.items()}


def _parmi_connus(cle: str, dits: Mapping[PatientId, bool], vus: frozenset[PatientId]) -> Valeur:
    return part(cle, (p for p, yes in dits.items() if yes), dits, nr=len(vus - dits.keys()))


def _sexes(faits: Faits, qui: frozenset[PatientId]) -> dict[PatientId, str]:
    return _fiche(faits, qui, lambda p: faits.personnes()[p].sexe.value, Sexe.NR.value)


def _ages(faits: Faits, periode: Periode, qui: frozenset[PatientId]) -> dict[PatientId, str]:
    le = soir(faits, periode)
    return _fiche(faits, qui, lambda p: tranche_age(age(faits.personnes()[p].naissance, le)), "")


def _fiche(
    faits: Faits, qui: frozenset[PatientId], lire: Callable[[PatientId], str], inconnu: str
) -> dict[PatientId, str]:
    found = {p: lire(p) for p in qui if p in faits.personnes()}
    return {p: code for p, code in found.items() if code != inconnu}


def _orienteurs(faits: Faits, periode: Periode, qui: frozenset[PatientId]) -> dict[PatientId, str]:
    le = soir(faits, periode)
    begun = sorted((i for i in faits.inclusions() if i.debut <= le), key=lambda i: i.debut)
    return {
        i.patient: i.orienteur
        for i in begun
        if i.patient in qui and connu(faits, ORIENTEUR[1], i.orienteur)
    }

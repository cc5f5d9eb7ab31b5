"""What is missing in the records (A25): entry fiches, answers, the information given."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.fiche import Fiche
from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.patient import Inclusion

from .faits import Faits, Periode
from .lecture import debuts, patients, rencontres, soir
from .valeur import Nature, Resultat, Valeur, part

DELAI = timedelta(days=60)
INFORMATION, SANS_REPONSE = "information", "nr_"
ENTREES = {
    Role.MEDECIN: "medicale_entree",
    Role.TRAVAILLEUR_SOCIAL: "sociale_entree",
    Role.PSYCHOLOGUE: "psychologique_entree",
}
PRINCIPALES: Mapping[str, tuple[str, ...]] = {
    "medicale_entree": (
        "produit_origine", "produit_1", "voie_iv", "sniff_vie", "tso", "vhc_etape", "vhb_vaccin",
        "vih", "troubles_psy",
    ),
    "sociale_entree": (
        "logement", "entourage", "situation_pro", "ressources", "couverture", "niveau_etude",
    ),
    "psychologique_entree": ("motivation", "bien_etre", "craving", "soutien_entourage"),
}  # fmt: skip
"""By entry fiche, the questions asked of everybody that the other indicators count."""
INCONNUES = ("NR", "NON_ABORDE")


def a25(faits: Faits, periode: Periode) -> Resultat:
    """Entry fiches complete within 60 days, information traced, main questions without an answer.

    By profession: of the follow-ups begun in the year by people who were not followed the day
    before (a change of programme begins nothing), those with a complete entry fiche that describes
    a day from the end of the follow-up before to the 60th day after the inclusion. A follow-up
    whose 60 days are not over is in `nr`, whatever was filled in; one that ended sooner counts.
    Information: of the people followed a day of the year or met in it, those to whom somebody
    noted having given it by the last day. By question: of the people with an entry fiche of the
    year, those whose latest has no answer, « NR » or « not raised ».
    """
    return Resultat(
        "A25",
        (*_fiches_d_entree(faits, periode), _information(faits, periode), *_nr(faits, periode)),
    )


def _fiches_d_entree(faits: Faits, periode: Periode) -> tuple[Valeur, ...]:
    begun = _entrees(faits, periode)
    over = {i: since for i, since in begun.items() if i.debut + DELAI <= faits.le}
    complete = [f for f in faits.fiches_de(patients(over)) if f.complete]
    return tuple(
        _completes(role.value, over, [f for f in complete if f.form == form], len(begun))
        for role, form in ENTREES.items()
    )


def _completes(
    cle: str, over: Mapping[Inclusion, date], filled: Iterable[Fiche], begun: int
) -> Valeur:
    days: dict[PatientId, list[date]] = defaultdict(list)
    for fiche in filled:
        days[fiche.patient].append(fiche.jour)
    found = [
        i
        for i, since in over.items()
        if any(since < day <= i.debut + DELAI for day in days.get(i.patient, ()))
    ]
    return Valeur(cle, Nature.PART, len(found), len(over), begun - len(over), patients(found))


def _entrees(faits: Faits, periode: Periode) -> dict[Inclusion, date]:
    """The follow-ups that nothing preceded the day before, with the end of the last one before."""
    begun, found = debuts(faits, periode), {}
    known = patients(begun)
    theirs: dict[PatientId, list[Inclusion]] = defaultdict(list)
    for inclusion in faits.inclusions():
        if inclusion.patient in known:
            theirs[inclusion.patient].append(inclusion)
    for entry in begun:
        before = [i for i in theirs[entry.patient] if _rang(i) < _rang(entry)]
        ends = [i.fin or date.max for i in before]
        since = max(ends, default=date.min)
        if since == date.min or since < entry.debut - timedelta(days=1):
            found[entry] = since
    return found


def _rang(inclusion: Inclusion) -> tuple[date, str]:
    return inclusion.debut, inclusion.id


def _information(faits: Faits, periode: Periode) -> Valeur:
    le, people = soir(faits, periode), faits.personnes()
    during = (
        i
        for i in faits.inclusions()
        if i.debut <= le and (i.fin is None or i.fin >= periode.premier)
    )
    concerned = patients((*during, *rencontres(faits, periode))) & people.keys()
    given = {p: people[p].information_remise for p in concerned}
    return part(INFORMATION, (p for p, day in given.items() if day and day <= le), concerned)


def _nr(faits: Faits, periode: Periode) -> tuple[Valeur, ...]:
    latest: dict[tuple[str, PatientId], Fiche] = {}
    for fiche in faits.fiches(periode.premier, soir(faits, periode)):
        if fiche.form in PRINCIPALES:
            latest[fiche.form, fiche.patient] = fiche
    return tuple(
        _sans_reponse(item, [f for f in latest.values() if f.form == form])
        for form, items in PRINCIPALES.items()
        for item in items
    )


def _sans_reponse(item: str, filled: list[Fiche]) -> Valeur:
    """A figure without its people: not to answer is an answer, which few may read."""
    missing = sum(_inconnue(f.answers.get(item)) for f in filled)
    return Valeur(f"{SANS_REPONSE}{item}", Nature.PART, missing, len(filled))


def _inconnue(answer: object) -> bool:
    given = answer if isinstance(answer, list) else [answer]
    return all(each in (None, "", *INCONNUES) for each in given)

"""Random small cabinets: whatever may happen to a few people around one year."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time, timedelta

from hypothesis import strategies as st

from microstructure_desktop.domain.consultation import Consultation, Issue, TypeActe
from microstructure_desktop.domain.equipe import SOIGNANTS
from microstructure_desktop.domain.fiche import Answers, Fiche
from microstructure_desktop.domain.ids import MembreId, PatientId, new_id
from microstructure_desktop.domain.indicateurs.faits import Periode, Personne
from microstructure_desktop.domain.patient import Inclusion, Sexe
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.services.shipped import shipped
from tests import factories as make

from .faits import FaitsEcrits

ANNEE = 2026
MOIS = Mois(ANNEE, 10)
DEBUT, FIN = date(2024, 6, 1), date(2027, 4, 30)
PROGRAMMES = shipped().programmes
MEMBRES = {
    MembreId(f"{role}{rang}"): make.a_membre(id=MembreId(f"{role}{rang}"), role=role)
    for role in SOIGNANTS
    for rang in (1, 2)
}
MOTIFS = (*(o.code for o in shipped().listes["CL29"].options), "")
LIEUX = tuple(o.code for o in shipped().listes["CL04"].options)
BORDS = (
    date(2025, 1, 1), date(2025, 12, 31), date(2026, 1, 1), date(2026, 9, 30), date(2026, 10, 1),
    date(2026, 10, 31), date(2026, 11, 1), date(2026, 12, 31), date(2027, 1, 1),
)  # fmt: skip
"""Where a mistake by one day would show."""

PERIODES_DU_MOIS = st.sampled_from([MOIS, MOIS, MOIS.plus(-1), MOIS.plus(2)]).map(Periode.du_mois)
PERIODES_DE_L_ANNEE = st.sampled_from([ANNEE, ANNEE, ANNEE - 1]).map(Periode.de_l_annee)
# A month in progress, a month just over, a year closed, all its windows over.
AUJOURDHUI = st.sampled_from(
    [date(2026, 10, 15), date(2026, 10, 31), date(2026, 12, 31), date(2027, 1, 20), FIN]
)
ISSUES = st.one_of(st.just(Issue.HONORE), st.sampled_from(Issue))


def jours(du: date = DEBUT, au: date = FIN) -> st.SearchStrategy[date]:
    """Any day of these, the edges of a period and the month of 2026 more often."""
    bords = [d for d in BORDS if du <= d <= au]
    some = [st.dates(du, au)]
    some += [st.sampled_from(bords)] if bords else []
    some += (
        [st.dates(MOIS.premier, MOIS.dernier)] if du <= MOIS.premier <= MOIS.dernier <= au else []
    )
    return st.one_of(some)


@st.composite
def personnes(draw: st.DrawFn) -> Personne:
    birth = draw(st.one_of(st.dates(date(1940, 1, 1), date(2010, 1, 1)), _birthdays()))
    return Personne(draw(st.sampled_from(Sexe)), birth, draw(st.booleans()))


def _birthdays() -> st.SearchStrategy[date]:
    """Of those who change of age band around an edge, one of them every four years."""
    years = st.sampled_from([18, 25, 30, 40, 50, 60])
    born = st.builds(lambda d, n: date(d.year - n, d.month, d.day), st.sampled_from(BORDS), years)
    return st.one_of(born, st.just(date(2008, 2, 29)))


@st.composite
def episodes(draw: st.DrawFn, patient: PatientId) -> list[Inclusion]:
    """Follow-ups one after the other, some touching, the last perhaps going on."""
    found, debut = [], draw(jours(au=date(2026, 11, 30)))
    for _ in range(draw(st.integers(0, 3))):
        fin = debut + draw(_days(0, 400))
        asked = st.one_of(st.none(), _days(0, 60).map(lambda n, d=debut: d - n))
        made = make.an_inclusion(
            patient=patient,
            programme=draw(st.sampled_from(sorted(PROGRAMMES))),
            debut=debut,
            demande=draw(asked),
            fin=fin,
            motif_sortie=draw(st.sampled_from(MOTIFS)),
        )
        found.append(made)
        debut = fin + draw(st.sampled_from([0, 0, 1, 45]).map(lambda n: timedelta(days=n)))
    if found and draw(st.booleans()):
        found[-1] = replace(found[-1], fin=None, motif_sortie="")
    return found


def _days(low: int, high: int) -> st.SearchStrategy[timedelta]:
    return st.integers(low, high).map(lambda n: timedelta(days=n))


def actes(patients: list[PatientId]) -> st.SearchStrategy[Consultation]:
    """Of every type, profession, place and issue, whether or not that profession records it."""
    return st.builds(
        lambda patient, membre, **said: make.a_consultation(
            id=new_id(), patient=patient, membre=membre, role=MEMBRES[membre].role, **said
        ),
        st.sampled_from(patients),
        st.sampled_from(sorted(MEMBRES)),
        type=st.one_of(
            st.sampled_from([TypeActe.CONS_PSY, TypeActe.ENTRETIEN_ENTOURAGE, TypeActe.GROUPE]),
            st.sampled_from(TypeActe),
        ),
        jour=jours(),
        heure=st.sampled_from([time(9), time(14, 30)]),
        duree=st.sampled_from([20, 30, 45, 60]),
        lieu=st.one_of(st.just("CABINET"), st.sampled_from(LIEUX)),
        issue=ISSUES,
    )


def fiches(
    patients: list[PatientId], reponses: Mapping[str, st.SearchStrategy[Answers]]
) -> st.SearchStrategy[Fiche]:
    """Of these forms, with these answers; several the same day, and of the years around."""

    def of(form: str) -> st.SearchStrategy[Fiche]:
        return st.builds(
            lambda patient, **said: make.a_fiche(id=new_id(), patient=patient, form=form, **said),
            st.sampled_from(patients),
            jour=jours(),
            answers=reponses[form],
            complete=st.booleans(),
        )

    return st.sampled_from(sorted(reponses)).flatmap(of)


@st.composite
def cabinets(
    draw: st.DrawFn, reponses: Mapping[str, st.SearchStrategy[Answers]] | None = None
) -> FaitsEcrits:
    """A few people, their follow-ups, acts, and the fiches that `reponses` says how to fill.

    `reponses`: by form id, whatever answers may be given to it.
    """
    people = [PatientId(f"p{n}") for n in range(draw(st.integers(1, 5)))]
    le = draw(AUJOURDHUI)
    filled = st.lists(fiches(people, reponses), max_size=12) if reponses else st.just([])
    return FaitsEcrits(
        le=le,
        programmes=PROGRAMMES,
        membres=MEMBRES,
        groupes=shipped().indicateurs.groupes,
        les_inclusions=[i for p in people for i in draw(episodes(p)) if i.debut <= le],
        les_personnes={p: draw(personnes()) for p in people},
        les_enregistrements={p: draw(jours(au=le)) for p in people},
        les_actes=draw(st.lists(actes(people), max_size=25)),
        les_fiches=draw(filled),
    )

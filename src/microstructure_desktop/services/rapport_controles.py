"""What is missing before the report of a year is handed in, and where to go for it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.indicateurs.faits import Periode
from microstructure_desktop.domain.indicateurs.qualite import ENTREES
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.domain.rapport_annuel import Section
from microstructure_desktop.french import NBSP, count, month_and_year

from .access import Permission, allowed, attends, fills
from .cercle import cercle
from .faits import FaitsDuCabinet
from .office import Office, today
from .reunis import syntheses_lues

if TYPE_CHECKING:
    from microstructure_desktop.domain.ids import PatientId
    from microstructure_desktop.store.work import Work

_ANNEE = 12
_SANS_COMMENTAIRE = frozenset({Section.METHODE, Section.VIGNETTES})
_METIERS = {
    Role.MEDECIN: "médicale",
    Role.TRAVAILLEUR_SOCIAL: "sociale",
    Role.PSYCHOLOGUE: "psychologique",
}


class Sujet(StrEnum):
    """What is verified."""

    ANNEE = "annee"
    MOIS = "mois"
    REUNIONS = "reunions"
    FICHES = "fiches"
    SEANCES = "seances"
    FINANCEMENTS = "financements"
    COMMENTAIRES = "commentaires"


@dataclass(frozen=True, slots=True)
class Lieu:
    """The page where something is missing: the name of its route and what it is opened with.

    `mots`: what is missing there; `patient`: about whom, named by who shows it.
    """

    route: str
    params: Mapping[str, str]
    mots: str = ""
    patient: "PatientId | None" = None


@dataclass(frozen=True, slots=True)
class Controle:
    """One thing verified, in a sentence. `facultatif`: the report is whole without it."""

    sujet: Sujet
    fait: bool
    mots: str
    lieux: tuple[Lieu, ...] = field(default=())
    facultatif: bool = False


def controles(work: "Work", office: Office, annee: int, *, brouillons: int) -> tuple[Controle, ...]:
    """Every check of a year, in their order; `brouillons`: sessions begun and not recorded."""
    return (
        _annee(office, annee),
        _mois(work, office, annee),
        _reunions(work, office, annee),
        *_fiches(work, office, annee),
        _seances(brouillons),
        _financements(work, annee),
        _commentaires(work, annee),
    )


def _annee(office: Office, annee: int) -> Controle:
    over = today(office).year > annee
    said = "L’année est terminée." if over else f"L’année {annee} n’est pas terminée."
    return Controle(Sujet.ANNEE, over, said)


def _mois(work: "Work", office: Office, annee: int) -> Controle:
    """The months that are over and not closed, from the first in which something was done."""
    closed = {m.mois for m in work.mois_clos.all()}
    first = _premier_jour(work)
    due = [
        mois
        for mois in (Mois(annee, n) for n in range(1, _ANNEE + 1))
        if mois.dernier < today(office) and (first is None or mois.dernier >= first)
    ]
    left = [mois for mois in due if str(mois) not in closed]
    if not left:
        return Controle(Sujet.MOIS, fait=True, mots="Les mois terminés sont clos.")
    names = ", ".join(month_and_year(mois.premier) for mois in left)
    verb = "n’est pas clos" if len(left) == 1 else "ne sont pas clos"
    return Controle(
        Sujet.MOIS,
        fait=False,
        mots=f"{count(len(left), 'mois', 'mois')} {verb}{NBSP}: {names}.",
        lieux=tuple(
            Lieu("activite", {"mois": str(mois)}, month_and_year(mois.premier)) for mois in left
        ),
    )


def _reunions(work: "Work", office: Office, annee: int) -> Controle:
    """Those of the year that were held and not closed; one leads where one takes part."""
    until = min(today(office), date(annee, 12, 31))
    open_ones = [
        s for s in syntheses_lues(work) if s.jour.year == annee and s.jour <= until and not s.close
    ]
    others = [
        r for r in work.reunions.all() if r.jour.year == annee and r.jour <= until and not r.close
    ]
    left = len(open_ones) + len(others)
    if not left:
        return Controle(Sujet.REUNIONS, fait=True, mots="Les réunions de l’année sont closes.")
    role = office.membre.role
    lieux = [
        Lieu("synthese", {"synthese_id": s.id}, _le(s.jour))
        for s in open_ones
        if allowed(role, Permission.REUNION) and attends(office, s.presents)
    ]
    if allowed(role, Permission.RESEAU):
        lieux += [Lieu("reunion", {"reunion_id": r.id}, _le(r.jour)) for r in others]
    verb = "n’est pas close" if left == 1 else "ne sont pas closes"
    said = f"{count(left, 'réunion')} {verb}."
    return Controle(Sujet.REUNIONS, fait=False, mots=said, lieux=tuple(lieux))


def _fiches(work: "Work", office: Office, annee: int) -> Iterator[Controle]:
    """By profession, the people who entered in the year without a complete entry fiche."""
    periode, faits = Periode.de_l_annee(annee), FaitsDuCabinet(work, office)
    entered = dict.fromkeys(i.patient for i in faits.inclusions() if i.debut in periode)
    complete = {(f.patient, f.form) for f in faits.fiches_de(entered) if f.complete}
    closed = cercle(office, work)
    for role, form_id in ENTREES.items():
        metier = _METIERS[role]
        left = [p for p in entered if (p, form_id) not in complete]
        if not left:
            said = f"Les fiches d’entrée {metier}s de l’année sont complètes."
            yield Controle(Sujet.FICHES, fait=True, mots=said)
            continue
        of = count(len(left), "personne")
        yield Controle(
            Sujet.FICHES,
            fait=False,
            mots=f"La fiche d’entrée {metier} manque ou n’est pas complète pour {of}.",
            lieux=tuple(_fiche(office, p, form_id) for p in left if not closed.ferme(p)),
        )


def _fiche(office: Office, patient: "PatientId", form_id: str) -> Lieu:
    """The fiche itself for who fills it in, else the person's fiches."""
    form = office.reference.forms.get(form_id)
    if form is not None and fills(office.membre.role, form):
        return Lieu("fiche", {"patient_id": patient, "form_id": form_id}, patient=patient)
    return Lieu("dossier", {"patient_id": patient, "onglet": "fiches"}, patient=patient)


def _seances(brouillons: int) -> Controle:
    if not brouillons:
        return Controle(Sujet.SEANCES, fait=True, mots="Toutes les séances sont enregistrées.")
    verb = "est commencée et n’est pas enregistrée"
    if brouillons > 1:
        verb = "sont commencées et ne sont pas enregistrées"
    said = f"{count(brouillons, 'séance')} {verb}."
    return Controle(Sujet.SEANCES, fait=False, mots=said, lieux=(Lieu("accueil", {}),))


def _financements(work: "Work", annee: int) -> Controle:
    theirs = [f for f in work.financements.all() if f.du.year <= annee <= f.au.year]
    if theirs:
        said = f"{count(len(theirs), 'financement')} dans le tableau."
        return Controle(Sujet.FINANCEMENTS, fait=True, mots=said)
    return Controle(
        Sujet.FINANCEMENTS,
        fait=False,
        mots=f"Le tableau des financeurs de {annee} est vide.",
        lieux=(_partie(annee, Section.FORFAITS),),
    )


def _commentaires(work: "Work", annee: int) -> Controle:
    said = {c.section for c in work.commentaires.de_l_annee(annee) if c.texte}
    left = [s for s in Section if s not in said | _SANS_COMMENTAIRE]
    if not left:
        mots = "Chaque partie a son commentaire."
        return Controle(Sujet.COMMENTAIRES, fait=True, mots=mots, facultatif=True)
    return Controle(
        Sujet.COMMENTAIRES,
        fait=False,
        mots=f"{count(len(left), 'partie')} sans commentaire.",
        lieux=tuple(_partie(annee, section) for section in left),
        facultatif=True,
    )


def _partie(annee: int, section: Section) -> Lieu:
    return Lieu("rapport", {"annee": str(annee), "section": section.value})


def _premier_jour(work: "Work") -> date | None:
    days: Iterable[date | None] = (
        work.queries.first_act(),
        min((i.debut for i in work.inclusions.all()), default=None),
    )
    return min((day for day in days if day is not None), default=None)


def _le(jour: date) -> str:
    return f"{jour:%d/%m/%Y}"

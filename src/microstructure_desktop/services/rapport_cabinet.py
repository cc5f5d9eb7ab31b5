"""What the report says of the cabinet itself: team, permanences, meetings, who funds it."""

from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING

from microstructure_desktop.domain.activite import duree
from microstructure_desktop.domain.bilan_reunions import minutes
from microstructure_desktop.domain.indicateurs.valeur import PART_DES
from microstructure_desktop.domain.reunion import TypeReunion
from microstructure_desktop.french import (
    NBSP,
    amount,
    clock,
    count,
    duration,
    month_and_year,
    numeric_date,
    plain_date,
    weekday,
)
from microstructure_desktop.reports.printed_rapport import TableauImprime

from . import rapport_equipe
from .rapport_saisie import de_l_annee

if TYPE_CHECKING:
    from collections.abc import Iterable

    from microstructure_desktop.domain.agenda import Permanence
    from microstructure_desktop.store.work import Work

    from .office import Office
    from .reference import Reference

_INCONNU = "—"
_SYNTHESE = "Réunion de synthèse"
_TENUES = ("Réunion", "Durée")
_SUR_QUELQU_UN = frozenset({TypeReunion.CRISE, TypeReunion.CONCERTATION})
"""Kinds of meetings that are held about somebody."""
_OPPOSES = "Les personnes qui s’opposent à être comptées dans les statistiques n’y sont pas."
_PRORATA = "La part de l’année est comptée au nombre de jours de la période."


@dataclass(frozen=True, slots=True)
class _Tenue:
    """A meeting that was closed; `type` None for the monthly one."""

    jour: date
    debut: time
    type: TypeReunion | None
    minutes: int


def identite(work: "Work", office: "Office") -> tuple[str, ...]:
    """The microstructure in two sentences."""
    cabinet = work.cabinet.get()
    known = office.reference.programmes.get(cabinet.programme)
    programme = known.libelle if known is not None else cabinet.programme
    code = f" ({cabinet.structure})" if cabinet.structure else ""
    said = [f"{cabinet.nom}{code} accueille une microstructure médicale addictions."]
    said.append(f"Programme du cabinet{NBSP}: {programme}.")
    if cabinet.animateur:
        said.append(f"Animation régionale{NBSP}: {cabinet.animateur}.")
    return tuple(said)


def methode(annee: int, le: date, *, en_cours: bool) -> tuple[str, ...]:
    """What the figures are made from, whoever reads them."""
    until = f"au {plain_date(le)}" if en_cours else "au 31 décembre"
    going_on = f" L’année {annee} n’est pas terminée." if en_cours else ""
    counted = (
        f"Les chiffres de {annee} vont du 1er janvier {until}.{going_on} Ils sont comptés par le "
        "logiciel à partir de ce que l’équipe enregistre."
    )
    shares = (
        f"Un pourcentage n’est donné qu’à partir de {count(PART_DES, 'personne')}, et ne porte "
        "que sur les réponses connues. La définition de chaque chiffre est en annexe."
    )
    return (counted, _OPPOSES, shares)


def equipe(work: "Work", reference: "Reference", annee: int, le: date) -> TableauImprime | None:
    """Who was in the team, and when each of them is at the cabinet: the last times of the year."""
    held: dict[str, list[Permanence]] = {}
    for permanence in work.permanences.all():
        weekly = permanence.depuis != permanence.jusqu_a
        if weekly and permanence.depuis <= le <= (permanence.jusqu_a or date.max):
            held.setdefault(permanence.membre, []).append(permanence)
    rows = tuple(
        (m.nom_complet, reference.libelle("CL02", m.role.value), _temps(held.get(m.id, ())))
        for m in rapport_equipe.de_l_annee(work, annee)
    )
    heads = ("Métier", f"Permanences fin {annee}")
    return TableauImprime("Équipe", heads, rows) if rows else None


def financements(work: "Work", annee: int) -> TableauImprime | None:
    """Grants of the year: the whole amount, and its part of the year by days."""
    found = de_l_annee(work.financements.all(), annee)
    if not found:
        return None
    rows = [
        (
            ligne.financement.financeur,
            _nature(ligne.financement.nature, ligne.financement.precision),
            f"{numeric_date(ligne.financement.du)} au {numeric_date(ligne.financement.au)}",
            amount(ligne.financement.montant_centimes),
            amount(ligne.part_centimes),
        )
        for ligne in found
    ]
    total = sum(ligne.part_centimes for ligne in found)
    if len(rows) > 1:
        rows.append(("Total", "", "", "", amount(total)))
    heads = ("Nature", "Période", "Montant", f"Part de {annee}")
    return TableauImprime("Financeur", heads, tuple(rows), _PRORATA)


def reunions(work: "Work", reference: "Reference", annee: int) -> TableauImprime:
    """Meetings closed in the year: days and durations, nobody who was there."""
    rows = tuple((plain_date(each.jour), *_dite(reference, each)) for each in _tenues(work, annee))
    return TableauImprime("Date", _TENUES, rows)


def reunions_par_mois(work: "Work", reference: "Reference", annee: int) -> TableauImprime:
    """The same for who is outside: the day of a crisis, or a talk about somebody, would tell."""
    rows = tuple(
        (month_and_year(each.jour), *_dite(reference, each))
        for each in _tenues(work, annee)
        if each.type not in _SUR_QUELQU_UN
    )
    return TableauImprime("Mois", _TENUES, rows)


def _tenues(work: "Work", annee: int) -> list[_Tenue]:
    """Every meeting closed in a year, in their order."""
    held = [
        *(_Tenue(s.jour, s.debut, None, duree(s)) for s in work.syntheses.all() if s.close),
        *(_Tenue(r.jour, r.debut, r.type, minutes(r)) for r in work.reunions.all() if r.close),
    ]
    ours = (each for each in held if each.jour.year == annee)
    return sorted(ours, key=lambda each: (each.jour, each.debut))


def _dite(reference: "Reference", tenue: _Tenue) -> tuple[str, str]:
    genre = _SYNTHESE
    if tenue.type is not None:
        genre = reference.libelle("TYPE_REUNION", tenue.type.name)
    return genre, duration(tenue.minutes) if tenue.minutes else _INCONNU


def _nature(nature: str, precision: str) -> str:
    return " · ".join(part for part in (nature, precision) if part) or _INCONNU


def _temps(held: "Iterable[Permanence]") -> str:
    """« mardi 09:00–12:00, jeudi 14:00–17:00 »."""
    known = sorted(held, key=lambda p: (p.jour_semaine, p.debut))
    times = (f"{weekday(p.depuis)} {clock(p.debut)}–{clock(p.fin)}" for p in known)
    return ", ".join(dict.fromkeys(times)) or _INCONNU

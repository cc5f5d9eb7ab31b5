"""What the report says of the cabinet itself: team, permanences, meetings, who funds it."""

from datetime import date
from typing import TYPE_CHECKING

from microstructure_desktop.domain.activite import duree
from microstructure_desktop.domain.bilan_reunions import minutes
from microstructure_desktop.domain.indicateurs.valeur import PART_DES
from microstructure_desktop.french import (
    NBSP,
    amount,
    clock,
    count,
    duration,
    numeric_date,
    plain_date,
    weekday,
)
from microstructure_desktop.reports.printed_rapport import TableauImprime

from .rapport_saisie import de_l_annee

if TYPE_CHECKING:
    from collections.abc import Iterable

    from microstructure_desktop.domain.agenda import Permanence
    from microstructure_desktop.store.work import Work

    from .office import Office
    from .reference import Reference

_INCONNU = "—"
_SYNTHESE = "Réunion de synthèse"
_REUNIONS = "Réunion"
_OPPOSES = "Les personnes qui s’opposent à être comptées dans les statistiques n’y sont pas."
_PRORATA = "La part de l’année est comptée au nombre de jours de la période."


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


def equipe(work: "Work", reference: "Reference", annee: int, le: date) -> TableauImprime:
    """Who was in the team, and when each of them is at the cabinet: the last times of the year."""
    held: dict[str, list[Permanence]] = {}
    for permanence in work.permanences.all():
        weekly = permanence.depuis != permanence.jusqu_a
        if weekly and permanence.depuis <= le <= (permanence.jusqu_a or date.max):
            held.setdefault(permanence.membre, []).append(permanence)
    rows = tuple(
        (m.nom_complet, reference.libelle("CL02", m.role.value), _temps(held.get(m.id, ())))
        for m in work.equipe.all()
        if m.actif
    )
    return TableauImprime("Équipe", ("Métier", f"Permanences fin {annee}"), rows)


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
    held = [
        (s.jour, s.debut, _SYNTHESE, duree(s))
        for s in work.syntheses.all()
        if s.close and s.jour.year == annee
    ]
    held += [
        (r.jour, r.debut, reference.libelle("TYPE_REUNION", r.type.name), minutes(r))
        for r in work.reunions.all()
        if r.close and r.jour.year == annee
    ]
    rows = tuple(
        (plain_date(jour), genre, duration(long) if long else _INCONNU)
        for jour, _, genre, long in sorted(held)
    )
    return TableauImprime("Date", (_REUNIONS, "Durée"), rows)


def _nature(nature: str, precision: str) -> str:
    return " · ".join(part for part in (nature, precision) if part) or _INCONNU


def _temps(held: "Iterable[Permanence]") -> str:
    """« mardi 09:00–12:00, jeudi 14:00–17:00 »."""
    known = sorted(held, key=lambda p: (p.jour_semaine, p.debut))
    times = (f"{weekday(p.depuis)} {clock(p.debut)}–{clock(p.fin)}" for p in known)
    return ", ".join(dict.fromkeys(times)) or _INCONNU

"""The figures of a section of the report, said in sentences."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from microstructure_desktop.domain.indicateurs.valeur import TOTAL
from microstructure_desktop.domain.rapport_annuel import Section
from microstructure_desktop.french import NBSP, count, duration, number, plural, round_amount

if TYPE_CHECKING:
    from .rapport_chiffres import Chiffres


def phrases(section: Section, chiffres: "Chiffres") -> tuple[str, ...]:
    """What its figures say; nothing of what is not counted here."""
    said = _PAR_SECTION.get(section)
    return tuple(said(chiffres)) if said is not None else ()


def _file_active(chiffres: "Chiffres") -> Iterator[str]:
    vus = chiffres.nombre("A01")
    if vus is None:
        return
    if not vus:
        yield f"Aucune personne n’a été vue en {chiffres.annee}."
        return
    more = []
    if nouveaux := chiffres.nombre("A03"):
        more.append(f"{number(nouveaux)}{NBSP}{plural(nouveaux, 'nouvelle')}")
    if une_fois := chiffres.nombre("A02"):
        more.append(f"{number(une_fois)}{NBSP}{plural(une_fois, 'vue')} une seule fois")
    dont = f", dont {' et '.join(more)}" if more else ""
    seen = f"{count(vus, 'personne')}{NBSP}{plural(vus, 'vue')} en {chiffres.annee}"
    yield f"{seen}{dont}."
    avant = chiffres.nombre("A01", TOTAL, 1)
    if avant is not None:
        yield _comparee(vus, avant, chiffres.annee - 1)


def _comparee(ici: int, avant: int, annee: int) -> str:
    if ici == avant:
        return f"C’est autant qu’en {annee}."
    more = f"{number(abs(ici - avant))} de {'plus' if ici > avant else 'moins'}"
    return f"C’est {more} qu’en {annee} ({number(avant)})."


def _activite(chiffres: "Chiffres") -> Iterator[str]:
    actes, minutes = chiffres.nombre("A15"), chiffres.nombre("A15", "minutes")
    if actes:
        spent = f", soit {duration(minutes)}" if minutes else ""
        yield f"{count(actes, 'acte')} {plural(actes, 'honoré')}{spent}."
    absents = chiffres.valeur("M06")
    if absents is not None and absents.base:
        missed = absents.valeur or 0
        share = absents.pour_cent
        percent = f" ({share}{NBSP}%)" if share is not None else ""
        yield (
            f"{count(missed, 'rendez-vous', 'rendez-vous')} {plural(missed, 'manqué')} "
            f"sur {number(absents.base)}{percent}."
        )


def _entourage(chiffres: "Chiffres") -> Iterator[str]:
    recus, nouveaux = chiffres.nombre("A04"), chiffres.nombre("A04", "nouveaux")
    if recus is None:
        return
    if not recus:
        yield "Aucun proche n’a été reçu."
        return
    first = f", dont {number(nouveaux)} pour la première fois" if nouveaux else ""
    known = count(recus, "personne suivie", "personnes suivies")
    yield f"Un proche a été reçu pour {known}{first}."


def _coordination(chiffres: "Chiffres") -> Iterator[str]:
    tenues, minutes = chiffres.nombre("A23"), chiffres.nombre("A23", "duree")
    if tenues:
        mean = f", de {duration(minutes)} en moyenne" if minutes else ""
        held = f"{count(tenues, 'réunion')} de synthèse {plural(tenues, 'tenue')}"
        yield f"{held}{mean}."
    elif tenues is not None:
        yield "Aucune réunion de synthèse n’a été close."
    reseau, suivies = chiffres.nombre("A24", "trimestrielle"), chiffres.nombre("A24", "formations")
    if reseau:
        yield f"{count(reseau, 'réunion')} du réseau."
    if suivies:
        yield f"{count(suivies, 'formation')} {plural(suivies, 'suivie')} par l’équipe."


def _parcours(chiffres: "Chiffres") -> Iterator[str]:
    entres, sortis = chiffres.nombre("M03"), chiffres.nombre("A17")
    if entres is not None and sortis is not None:
        begun = f"{count(entres, 'suivi')} {plural(entres, 'commencé')}"
        yield f"{begun}, {number(sortis)} {plural(sortis, 'terminé')} dans l’année."


def _forfaits(chiffres: "Chiffres") -> Iterator[str]:
    ouverts, termines = chiffres.nombre("A22", "ouverts"), chiffres.nombre("A22", "termines")
    if not ouverts and not termines:
        return
    opened = f"{count(ouverts or 0, 'forfait')} {plural(ouverts or 0, 'ouvert')}"
    montant = chiffres.nombre("A22", "montant_ouverts")
    worth = f" ({round_amount(montant)} en théorie)" if ouverts and montant else ""
    complets = chiffres.nombre("A22", "complets")
    ended = f"{number(termines or 0)} {plural(termines or 0, 'terminé')}"
    full = f", dont {number(complets)} {plural(complets, 'complet')}" if complets else ""
    yield f"{opened}{worth}, {ended}{full}."


_PAR_SECTION: dict[Section, Callable[["Chiffres"], Iterator[str]]] = {
    Section.FILE_ACTIVE: _file_active,
    Section.ACTIVITE: _activite,
    Section.ENTOURAGE: _entourage,
    Section.COORDINATION: _coordination,
    Section.PARCOURS: _parcours,
    Section.FORFAITS: _forfaits,
}

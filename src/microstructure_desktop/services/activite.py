"""The activity of a month or of a year: its figures, those of the year before, what may change."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from microstructure_desktop.domain.indicateurs.faits import Periode
from microstructure_desktop.domain.indicateurs.tous import ANNUELS, MENSUELS
from microstructure_desktop.domain.periods import Mois

from . import drafts, indicateurs, mois_clos
from .access import Permission, check
from .faits import FaitsDuCabinet
from .indicateurs import Bilan, may_list
from .mois_clos import Ecart
from .office import Office, today

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from microstructure_desktop.domain.indicateurs.tous import Indicateur
    from microstructure_desktop.store.drafts import Draft
    from microstructure_desktop.store.work import Work

SUR_L_ANNEE = ("M03", "M06", "M13")
"""Monthly indicators that a year shows too: nothing annual says the same."""
SUIVI = "M01"
"""What is followed month after month."""
VENUES = ("M01", "M02", "M05", "A01", "A15")
"""What has something to say of any cabinet that has begun."""
_ANNEE = 12
_JOUR = "jour"


@dataclass(frozen=True, slots=True)
class Clos:
    """A closed month, when and by whom."""

    mois: Mois
    le: datetime
    par: str


@dataclass(frozen=True, slots=True)
class Activite:
    """The figures of a period. `brouillons`: sessions begun by anybody and not recorded;
    `listes`: the indicators whose people the reader may see by name.
    """

    bilan: Bilan
    clos: tuple[Clos, ...]
    brouillons: int
    listes: frozenset[str]

    @property
    def periode(self) -> Periode:
        return self.bilan.periode

    @property
    def vide(self) -> bool:
        """Nobody was seen and nothing was done."""
        return not any(
            value.valeur
            for code in VENUES
            if code in self.bilan.resultats
            for value in self.bilan.resultats[code].valeurs
        )

    @property
    def provisoire(self) -> bool:
        return self.bilan.en_cours or self.brouillons > 0


@dataclass(frozen=True, slots=True)
class Serie:
    """A figure month after month, and a year before; None: that month has not begun."""

    mois: tuple[Mois, ...]
    valeurs: tuple[int | None, ...]
    avant: tuple[int | None, ...]
    en_cours: Mois


@dataclass(frozen=True, slots=True)
class Autour:
    """What is read beside the figures; `ecarts`: what changed in a month since it was closed."""

    avant: Bilan
    serie: Serie
    ecarts: tuple[Ecart, ...]


def est_annee(periode: Periode) -> bool:
    return Mois.de(periode.premier) != Mois.de(periode.dernier)


def decalee(periode: Periode, rang: int) -> Periode:
    """So many months, or years, later."""
    if est_annee(periode):
        return Periode.de_l_annee(periode.premier.year + rang)
    return Periode.du_mois(Mois.de(periode.premier).plus(rang))


def un_an_avant(periode: Periode) -> Periode:
    return decalee(periode, -1 if est_annee(periode) else -_ANNEE)


def periode_du(jour: date, *, annee: bool) -> Periode:
    """The year, or the month, of a day."""
    return Periode.de_l_annee(jour.year) if annee else Periode.du_mois(Mois.de(jour))


def comptes(periode: Periode) -> "Mapping[str, Indicateur]":
    """What is counted of a period."""
    if not est_annee(periode):
        return MENSUELS
    return {**ANNUELS, **{code: MENSUELS[code] for code in SUR_L_ANNEE}}


def lire(office: Office, periode: Periode, codes: "Iterable[str]" = ()) -> Activite:
    """The figures of a period, or some of them, and whether they may still change."""
    check(office, Permission.ACTIVITE)
    definitions = office.reference.indicateurs.definitions
    every = comptes(periode)
    wanted = {code: every[code] for code in codes if code in every} or every
    with office.store.read() as work:
        return Activite(
            indicateurs.bilan(work, office, periode, wanted),
            _clos(work, periode),
            sum(_jour(d) in periode for d in work.drafts.begun(drafts.SEANCE)),
            frozenset(
                code
                for code in every
                if code in definitions and may_list(office, definitions[code])
            ),
        )


def autour(office: Office, periode: Periode) -> Autour:
    """The same a year before, the months around, and what changed since the month was closed."""
    check(office, Permission.ACTIVITE)
    closed = None
    if not est_annee(periode):
        closed = mois_clos.cloture(office, Mois.de(periode.premier))
    with office.store.read() as work:
        return Autour(
            indicateurs.bilan(work, office, un_an_avant(periode), comptes(periode)),
            _serie(work, office, periode),
            closed.ecarts if closed is not None else (),
        )


def _clos(work: "Work", periode: Periode) -> tuple[Clos, ...]:
    names = {m.id: m.nom_affiche for m in work.equipe.all()}
    found = (
        Clos(Mois.lire(m.mois), m.clos_le, names.get(m.clos_par, "")) for m in work.mois_clos.all()
    )
    return tuple(c for c in found if c.mois.premier in periode)


def _jour(draft: "Draft") -> date:
    """The day that a session begun is about; when it was typed, if that is not a day yet."""
    typed = str(draft.payload.get(_JOUR, ""))
    try:
        return datetime.strptime(typed, "%d/%m/%Y").date()  # noqa: DTZ007 -- a day has no zone
    except ValueError:
        return draft.at.astimezone().date()


def _serie(work: "Work", office: Office, periode: Periode) -> Serie:
    last = Mois.de(periode.dernier)
    months = tuple(last.plus(n - _ANNEE + 1) for n in range(_ANNEE))
    seen = partial(_vus, FaitsDuCabinet(work, office), today(office))
    return Serie(
        months,
        tuple(map(seen, months)),
        tuple(seen(month.plus(-_ANNEE)) for month in months),
        Mois.de(today(office)),
    )


def _vus(faits: FaitsDuCabinet, le: date, mois: Mois) -> int | None:
    if mois.premier > le:
        return None
    found = MENSUELS[SUIVI](faits, Periode.du_mois(mois)).valeur()
    return None if found is None else found.valeur

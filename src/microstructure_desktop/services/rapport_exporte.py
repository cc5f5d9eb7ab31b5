"""The year as the monthly exports tell it: the only exact figures of activity that may leave."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.exchange.contents import Acteur, NatureActe
from microstructure_desktop.french import NBSP, duration, month_and_year, number, round_amount
from microstructure_desktop.reports.printed_rapport import TableauImprime

from . import envois_sources
from .rapport_plan import Exporte

if TYPE_CHECKING:
    from microstructure_desktop.exchange.contents import Contenu
    from microstructure_desktop.store.work import Work

    from .office import Office

TENDANCE = 3
ACTEURS = {
    Acteur.MEDECIN_GENERALISTE: "Médecin généraliste",
    Acteur.PSYCHOLOGUE: "Psychologue",
    Acteur.TRAVAILLEUR_SOCIAL: "Travailleur social",
    Acteur.PSYCHIATRE: "Psychiatre",
    Acteur.COORDINATION: "Équipe",
}
ACTES = {
    NatureActe.CONSULTATION_LONGUE: "consultations longues",
    NatureActe.CONSULTATION: "consultations",
    NatureActe.ENTRETIEN_INDIVIDUEL: "entretiens individuels",
    NatureActe.ENTRETIEN_ENTOURAGE: "entretiens avec l’entourage",
    NatureActe.PERMANENCE_PSYCHIATRE: "consultations du psychiatre",
    NatureActe.REUNION_SYNTHESE: "réunions de synthèse",
    NatureActe.CONCERTATION: "avis à l’équipe",
    NatureActe.COORDINATION: "démarches et coordination",
    NatureActe.RDV_NON_HONORE: "rendez-vous non honorés",
}
_TRANSMIS = (
    "Actes et minutes tels que les exports mensuels les transmettent : les séances de groupe n’y "
    "sont pas, et les mois où trop peu de personnes sont vues sont comptés avec un mois suivant."
)
DEFINITIONS = {
    Exporte.FILE_ACTIVE: (
        "Personnes vues dans l’année",
        "Personnes distinctes vues au moins une fois. Le nombre n’est pas donné s’il est petit.",
    ),
    Exporte.ACTIVITE: (
        "Actes transmis",
        _TRANSMIS,
    ),
    Exporte.FONCTIONNEMENT: (
        "Réunions de synthèse",
        "Réunions closes, participants présents à chacune, temps de présence du psychiatre.",
    ),
    Exporte.FORFAITS: (
        "Forfaits",
        "Forfaits commencés, terminés et en cours au 31 décembre, actes comptés, par montant.",
    ),
}
_FORFAITS = "Les trois dernières colonnes sont les actes comptés dans l’année."
_AILLEURS = frozenset({NatureActe.REUNION_SYNTHESE})
"""Counted among the meetings."""


@dataclass(frozen=True, slots=True)
class AnneeExportee:
    """The twelve months of a year as they would be exported now."""

    annee: int
    mois: "tuple[Contenu, ...]"

    @property
    def file_active(self) -> int | None:
        """People seen in the year; None while they are too few to be told."""
        (ligne,) = self.mois[-1].file_active
        return ligne.cumul_annee

    @property
    def actes(self) -> int:
        """Every act told, but those that were missed and the meetings."""
        kept = (x for m in self.mois for x in m.activite if x.acte not in _AILLEURS)
        return sum(x.nombre for x in kept if x.acte is not NatureActe.RDV_NON_HONORE)

    @property
    def reunions(self) -> int:
        return sum(ligne.reunions for m in self.mois for ligne in m.fonctionnement)


def lire(work: "Work", office: "Office", annee: int) -> AnneeExportee:
    """The months of a year, each as the export would tell it."""
    return AnneeExportee(annee, envois_sources.annee_of(work, office, annee))


def exact(table: Exporte, annee: AnneeExportee) -> tuple[int, TableauImprime | None]:
    """The figure that is said of a table of the export over a year, and the table."""
    match table:
        case Exporte.FILE_ACTIVE:
            return annee.file_active or 0, _file_active(annee)
        case Exporte.ACTIVITE:
            return annee.actes, _activite(annee)
        case Exporte.FONCTIONNEMENT:
            return annee.reunions, _fonctionnement(annee)
        case Exporte.FORFAITS:
            return 0, _forfaits(annee)


def phrases(table: Exporte, annee: int, nombre: int) -> tuple[str, ...]:
    """The same in a sentence."""
    if table is Exporte.FILE_ACTIVE and nombre:
        return (f"{number(nombre)} personnes vues en {annee}.",)
    if table is Exporte.FONCTIONNEMENT and nombre:
        return (f"Réunions de synthèse tenues{NBSP}: {number(nombre)}.",)
    return ()


def _file_active(annee: AnneeExportee) -> TableauImprime | None:
    if annee.file_active is None:
        return None
    row = ("Personnes vues dans l’année", number(annee.file_active))
    return TableauImprime("File active", (str(annee.annee),), (row,))


def _activite(annee: AnneeExportee) -> TableauImprime | None:
    nombre: Counter[tuple[Acteur, NatureActe]] = Counter()
    minutes: Counter[tuple[Acteur, NatureActe]] = Counter()
    lignes = [x for m in annee.mois for x in m.activite if x.acte not in _AILLEURS]
    for x in lignes:
        nombre[x.acteur, x.acte] += x.nombre
        minutes[x.acteur, x.acte] += x.minutes
    rows = tuple(
        (
            f"{ACTEURS[acteur]}{NBSP}: {ACTES[acte]}",
            number(nombre[acteur, acte]),
            duration(minutes[acteur, acte]) if minutes[acteur, acte] else "",
        )
        for acteur in ACTEURS
        for acte in ACTES
        if (acteur, acte) in nombre
    )
    if not rows:
        return None
    return TableauImprime("Actes", ("Nombre", "Durée"), rows, _reports(annee))


def _reports(annee: AnneeExportee) -> str:
    """Which months are counted with those of another year."""
    told = {x.mois for m in annee.mois for x in m.activite}
    earlier = [p for p in told if Mois.lire(p.partition("/")[0]).annee < annee.annee]
    said = [f"Compris ici{NBSP}: {_mois(earlier[0])}."] if earlier else []
    last = max((_fin(p) for p in told), default=None)
    if last is not None and last < Mois(annee.annee, 12):
        later = f"{_mot(last.plus(1))} et la suite"
        said.append(f"Comptés avec l’année suivante{NBSP}: {later}.")
    return " ".join(said)


def _fonctionnement(annee: AnneeExportee) -> TableauImprime:
    lignes = [ligne for m in annee.mois for ligne in m.fonctionnement]
    psychiatre = sum(x.psychiatre_minutes for x in lignes)
    rows = (
        ("Réunions de synthèse", number(annee.reunions)),
        ("Participants, réunion après réunion", number(sum(x.participants_total for x in lignes))),
        ("Temps du psychiatre en réunion", duration(psychiatre) if psychiatre else "0"),
    )
    return TableauImprime("Réunions de synthèse", (str(annee.annee),), rows)


def _forfaits(annee: AnneeExportee) -> TableauImprime | None:
    """The counts of the last month, which add up since January, and the acts of every month."""
    last = {x.montant_unitaire_eur: x for x in annee.mois[-1].forfaits}
    every = [x for m in annee.mois for x in m.forfaits]
    rows = tuple(
        (
            round_amount(int(montant * 100)),
            *(
                number(getattr(last[montant], field)) if montant in last else "0"
                for field in ("ouverts_cumul_annee", "clos_cumul_annee", "en_cours")
            ),
            *(
                number(sum(getattr(x, f) for x in every if x.montant_unitaire_eur == montant))
                for f in ("prest_mg", "prest_psy", "prest_ts")
            ),
        )
        for montant in sorted({x.montant_unitaire_eur for x in every})
    )
    heads = ("Commencés", "Terminés", "En cours", "Médecin", "Psychologue", "Travail social")
    return TableauImprime("Forfait", heads, rows, _FORFAITS) if rows else None


def _mois(periode: str) -> str:
    premier, _, dernier = periode.partition("/")
    return f"de {_mot(Mois.lire(premier))} à {_mot(Mois.lire(dernier or premier))}"


def _fin(periode: str) -> Mois:
    return Mois.lire(periode.rpartition("/")[2])


def _mot(mois: Mois) -> str:
    return month_and_year(mois.premier)


def annees(work: "Work", office: "Office", annee: int, premiere: int) -> Iterable[AnneeExportee]:
    """A year and those before it, as far back as something is recorded."""
    for back in range(min(TENDANCE, annee - premiere + 1)):
        yield lire(work, office, annee - back)

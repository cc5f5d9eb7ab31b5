"""Everybody met in a period, one by row: who they are in bands, months, counters of the forfait."""

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from microstructure_desktop.domain.equipe import SOIGNANTS
from microstructure_desktop.domain.indicateurs.tranches import tranche_age
from microstructure_desktop.domain.periods import age
from microstructure_desktop.reports.tableur.feuilles import Colonne, Genre, Valeur

from .decomptes import decomptes
from .tableau_commun import Cadre, Table, code, mois
from .tableau_compteurs import cases, compteurs, metier, programme

if TYPE_CHECKING:
    from microstructure_desktop.domain.ids import PatientId
    from microstructure_desktop.domain.patient import Inclusion
    from microstructure_desktop.store.queries import ActRow

    from .reference import Reference


def file_active(cadre: Cadre) -> Table:
    """Whoever was met at a kept act; talks with a relative and work without the person left out."""
    met: dict[PatientId, list[ActRow]] = defaultdict(list)
    for acte in cadre.work.queries.activity(cadre.du, cadre.au):
        if acte.honoree and not acte.sans_patient and acte.patient in cadre.patients:
            met[acte.patient].append(acte)
    first = cadre.work.queries.first_kept_acts_of(met)
    entered = _inclusions(cadre)
    opened = decomptes(cadre.work, cadre.reference, depuis=cadre.le, le=cadre.le)
    counted = {d.cycle.patient: d for d in opened}
    return Table(
        "File active",
        "Personnes rencontrées dans la période",
        _colonnes(cadre.reference),
        tuple(
            (
                who,
                (
                    *_personne(cadre, who),
                    *_episode(entered.get(who), cadre.au),
                    mois(first.get(who)),
                    mois(actes[-1].jour),
                    *(sum(a.role is role for a in actes) for role in SOIGNANTS),
                    *cases(counted.get(who)),
                ),
            )
            for who, actes in met.items()
        ),
    )


def _inclusions(cadre: Cadre) -> "dict[PatientId, Inclusion]":
    """The last one of each person begun by the end of the period."""
    begun = [i for i in cadre.work.inclusions.all() if i.debut <= cadre.au]
    return {i.patient: i for i in sorted(begun, key=lambda i: (i.debut, i.id))}


def _personne(cadre: Cadre, who: "PatientId") -> tuple[Valeur, ...]:
    patient = cadre.patients[who]
    return patient.sexe.value, tranche_age(age(patient.naissance, cadre.le))


def _episode(inclusion: "Inclusion | None", au: date) -> tuple[Valeur, ...]:
    if inclusion is None:
        return None, None, None, None
    left = inclusion.fin is not None and inclusion.fin <= au
    return (
        inclusion.programme,
        mois(inclusion.debut),
        mois(inclusion.fin) if left else None,
        (inclusion.motif_sortie or None) if left else None,
    )


def _colonnes(reference: "Reference") -> tuple[Colonne, ...]:
    return (
        code("sexe", "Sexe", "Sexe noté au dossier.", "CL07", reference),
        code("tranche_age", "Tranche d’âge", "Âge à la fin de la période.", "CL08", reference),
        programme(reference, "Programme de la dernière inclusion."),
        _mois("inclusion", "Inclusion", "Mois de la dernière inclusion."),
        _mois("sortie", "Sortie", "Mois de la sortie, quand elle a eu lieu."),
        code("motif_sortie", "Motif de sortie", "Pourquoi le suivi a fini.", "CL29", reference),
        _mois("premier_acte", "Premier acte", "Mois de la première rencontre, même plus ancienne."),
        _mois("dernier_acte", "Dernier acte", "Mois de la dernière rencontre de la période."),
        *(
            Colonne(
                f"rencontres_{role}",
                f"Rencontres, {metier(reference, role)}",
                Genre.ENTIER,
                "Actes honorés de la période, avec la personne.",
            )
            for role in SOIGNANTS
        ),
        *compteurs(reference, "ouvert à la fin de la période"),
    )


def _mois(cle: str, libelle: str, definition: str) -> Colonne:
    return Colonne(cle, f"{libelle} (mois)", Genre.TEXTE, f"{definition} Écrit AAAA-MM.")

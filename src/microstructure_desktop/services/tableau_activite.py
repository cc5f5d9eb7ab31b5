"""The acts of a period, one by row: when, by whom, what, where, what became of it, how long."""

from microstructure_desktop.reports.tableur.feuilles import Colonne, Genre

from .tableau_commun import Cadre, Table, code


def activite(cadre: Cadre) -> Table:
    """Kept or not: the column of what became of it tells them apart."""
    reference = cadre.reference
    return Table(
        "Activité",
        "Actes de la période",
        (
            Colonne("date", "Date", Genre.DATE, "Jour de l’acte."),
            code("profession", "Profession", "Métier de qui a tenu l’acte.", "CL02", reference),
            code("type", "Type", "Type de l’acte.", "CL03", reference),
            code("lieu", "Lieu", "Où il s’est tenu.", "CL04", reference),
            code("issue", "Issue", "Ce qu’est devenu le rendez-vous.", "CL05", reference),
            Colonne("duree", "Durée (minutes)", Genre.ENTIER, "Durée notée de l’acte."),
        ),
        tuple(
            (a.patient, (a.jour, a.role.value, a.type.value, a.lieu, a.issue.value, a.duree))
            for a in cadre.work.queries.activity(cadre.du, cadre.au)
        ),
        par_date=True,
    )

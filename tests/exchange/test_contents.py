"""No field of what leaves can hold a name, a day or a sentence."""

import dataclasses
import typing
from decimal import Decimal
from enum import StrEnum

from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.exchange import contents

LIGNES = (
    contents.LigneActivite,
    contents.LigneForfaits,
    contents.LigneFileActive,
    contents.LigneFonctionnement,
)


def types(row) -> dict[str, object]:
    return typing.get_type_hints(row, vars(contents) | {"Decimal": Decimal, "Mois": Mois})


def test_that_a_row_holds_counts_closed_lists_and_one_month():
    for row in LIGNES:
        others = {name: kind for name, kind in types(row).items() if name != "mois"}
        assert all(
            kind in (int, int | None, Decimal) or issubclass(kind, StrEnum)
            for kind in others.values()
        ), row


def test_that_the_columns_are_those_of_the_convention():
    columns = {row.__name__: [f.name for f in dataclasses.fields(row)] for row in LIGNES}
    assert columns == {
        "LigneActivite": ["mois", "acteur", "acte", "modalite", "nombre", "minutes"],
        "LigneForfaits": [
            "mois",
            "ouverts_cumul_annee",
            "en_cours",
            "clos_cumul_annee",
            "montant_unitaire_eur",
            "prest_mg",
            "prest_psy",
            "prest_ts",
        ],
        "LigneFileActive": ["mois", "file_active", "cumul_annee", "statut"],
        "LigneFonctionnement": [
            "mois",
            "reunions",
            "participants_total",
            "psychiatre_minutes",
            "formations",
        ],
    }


def test_that_nothing_is_held_back_when_every_figure_is_there():
    contenu = contents.Contenu(
        Mois(2025, 3),
        "OCC-31-007",
        "OCC",
        (
            contents.LigneActivite(
                "2025-03",
                contents.Acteur.PSYCHOLOGUE,
                contents.NatureActe.CONCERTATION,
                contents.Modalite.HORS_PATIENT,
                1,
                30,
            ),
        ),
        (),
        (contents.LigneFileActive("2025-03", 7, 9, contents.Statut.EXACT),),
        (contents.LigneFonctionnement("2025-03", 0, 0, 0),),
    )
    assert contenu.retenu == ()
    held = dataclasses.replace(contenu, activite=())
    assert held.retenu == (("activite", contents.Raison.ACTIVITE_REPORTEE),)


def test_that_no_threshold_of_people_is_lower_than_five():
    assert (contents.K_ACTIVITE, contents.K_PLANCHER, contents.K) == (5, 5, 11)

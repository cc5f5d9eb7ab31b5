"""What goes into a column comes out the same."""

from decimal import Decimal

import pytest
from sqlalchemy.dialects.sqlite import dialect

from microstructure_desktop.animateur.sql import tables
from microstructure_desktop.animateur.sql.tables import Cents, Listed, MonthText
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.exchange.contents import Statut
from microstructure_desktop.exchange.profil import PROFILS
from microstructure_desktop.exchange.tables import TABLES


@pytest.mark.parametrize(
    ("kind", "value", "written"),
    [
        (MonthText(), Mois(2026, 3), "2026-03"),
        (Listed(Statut), Statut.REGROUPE, "regroupe"),
        (Cents(), Decimal("829.50"), 82950),
    ],
)
def test_that_a_value_survives_its_column(kind, value, written):
    assert kind.process_bind_param(value, dialect()) == written
    assert kind.process_result_value(written, dialect()) == value
    assert kind.process_bind_param(None, dialect()) is None
    assert kind.process_result_value(None, dialect()) is None


def test_that_each_table_of_a_bundle_has_its_columns_in_order():
    for table in (*TABLES, *PROFILS):
        columns = [column.name for column in tables.metadata.tables[table.nom].columns]
        assert columns == ["paquet", *table.colonnes]

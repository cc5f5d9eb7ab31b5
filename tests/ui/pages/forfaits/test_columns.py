"""Each column says a forfait and sorts by what it says."""

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.pages.forfaits.columns import columns
from tests.cabinet import TODAY
from tests.services.billing import WHOLE, followed, line


def test_that_columns_sort_by_figures_and_days(team):
    done, begun = (
        followed(team, "Albe", done=WHOLE),
        followed(team, "Brun", programme="EQUIPADDICT"),
    )
    rows = [line(team, done), line(team, begun)]
    made = {c.heading: c for c in columns(Discretion(), lambda: TODAY)}
    psy = made["Psychologue"]
    assert [psy.text(x) for x in rows] == ["6 / 6", "—"]
    assert [psy.sort_key(x) for x in rows] == [6, -1]
    assert psy.pips(rows[0]) == (Role.PSYCHOLOGUE.value, 6, 6)
    assert psy.pips(rows[1]) is None
    assert psy.tone(rows[0]) == "danger"
    assert made["Médecin"].tone(rows[0]) == "text"
    assert made["Montant"].sort_key(rows[1]) == 52_800

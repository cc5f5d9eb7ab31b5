"""An own sheet names its owner first; the rest is laid out as on the cabinet's."""

from datetime import UTC, datetime

from microstructure_desktop.reports.feuille_personnelle_story import story
from microstructure_desktop.reports.feuille_secours_imprimee import FeuilleSecours

AT = datetime(2026, 11, 22, 10, 40, tzinfo=UTC)
GROUPES = tuple(f"{rank}AAA{rank}" for rank in range(1, 9))


def test_that_the_owner_comes_before_the_cabinet():
    made = story(FeuilleSecours("Les Lilas", "0199", "Claire Modèle", GROUPES, "MSMAPER1:x", AT))
    rows = [part for part in made if hasattr(part, "_parts")]
    said = [[" ".join(one.lines) for one in row._parts] for row in rows]
    assert ["Notes de", "Claire Modèle"] in said
    assert said.index(["Notes de", "Claire Modèle"]) < said.index(["Cabinet", "Les Lilas"])

"""A support may hold what was erased until its own backups were written again."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from microstructure_desktop.domain.support import Exercice, Support

EFFACE = datetime(2026, 11, 19, 10, tzinfo=UTC)
HIER, DEMAIN = EFFACE - timedelta(days=1), EFFACE + timedelta(days=1)
CLE = Support("s", "Clé bleue", HIER, HIER)


def test_that_a_key_with_backups_waits_to_be_written_again():
    assert CLE.a_reprendre(EFFACE)
    assert replace(CLE, efface_le=HIER).a_reprendre(EFFACE)
    assert not replace(CLE, efface_le=DEMAIN).a_reprendre(EFFACE)


def test_that_a_key_without_backups_or_thrown_away_holds_nothing():
    assert not replace(CLE, sauvegarde_le=None).a_reprendre(EFFACE)
    assert not replace(CLE, retire=True).a_reprendre(EFFACE)


def test_that_a_key_saved_on_before_a_change_of_key_is_known():
    assert not CLE.avant_changement(0)
    assert CLE.avant_changement(1)
    assert not replace(CLE, changements=1).avant_changement(1)
    assert not replace(CLE, retire=True).avant_changement(1)
    assert not replace(CLE, sauvegarde_le=None).avant_changement(1)


def test_that_a_drill_without_a_problem_succeeded():
    drill = Exercice("e", EFFACE, "m", HIER, patients=12)
    assert drill.reussi
    assert not replace(drill, probleme="abîmée").reussi

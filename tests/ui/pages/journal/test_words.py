"""What is said around the lines of the log."""

from datetime import UTC, datetime

from microstructure_desktop.domain.acces import Acces, Action, Purge
from microstructure_desktop.services.tableaux_equipe import NOMINATIFS, SANS_IDENTITE
from microstructure_desktop.ui.pages.journal import words

MIDDAY = datetime(2026, 11, 19, 12, 0, tzinfo=UTC)


def test_that_an_intact_log_says_what_was_pruned():
    assert words.intact(None) == "Journal intact\u00a0: chaque ligne vient d’être vérifiée."
    said = words.intact(Purge(datetime(2025, 11, 18, 12, tzinfo=UTC), MIDDAY))
    assert said.endswith(
        "Les accès jusqu’au 18\u00a0novembre\u00a02025 ont été effacés le "
        "19\u00a0novembre\u00a02026, après douze mois."
    )


def test_that_what_deserves_a_look_has_a_colour():
    assert words.tone(Acces(MIDDAY, "m", Action.ECHEC_CONNEXION)) == "danger"
    assert words.tone(Acces(MIDDAY, "m", Action.OUVERTURE_DOSSIER)) == "text"
    named, plain = (
        Acces(MIDDAY, "m", Action.EXPORT, detail=detail) for detail in (NOMINATIFS, SANS_IDENTITE)
    )
    assert (words.tone(named), words.tone(plain)) == ("warn", "text")


def test_that_a_title_says_whose_accesses_they_are():
    assert words.about("LÉGENDE Sophie", tout=True) == "Qui a ouvert le dossier de LÉGENDE Sophie"
    assert words.about("S. L.", tout=False) == "Vos accès au dossier de S. L."
    assert words.subtitle(True) != words.subtitle(False)


def test_that_a_moment_is_written_in_full():
    assert words.when(datetime(2026, 11, 7, 9, 5, tzinfo=UTC)) == "07/11/2026\u00a0\u00a009:05"

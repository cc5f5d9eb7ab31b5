"""What comes back is told with numbers and dates, and what does not with an age."""

from datetime import UTC, datetime, timedelta

from microstructure_desktop.ui import backup_words
from microstructure_desktop.ui.dialogs.restore_preview import RestorePreview, Seen
from tests.ui import a11y
from tests.ui.discreet import texts

NOW = datetime(2026, 11, 22, 15, tzinfo=UTC)


def test_that_it_says_what_comes_back_and_what_does_not(show):
    preview = show(RestorePreview("Le cabinet actuel est gardé."), 460, 300)
    made = NOW - timedelta(hours=20)
    preview.show_seen(Seen("Cabinet des Lilas", made, 24, made - timedelta(hours=1)), NOW)
    said = texts(preview)
    assert {"Cabinet des Lilas", "24\u00a0patients", backup_words.moment(made)} <= set(said)
    assert "il y a 20\u00a0h" in preview.missing.text()
    assert preview.kept.text() == "Le cabinet actuel est gardé."
    assert a11y.problems(preview) == []
    preview.show_seen(Seen("Cabinet des Lilas", made, 0, None), NOW)
    assert "aucune" in texts(preview)
    assert "Formulaires du cabinet" not in texts(preview)
    preview.show_seen(Seen("Cabinet des Lilas", made, 0, None, 3), NOW)
    assert {"Formulaires du cabinet", "3\u00a0fichiers"} <= set(texts(preview))
    assert RestorePreview("").kept.text() == ""
    assert preview.journal.text() == ""


def test_that_who_left_since_is_said_before(show):
    preview = show(RestorePreview(""), 460, 300)
    said = "Clara Morel a quitté l’équipe depuis."
    preview.show_seen(Seen("Cabinet des Lilas", NOW, 24, NOW, depuis=said), NOW)
    assert preview.since.text() == said
    assert preview.since.isVisible()


def test_that_an_altered_log_is_said_with_the_rest(show):
    preview = show(RestorePreview(""), 460, 300)
    said = "Le journal d’accès a été modifié."
    preview.show_seen(Seen("Cabinet des Lilas", NOW, 24, NOW, journal=said), NOW)
    assert preview.journal.text() == said
    assert preview.journal.isVisible()

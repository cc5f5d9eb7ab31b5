"""A personal note that a lost passphrase sealed is opened again without leaving the session."""

from datetime import date

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import feuille_personnelle, secours, unlock
from microstructure_desktop.store import recovery_code
from tests.ui.desk import make_desk

CANARY = "canari-sous-scellés"
NEW = "une autre phrase bien longue"


def test_that_a_sealed_note_is_read_again_where_it_is_missed(team, theme, sophie, page_for, taper):
    made = feuille_personnelle.preparer(team.psychologue)
    acte = team.seance(sophie.id, date(2026, 11, 12), note_personnelle=CANARY)
    who = team.psychologue.membre.id
    secours.donner_phrase(team.medecin, who, NEW)
    team.offices[Role.PSYCHOLOGUE] = unlock.as_member(team.medecin, who, NEW)
    desk = make_desk(team, theme, Role.PSYCHOLOGUE)
    page = page_for(sophie.id, acte.id, at=desk)
    note = page.frame.form.note
    note.tabs.tab("personnelle").click()
    assert (note.closed.isVisible(), note.personal.isVisible()) == (True, False)
    taper(note.shared.editor, "Dort mieux")
    note.closed.action_button.click()
    taper(page.code.code, " ".join(recovery_code.groups(made.code)))
    page.code.main_button.click()
    desk.settle()
    assert note.personal.text() == CANARY
    assert note.shared.text().endswith("Dort mieux")
    note.tabs.tab("personnelle").click()
    assert (note.closed.isVisible(), note.personal.isVisible()) == (False, True)

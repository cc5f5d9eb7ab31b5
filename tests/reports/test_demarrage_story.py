"""Each step says whether it is done, and what shows it."""

from microstructure_desktop.reports.demarrage import EtapeImprimee
from tests.reports.reading import plain, texts, whole
from tests.reports.test_demarrage import printed

DONE = EtapeImprimee("Signer la convention", "Pourquoi.", True, "Faite le 03/02/2026", "", ("A",))
LEFT = EtapeImprimee("Fixer les permanences", "Pour se voir.", False, "Sans.", "Mardi", ())


def test_that_a_step_is_told_with_its_proof():
    said = plain(whole(printed(DONE, LEFT)))
    assert "1 faite sur 2 étapes" in said
    assert "✓ Signer la convention Pourquoi. Faite le 03/02/2026 Joint : A" in said
    assert "☐ Fixer les permanences Pour se voir. Sans. Mardi" in said


def test_that_a_long_list_goes_on_without_cutting_a_title_from_its_step():
    for page in texts(printed(*[LEFT] * 40))[:-1]:
        assert plain(page).endswith("Mardi")

"""What two versions said is read side by side, what changed marked in words."""

import pytest

from microstructure_desktop.services.versions import Champ, Rubrique
from microstructure_desktop.ui.dialogs.versions_view import CHANGED, HIDDEN, NONE, VersionsView
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.tag import Tag
from tests.factories import a_patient

BEFORE = (Rubrique("Séance", (Champ("Acte", "Entretien"), Champ("Durée", "45 min"))),)
AFTER = (
    Rubrique("Séance", (Champ("Acte", "Entretien"), Champ("Note", "Va mieux"))),
    Rubrique("Suite", (Champ("Le", "03/12/2026"),)),
)


@pytest.fixture
def discretion(theme):
    return Discretion()


@pytest.fixture
def view(show, discretion):
    return show(VersionsView(discretion), 800, 600)


def paragraphs(view):
    return [part.text() for part in view.findChildren(Paragraph)]


def test_that_what_changed_came_or_went_is_marked(view):
    view.show_two(("Avant", BEFORE), ("Après", AFTER))
    assert [tag.text() for tag in view.findChildren(Tag)] == [CHANGED] * 3
    assert paragraphs(view) == [
        *("Acte", "Entretien", "Entretien"),
        *("Note", NONE, "Va mieux"),
        *("Durée", "45 min", NONE),
        *("Le", NONE, "03/12/2026"),
    ]
    headings = {label.text() for label in view.findChildren(Label)}
    assert {"Avant", "Après", "Séance", "Suite"} <= headings


def test_that_one_version_is_read_alone(view):
    view.show_two(("Avant", BEFORE), ("Après", AFTER))
    view.show_one(BEFORE)
    assert view.findChildren(Tag) == []
    assert paragraphs(view) == ["Acte", "Entretien", "Durée", "45 min"]


def test_that_a_label_said_twice_is_two_lines(view):
    twice = (Rubrique("Réunion", (Champ("Décision", "Une"), Champ("Décision", "Deux"))),)
    view.show_two(("", twice), ("", twice))
    assert paragraphs(view) == ["Décision", "Une", "Une", "Décision", "Deux", "Deux"]


def test_that_discretion_hides_who_the_person_is(view, discretion):
    sophie = a_patient(nom="Légende", prenom="Sophie", numero=27)
    said = (Rubrique("Situation", (Champ("Nom", "Légende", identifie=True),), sophie),)
    view.show_one(said)
    assert "LÉGENDE Sophie" in [label.text() for label in view.findChildren(Label)]
    discretion.switch(on=True)
    view.show_one(said)
    assert paragraphs(view) == ["Nom", HIDDEN]
    assert not any("LÉGENDE" in label.text() for label in view.findChildren(Label))

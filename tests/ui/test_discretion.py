"""People are named in full, or by what somebody beside the screen may see."""

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

import pytest

from microstructure_desktop.ui.discretion import Discretion
from tests.factories import a_patient
from tests.house_rules import Source, sources

SOPHIE = a_patient(
    nom="Légende",
    prenom="Sophie",
    numero=27,
    naissance=date(1992, 5, 14),
    telephone="06 12 34 56 78",
)

ALIAS = a_patient(nom="Mistral", prenom="", naissance=date(1992, 1, 1), anonyme=True)


@pytest.fixture
def discretion():
    return Discretion()


def test_that_everything_is_said_at_first(discretion):
    assert not discretion.on
    assert discretion.name(SOPHIE) == "LÉGENDE Sophie"
    assert discretion.bare(SOPHIE) == "LÉGENDE Sophie"
    assert discretion.short(SOPHIE) == "LÉGENDE"
    assert discretion.birth(SOPHIE) == "14/05/1992"
    assert discretion.birth(ALIAS) == "année 1992"
    assert discretion.phone(SOPHIE) == "06 12 34 56 78"


def test_that_a_person_is_then_two_letters_and_a_number(discretion):
    discretion.switch(on=True)
    assert discretion.name(SOPHIE) == "S.\xa0L. · n°\xa00027"
    assert discretion.bare(SOPHIE) == "S.\xa0L."
    assert discretion.short(SOPHIE) == "S.\xa0L."
    assert discretion.birth(SOPHIE) == ""
    assert discretion.birth(ALIAS) == ""
    assert discretion.phone(SOPHIE) == ""


def test_that_a_change_is_told_once(qtbot, discretion):
    with qtbot.waitSignal(discretion.changed):
        discretion.toggle()
    with qtbot.assertNotEmitted(discretion.changed):
        discretion.switch(on=True)
    discretion.toggle()
    assert not discretion.on


# --- nobody else reads who somebody is -------------------------------------------------------

WHOLE = {"nom_affiche", "naissance"}
PARTS = {"nom", "prenom", "telephone"}
# Whoever is called so is no patient, or is still being typed or read from a file.
OTHERS = re.compile(r"(^m|^me|^by|membres?|auteur|asked|lue|qui|par|vers|taker)$")
PATIENTS = re.compile(r"(patients?|people|person|ligne|known)$")
NO_PATIENT = "animateur"
"""The receiving side knows cabinets alone."""
READ_ELSEWHERE = {
    "discretion.py": "the one place that decides",
    "pages/patients/identity_card.py": "the fields of an identity, hidden until asked",
    "pages/fusion/words.py": "two identities side by side, hidden as the rest",
    "dialogs/palette_rows.py": "compares what is typed with the names found",
    "pages/forfaits/list_part.py": "compares what is typed with the names listed",
    "pages/conservation/list_part.py": "sorts by the day of birth, which it shows through it",
    "pages/patients/episode_change.py": "an age, to say that it is not the usual one",
    "pages/patients/inclusion_form.py": "an age, to say that it is not the usual one",
    "pages/patients/dossier.py": "compares, and shows what the duplicates are named by",
}


def read_by_itself(source: Source) -> Iterator[str]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Attribute) and node.attr in WHOLE | PARTS:
            owner = node.value.value if isinstance(node.value, ast.Subscript) else node.value
            name = ast.unparse(owner)
            if PATIENTS.search(name) or (node.attr in WHOLE and not OTHERS.search(name)):
                yield f"{source.path}:{node.lineno}: {ast.unparse(node)}"


def test_that_no_page_reads_by_itself_who_somebody_is():
    every = [source for source in sources("src") if source.place.parts[0] == "ui"]
    ui = [source for source in every if source.place.parts[1] != NO_PATIENT]
    free = {f"ui/{name}" for name in READ_ELSEWHERE}
    assert free <= {str(source.place) for source in ui}
    assert [x for s in ui if str(s.place) not in free for x in read_by_itself(s)] == []


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("patient.nom_affiche", True),
        ("line.patient.naissance", True),
        ("people[0].nom", True),
        ("d.ligne.prenom", True),
        ("membre.nom_affiche", False),
        ("self.membres[who].nom_affiche", False),
        ("cabinet.nom", False),
    ],
)
def test_that_the_rule_tells_patients_from_members(text, refused):
    place = PurePosixPath("src/microstructure_desktop/ui/x.py")
    assert bool([*read_by_itself(Source(place, text))]) is refused

"""The report as files: what each version says, and what no version that leaves ever says."""

import re
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.rapport_annuel import Section
from microstructure_desktop.services import (
    documents,
    journal,
    rapport_documents,
    rapport_saisie,
)
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.journal import Demande
from microstructure_desktop.services.rapport_documents import Format
from tests.reports.reading import plain, texts, whole
from tests.services.scenes import asked_beside, written_everywhere
from tests.services.test_secret import EVERYTHING

from .rapport_foule import crowd


def docx_words(content: bytes) -> str:
    with ZipFile(BytesIO(content)) as archive:
        written = [n for n in archive.namelist() if n.endswith((".xml", ".rels"))]
        every = " ".join(archive.read(name).decode("utf-8") for name in written)
    return re.sub(r"<[^>]+>", " ", every)


def test_that_each_version_has_its_name_and_its_mark(team):
    crowd(team)
    inside = rapport_documents.interne(team.medecin, 2025)
    outside = rapport_documents.apercu(team.medecin, 2025)
    assert (inside.fichier, outside.fichier) == (
        "rapport-2025-interne.pdf",
        "rapport-2025-diffusable.pdf",
    )
    assert all("ne pas diffuser" in page for page in texts(inside.pdf))
    assert "ne pas diffuser" not in whole(outside.pdf)
    assert not inside.nominatif


def test_that_a_preview_enters_nothing(team):
    crowd(team)
    rapport_documents.apercu(team.medecin, 2025)
    with team.medecin.store.read() as work:
        assert work.divulgations.all() == []


def test_that_the_same_is_written_to_go_on_with(team):
    crowd(team)
    rapport_saisie.commenter(team.medecin, 2025, Section.PROFIL, "On vient de loin.")
    for made in (
        rapport_documents.interne(team.medecin, 2025, Format.DOCX),
        rapport_documents.diffuser(team.medecin, 2025, Format.DOCX),
    ):
        assert made.fichier.endswith(".docx")
        assert "On vient de loin." in docx_words(made.pdf)


@pytest.mark.parametrize("format_", list(Format))
def test_that_no_name_nor_any_note_is_in_what_leaves(team, format_):
    people = crowd(team)
    patient = team.patient("Quaresma", "Odile", debut=date(2025, 3, 3))
    asked_beside(team, patient)
    written_everywhere(team, patient)
    made = rapport_documents.diffuser(team.medecin, 2025, format_)
    if format_ is Format.PDF:
        said = plain(whole(made.pdf)).casefold()
    else:
        said = docx_words(made.pdf).casefold()
    names = {n.casefold() for p in (*people, patient) for n in (p.nom, p.dossier)}
    assert not [word for word in (*names, "odile", "alix", *EVERYTHING) if word in said]
    assert "femme" in said


@pytest.mark.parametrize(
    ("format_", "said"),
    [
        (Format.PDF, "PDF enregistré : rapport annuel, version interne"),
        (Format.DOCX, "Texte enregistré : rapport annuel, version interne"),
    ],
)
def test_that_what_is_saved_is_in_the_access_log(team, tmp_path, format_, said):
    made = rapport_documents.interne(team.medecin, 2025, format_)
    documents.deliver(team.medecin, made, tmp_path / made.fichier)
    (line,) = [
        x
        for x in journal.read(team.medecin, Demande()).lignes
        if x.acces.action is Action.ENREGISTREMENT_PDF
    ]
    assert plain(line.quoi) == said


def test_that_each_version_is_for_who_may(team):
    with pytest.raises(AccessDenied):
        rapport_documents.interne(team[Role.SECRETARIAT], 2025)
    with pytest.raises(AccessDenied):
        rapport_documents.diffuser(team[Role.PSYCHIATRE], 2025)

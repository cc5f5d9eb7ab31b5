"""The legal file of the cabinet: answered, checked, printed, read over once a year."""

import io
from datetime import date, time, timedelta
from functools import partial

import pytest
from pypdf import PdfReader

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import annulation, dossier_legal
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.dossier_legal_lecture import modeles
from tests.cabinet import TODAY
from tests.reports.reading import plain, whole

TOMORROW = TODAY + timedelta(days=1)


def point(office, point_id):
    read = dossier_legal.dossier(office)
    return next(x for x in (*read.points, *read.actions) if x.point.id == point_id)


def answer_all(office):
    for blanc in modeles().a_remplir:
        dossier_legal.repondre(office, blanc.id, f"Réponse {blanc.id}")


def test_that_a_new_cabinet_is_told_what_is_missing(team):
    read = dossier_legal.dossier(team.medecin)
    assert "Responsable du traitement" not in read.manquants
    assert len(read.manquants) == 9
    assert (read.revu_le, read.a_revoir, read.modifiable) == (None, True, True)
    by_id = {x.papier.id: x.manquants for x in read.papiers}
    assert by_id["notice_equipe"] == (
        "Structure d’addictologie partenaire",
        "Contact pour exercer ses droits",
        "Délégué à la protection des données",
    )
    assert by_id["hypotheses"] == ()


def test_that_an_answer_is_kept_on_one_line_and_given_back(team):
    office = team.medecin
    dossier_legal.repondre(office, "dpo", "  Mme Untel,\n 05 00 00 00 00 ")
    kept = next(x for x in dossier_legal.dossier(office).reponses if x.blanc.id == "dpo")
    assert (kept.texte, kept.manque) == ("Mme Untel, 05 00 00 00 00", False)
    dossier_legal.repondre(office, "dpo", " ")
    assert "Délégué à la protection des données" in dossier_legal.dossier(office).manquants


def test_that_an_answer_is_taken_back_by_a_key(team):
    office = team.medecin
    for text in ("aucun", "Mme Untel"):
        say = partial(dossier_legal.repondre, blanc_id="dpo", texte=text)
        done = annulation.noted(office, say)
        undone = annulation.undo(office, done.changes)
        annulation.undo(office, undone)
    kept = next(x for x in dossier_legal.dossier(office).reponses if x.blanc.id == "dpo")
    assert kept.texte == "Mme Untel"


@pytest.mark.parametrize(("blanc", "text"), [("dpo", "x" * 201), ("cabinet", "Autre"), ("?", "x")])
def test_that_an_answer_that_cannot_be_kept_is_refused(team, blanc, text):
    with pytest.raises(dossier_legal.LegalAnswerUnusable):
        dossier_legal.repondre(team.medecin, blanc, text)


def test_that_an_answer_too_long_is_said():
    assert dossier_legal.problem("x" * 200) is None
    assert "200 caractères" in dossier_legal.problem("x" * 201)


def test_that_a_line_is_ticked_with_its_day_and_unticked(team):
    office = team.medecin
    dossier_legal.cocher(office, "disque", TODAY)
    dossier_legal.cocher(office, "action_poste", date(2026, 1, 5))
    ticked = point(office, "disque")
    assert (ticked.fait, ticked.etat, ticked.le) == (True, "Vérifié le 19/11/2026", TODAY)
    dossier_legal.cocher(office, "disque", None)
    assert not point(office, "disque").fait
    assert point(office, "action_poste").le == date(2026, 1, 5)


@pytest.mark.parametrize(("name", "day"), [("disque", TOMORROW), ("lieu", TODAY), ("?", TODAY)])
def test_that_a_line_is_not_ticked_for_tomorrow_nor_against_what_is_seen(team, name, day):
    with pytest.raises(dossier_legal.LegalPointUnusable):
        dossier_legal.cocher(team.medecin, name, day)


def test_that_it_is_to_be_read_over_after_a_year(team):
    office = team.medecin
    dossier_legal.revoir(office)
    team.clock.set(TODAY + timedelta(days=365), time(9))
    read = dossier_legal.dossier(office)
    assert (read.revu_le, read.a_revoir) == (TODAY, False)
    team.clock.set(TODAY + timedelta(days=366), time(9))
    assert dossier_legal.dossier(office).a_revoir


def test_that_each_paper_is_printed_alone_with_what_is_missing(team):
    office = team.medecin
    made = dossier_legal.imprimer(office, "notice_equipe")
    assert (made.titre, made.fichier) == ("Information de l’équipe", "notice-equipe-2026-11-19.pdf")
    assert not made.nominatif
    said = plain(whole(made.pdf))
    assert "[à compléter : structure d’addictologie partenaire]" in said
    assert "Modèle à faire relire (délégué à la protection des données, Ordre, juriste)." in said
    answer_all(office)
    said = plain(whole(dossier_legal.imprimer(office, "notice_equipe").pdf))
    assert "à compléter" not in said
    assert "D’après un modèle, relu par : Réponse relecture" in said
    assert "Modèle à faire relire" not in said


def test_that_the_notice_of_patients_is_one_page_and_two_in_large_letters(team):
    answer_all(team.medecin)
    pages = [
        len(PdfReader(io.BytesIO(dossier_legal.imprimer(team.medecin, name).pdf)).pages)
        for name in ("notice_patients", "notice_patients_gros")
    ]
    assert pages == [1, 2]


def test_that_the_whole_file_says_every_paper_and_nobody_followed(team):
    sophie = team.patient("Introuvable", "Zéphyrine")
    team.seance(sophie.id, date(2026, 10, 5), note_partagee="Une note de séance")
    made = dossier_legal.imprimer(team.medecin)
    said = plain(whole(made.pdf))
    assert made.fichier == "dossier-protection-donnees-2026-11-19.pdf"
    assert all(plain(p.titre) in said for p in modeles().papiers)
    assert "Il reste à compléter" in said
    for word in ("Introuvable", "Zéphyrine", "Une note de séance", "Modèle Claire"):
        assert word not in said


def test_that_the_doctor_writes_and_everybody_reads(team):
    assert not dossier_legal.dossier(team[Role.SECRETARIAT]).modifiable
    assert dossier_legal.imprimer(team[Role.SECRETARIAT], "notice_patients").pdf
    for act in (
        lambda: dossier_legal.repondre(team.psychologue, "dpo", "x"),
        lambda: dossier_legal.cocher(team.psychologue, "disque", TODAY),
        lambda: dossier_legal.revoir(team.psychologue),
    ):
        with pytest.raises(AccessDenied):
            act()

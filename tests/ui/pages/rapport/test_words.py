"""How the page of the report speaks."""

from microstructure_desktop.domain.rapport_annuel import Section
from microstructure_desktop.services.rapport_controles import Lieu, Sujet
from microstructure_desktop.ui.pages.rapport import words


def test_that_every_section_has_a_short_name():
    assert list(words.SHORT) == list(Section)
    assert max(map(len, words.SHORT.values())) <= 20


def test_that_a_line_of_the_checklist_says_where_it_leads():
    month = Lieu("activite", {"mois": "2026-03"}, "mars 2026")
    assert words.place(Sujet.MOIS, month) == "Mars 2026"
    comment = Lieu("rapport", {"annee": "2026", "section": "sante"})
    assert words.place(Sujet.COMMENTAIRES, comment) == "Santé"
    assert words.place(Sujet.FINANCEMENTS, comment) == "Ajouter un financeur"
    assert words.place(Sujet.SEANCES, Lieu("accueil", {})) == "Voir les séances commencées"


def test_that_what_is_left_is_counted():
    assert words.missing(0) == "Tout est prêt"
    assert words.missing(1) == "1\xa0point à compléter"
    assert words.missing(3) == "3\xa0points à compléter"
    assert words.more(2) == "et 2\xa0autres"


def test_that_the_header_tells_where_the_report_stands(opened):
    found = opened()
    assert words.tag(found) == ("À compléter", "warn")
    left = words.missing(len(found.rapport.manques))
    assert words.subtitle(found) == f"{left} · 0\xa0commentaire sur 16 parties"

"""What a blank fiche asks, in which order, and what it recalls."""

from datetime import date

from microstructure_desktop.forms.earlier import Earlier
from microstructure_desktop.reports import raster
from microstructure_desktop.reports.fiche_vierge import fiche_vierge
from tests.forms.samples import chain
from tests.reports.blank import asked, blank, form, read
from tests.reports.reading import framed, ink, texts

JUNE = date(2026, 6, 2)
NESTED = """
[[group.item]]
id = "accord"
text = "Accord"
type = "boolean"
[[group.item]]
id = "donne"
text = "Donné le"
type = "date"
enable_when = { item = "accord", equals = true }
[[group.item]]
id = "comment"
text = "Comment"
type = "string"
under = "donne"
enable_when = { item = "accord", equals = true }
[[group.item]]
id = "titre"
text = "La suite"
type = "group"
enable_when = { item = "accord", equals = false }
[[group.item]]
id = "pourquoi"
text = "Pourquoi"
type = "string"
under = "titre"
[[group.item]]
id = "reperes"
text = "Que faites-vous"
hint = "Le 3114 répond"
type = "display"
control = "alerte"
[[group.item]]
id = "auto"
text = "Séances tenues"
type = "display"
auto = "assiduite"
"""


def test_that_questions_come_in_order_with_their_places_and_conditions():
    assert asked(blank(chain())) == (
        "Un Jour (attendu) jj mm aaaa Niveau (attendu) Bas Haut Non évalué "
        "Si « Haut » : Conduite (attendu) Si répondu : Rappel jj mm aaaa "
        "Deux Envie 0 1 2 3 4 5 6 7 8 9 10 Ne souhaite pas répondre "
        "Si 4 ou plus : Lieux Plusieurs réponses possibles Chez soi Dehors "
        "Poids kg, de 30 à 250,5 Accord Oui Non Ne souhaite pas répondre Aide "
        "Note Note personnelle : à ne pas écrire sur papier."
    )


def test_that_conditions_are_said_before_what_they_rule_and_titles_after_them():
    assert asked(blank(form(NESTED))) == (
        "Un Accord Oui Non Si oui : Donné le jj mm aaaa "
        "Si réponse oui à « Accord » : Comment "
        "Si non : La suite Pourquoi Que faites-vous Le 3114 répond"
    )


def test_that_questions_with_the_same_condition_share_it():
    two = NESTED.replace('under = "donne"\n', "")
    assert asked(blank(form(two))).startswith(
        "Un Accord Oui Non Si oui : Donné le jj mm aaaa Comment Si non :"
    )


def test_that_somebody_known_is_named_and_somebody_else_has_room_for_it():
    known = read(blank(chain()))
    assert "ESSAI DUPONT Jean Dossier n° 0005 · naissance le 01/01/1980, 46 ans Rempli" in known
    unknown = read(blank(chain(), nobody=True))
    assert "ESSAI Nom et prénom Date de naissance jj mm aaaa Numéro de dossier Rempli" in unknown
    assert "DUPONT" not in unknown
    assert "Rempli par … le … nom, profession jj mm aaaa" in unknown


def test_that_the_last_answer_is_recalled_and_a_personal_one_never():
    known = {"niveau": Earlier(JUNE, "BAS"), "note": Earlier(JUNE, "ZQXPERSO")}
    found = asked(blank(chain(), known=known))
    assert "Niveau (attendu) Le 02/06/2026 : Bas ☐ inchangé Bas Haut" in found
    assert "ZQXPERSO" not in found


def test_that_the_group_being_asked_is_said_again_on_the_next_page():
    many = "\n".join(
        f'[[group.item]]\nid = "t{n}"\ntext = "Texte {n}"\ntype = "text"' for n in range(8)
    )
    pages = texts(fiche_vierge(blank(form(many))))
    assert len(pages) > 1
    assert "(suite)" not in pages[0]
    assert all("Un (suite)" in page.replace("\xa0", " ") for page in pages[1:])


def test_that_very_long_words_stay_in_the_frame():
    odd = "anticonstitutionnellement" * 8
    lines = f"""[[group.item]]
id = "c"
text = "{odd}"
hint = "{odd}"
type = "choice"
options = [{{ code = "A", label = "{odd[:120]}" }}, {{ code = "B", label = "Bref" }}]
[[group.item]]
id = "n"
text = "Nombre"
type = "integer"
unit = "{odd[:30]}"
nr = true
enable_when = {{ item = "c", equals = "A" }}
[[group.item]]
id = "h"
text = "HAD"
type = "instrument"
instrument = "had"
under = "n"
"""
    made = fiche_vierge(blank(form(lines)))
    assert all(framed(ink(page)) for page in raster.pages(made, 60))

"""A repeated group is one table, its columns explained, and the last rows recalled."""

from datetime import date

from microstructure_desktop.forms.earlier import Earlier
from microstructure_desktop.reports import raster
from microstructure_desktop.reports.fiche_vierge import fiche_vierge
from tests.reports.blank import asked, blank, form
from tests.reports.reading import framed, ink, texts

GROUP = 'id = "produits"\ntitle = "Produits"\nrepeat = 3\nrow_title = "Produit"'
ROWS = """
[[group.item]]
id = "produit"
text = "Lequel"
type = "choice"
required = true
options = [{ code = "VIN", label = "Vin" }, { code = "BIERE", label = "Bière" }]
[[group.item]]
id = "detail"
text = "Détail"
type = "group"
[[group.item]]
id = "combien"
text = "Combien"
type = "integer"
min = 0
max = 30
unit = "verres"
under = "detail"
enable_when = { item = "produit", equals = "VIN" }
[[group.item]]
id = "depuis"
text = "Depuis"
type = "date"
[[group.item]]
id = "seul"
text = "Seul"
type = "boolean"
[[group.item]]
id = "recit"
text = "Récit"
type = "text"
max_length = 200
[[group.item]]
id = "prive"
text = "Pour moi"
type = "text"
partage = "personnel"
"""
JUNE, MAY = date(2026, 6, 2), date(2026, 5, 1)


def test_that_the_rows_share_one_table_and_its_columns_are_explained():
    found = asked(blank(form(ROWS, GROUP)))
    assert found == (
        "Produits Une ligne pour chacun. Pour un choix, écrivez dans la case le numéro de la "
        "réponse. Lequel Combien Depuis Seul "
        + "".join(f"{n} verres jj / mm / aaaa oui / non " for n in (1, 2, 3))
        + "Lequel attendu. 1 Vin · 2 Bière "
        "Combien Si réponse « Vin » à « Lequel ». verres, de 0 à 30 "
        "Récit – Produit 1 Pour moi Note personnelle : à ne pas écrire sur papier. "
        "Récit – Produit 2 Récit – Produit 3"
    )


def test_that_the_last_rows_are_recalled_by_day():
    known = {
        "produit_1": Earlier(JUNE, "VIN"),
        "combien_1": Earlier(JUNE, 4),
        "depuis_1": Earlier(MAY, "2020-01-31"),
        "produit_2": Earlier(JUNE, "BIERE"),
        "prive_1": Earlier(JUNE, "ZQXPERSO"),
    }
    found = asked(blank(form(ROWS, GROUP), known=known))
    assert "1, le 01/05/2026 Depuis 31/01/2020" in found
    assert "1, le 02/06/2026 Lequel Vin ; Combien 4 verres" in found
    assert "2, le 02/06/2026 Lequel Bière" in found
    assert "ZQXPERSO" not in found


def test_that_too_many_columns_go_in_a_second_table_within_the_frame():
    many = "\n".join(
        f'[[group.item]]\nid = "c{n}"\ntext = "Colonne {n}"\ntype = "string"' for n in range(9)
    )
    made = fiche_vierge(blank(form(many, GROUP)))
    found = asked(blank(form(many, GROUP)))
    assert all(found.count(f"Colonne {n}") == 1 for n in range(9))
    assert found.count("1 2 3") == 3
    assert all(framed(ink(page)) for page in raster.pages(made, 60))


def test_that_a_title_goes_to_the_next_page_with_its_table():
    before = "\n".join(
        f'[[group.item]]\nid = "t{n}"\ntext = "Texte {n}"\ntype = "text"' for n in range(2)
    )
    two = form(f"{before}\n[[group]]\n{GROUP}\n{ROWS}")
    first, second = texts(fiche_vierge(blank(two)))
    assert "Produits" not in first
    assert "Une ligne pour chacun" in second
    assert "jj / mm / aaaa" in second

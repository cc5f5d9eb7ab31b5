"""What a definition cannot say goes through its comments unharmed."""

from decimal import Decimal

from microstructure_desktop.forms.fhir import kept


def test_that_a_line_gives_back_what_it_was_given():
    value = {"text": "É\n« x »", "number": Decimal("2.50"), "list": [1, None, True]}
    line = kept.line(kept.of_item("g", "q"), "help", value)
    assert line.isascii()
    assert "\n" not in line
    assert kept.read(f"x = 1\n{line}\n")["item:g/q"]["help"] == value


def test_that_a_damaged_line_is_passed_over():
    good = kept.line(kept.ROOT, "publisher", "P")
    assert kept.read(f"# fhir questionnaire name {{\n# fhir x\n# autre\n{good}") == {
        "questionnaire": {"publisher": "P"}
    }


def test_that_a_line_has_a_limit():
    assert kept.fits(kept.line("a", "b", "x" * 1_900))
    assert not kept.fits(kept.line("a", "b", "x" * 2_000))

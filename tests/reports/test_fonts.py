"""The faces of the documents cover French and are found on every machine."""

from microstructure_desktop.reports import fonts


def test_that_french_and_its_signs_are_in_both_faces():
    needed = set("àâäçéèêëîïôöùûüÿœæÀÂÇÉÈÊËÎÏÔÙÛŸŒÆ«»’“”–—…€°²×→≥≤☐☑✓•\xa0\u202f0123456789")
    assert needed <= fonts.glyphs()


def test_that_a_width_is_measured_in_the_face():
    fonts.glyphs()
    assert fonts.width("Mm", fonts.SEMIBOLD, 10) > fonts.width("Mm", fonts.REGULAR, 10) > 10
    assert fonts.width("", fonts.REGULAR, 10) == 0

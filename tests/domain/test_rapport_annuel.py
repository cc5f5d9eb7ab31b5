"""The report has sixteen sections, in one order."""

from microstructure_desktop.domain.rapport_annuel import Section


def test_that_the_sections_are_in_the_order_they_are_printed():
    found = list(Section)
    assert len(found) == 16
    assert (found[0], found[2], found[-1]) == (
        Section.IDENTITE,
        Section.FILE_ACTIVE,
        Section.PERSPECTIVES,
    )

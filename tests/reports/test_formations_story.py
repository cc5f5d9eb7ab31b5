"""Each member stands with what is missing and what was followed."""

from dataclasses import replace

from microstructure_desktop.reports import raster
from tests.reports import cases
from tests.reports.reading import framed, ink, plain, whole
from tests.reports.test_formations import ONE, printed

PSY, MG = cases.MEMBRES[cases.PSY], cases.MEMBRES[cases.MG]


def test_that_a_training_is_told_with_its_certificate():
    said = plain(whole(printed((PSY, "Reste à suivre : X.", (ONE,)))))
    assert "Camille Morel, psychologue Reste à suivre : X." in said
    for part in ("14/05/2026", "Premiers pas Addictologie", "RAMIP", "7 h", "✓ gardée"):
        assert part in said
    lacking = plain(whole(printed((PSY, "", (replace(ONE, attestation=False),)))))
    assert "✓" not in lacking


def test_that_nothing_followed_is_said():
    assert "Aucune formation notée." in plain(whole(printed((MG, "", ()))))


def test_that_a_long_register_stays_within_its_margins():
    wide = replace(ONE, intitule="Formation " * 12, organisme="O" * 120)
    pdf = printed(*[(PSY, "Reste.", (wide,) * 6)] * 8)
    assert all(framed(ink(page)) for page in raster.pages(pdf, 40))

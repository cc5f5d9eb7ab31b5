"""Who owes which months is asked politely, by letter or by mail, and nobody else is."""

import email
from dataclasses import replace
from datetime import date
from email import policy

import pytest

from microstructure_desktop.animateur import enrol, reminders
from microstructure_desktop.animateur.errors import NoConvention
from microstructure_desktop.animateur.model import Structure
from microstructure_desktop.animateur.reminders import Refus, Relance
from microstructure_desktop.exchange import bundle
from tests.reports.reading import plain, reader, texts
from tests.reports.told import all_told

from .cases import FEVRIER, JANVIER, MARS, PROJET

AVRIL = date(2026, 4, 20)


@pytest.fixture
def owing(region):
    """The first sent everything, the second January alone, the third a February for elsewhere."""
    one, two = region.cabinet("OCC-31-001"), region.cabinet("OCC-31-002")
    three = region.cabinet("OCC-31-003", FEVRIER)
    for mois in (JANVIER, FEVRIER, MARS):
        region.send(one, mois)
    region.send(two)
    region.send(three, FEVRIER, region="PACA")
    return region


def asked(region, today=AVRIL):
    with region.register.read() as work:
        return reminders.relances(work, today)


def test_that_only_who_owes_a_month_is_reminded_of_it(owing):
    found = asked(owing)
    assert [each.structure.id for each in found] == ["OCC-31-002", "OCC-31-003"]
    assert [each.mois for each in found] == [(FEVRIER, MARS), (MARS,)]
    assert [each.refuses for each in found] == [(), (Refus(FEVRIER, "region"),)]


def test_that_a_month_not_due_yet_is_not_asked_for(owing):
    assert [each.mois for each in asked(owing, date(2026, 4, 15))] == [(FEVRIER,), ()]


def test_that_a_region_up_to_date_reminds_nobody(region):
    region.send(region.cabinet(), MARS)
    assert asked(region, date(2026, 2, 10)) == ()


def test_that_each_structure_has_a_sheet_that_names_its_months(owing):
    found = asked(owing)
    with owing.register.read() as work:
        pdf = reminders.lettres(work, found, AVRIL)
        assert reminders.lettres(work, found, AVRIL) == pdf
    first, second = map(plain, texts(pdf))
    assert "février 2026" in first
    assert "mars 2026" in first
    assert "OCC-31-002" in first
    assert "OCC-31-003" not in first
    assert "janvier" not in first
    assert "OCC-31-003" in second
    assert "Vérifiez le code de la région" in second
    assert all("contact@example.org" in page and "15 du mois" in page for page in (first, second))
    assert all_told(pdf)
    assert reader(pdf).trailer["/Root"]["/Lang"] == "fr-FR"


def test_that_a_mail_says_the_same_under_codes_alone(owing):
    refused = asked(owing)[1]
    with owing.register.read() as work:
        written = reminders.courriel(work, refused, AVRIL)
        words = reminders.texte(work, refused, AVRIL)
    message = email.message_from_bytes(written, policy=policy.default)
    assert message["Subject"] == "MSMA OCC-31-003 2026-02 2026-03"
    assert (message["From"], message["To"], message["X-Unsent"]) == (
        "contact@example.org", None, "1",
    )  # fmt: skip
    assert message.get_content().replace("\r\n", "\n") == words
    for said in ("mars 2026", "février 2026", "Vérifiez le code de la région", "clé USB", "RAMIP"):
        assert said in words
    assert "\xa0" not in words


def test_that_a_contact_that_is_no_address_sends_no_mail(region):
    projet = replace(PROJET, contact="05 00 00 00 00")
    enrol.faire_convention(region.register, region.cles, projet, AVRIL)
    region.cabinet()
    (found,) = asked(region)
    with region.register.read() as work:
        message = email.message_from_bytes(reminders.courriel(work, found, AVRIL))
    assert message["From"] is None


def test_that_a_file_is_named_by_a_code(owing):
    assert reminders.nom(asked(owing)[0], ".pdf") == "relance_OCC-31-002.pdf"


def test_that_the_last_refusal_is_the_one_told(region):
    cabinet = region.cabinet()
    region.send(cabinet, region="PACA")
    later = region.bundle(cabinet, region="PACA")
    region.receive(bundle.seal(later, cabinet.cle), date(2026, 4, 25))
    (found,) = asked(region, date(2026, 4, 30))
    assert found.refuses == (Refus(JANVIER, "region"),)


def test_that_nothing_is_asked_without_a_convention(register):
    unknown = Relance(Structure("OCC-31-001", "OCC", "Nom", "", "", AVRIL, JANVIER), (MARS,), ())
    with register.read() as work:
        assert reminders.relances(work, AVRIL) == ()
        with pytest.raises(NoConvention):
            reminders.texte(work, unknown, AVRIL)

"""What the demonstration leaves to read."""

from microstructure_desktop.demo import papers
from microstructure_desktop.domain.equipe import Role


def test_that_each_month_has_its_minutes_and_the_last_one_its_export(told):
    office = told[0].offices[Role.MEDECIN]
    written = papers.write(office)
    names = [path.name for path in written.files]
    assert names[:4] == [f"synthese-2026-{n:02}.pdf" for n in (7, 8, 9, 10)]
    assert all(path.read_bytes().startswith(b"%PDF-") for path in written.files)
    assert written.export is not None
    assert written.export.name.startswith("MSMA_OCC-99-001_2026-10_0001_")
    assert written.export.read_bytes().startswith(b"age-encryption.org/v1\n")


def test_that_no_file_is_named_after_somebody(told):
    office = told[0].offices[Role.MEDECIN]
    with office.store.read() as work:
        people = {p.nom.lower() for p in work.patients.all()}
    found = [p.name.lower() for p in office.home.documents.rglob("*")]
    assert not [name for name in found if any(person in name for person in people)]

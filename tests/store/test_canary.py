"""Nothing a person typed is in clear on the disk, while the store is open or once it is closed."""

from microstructure_desktop.store.finding import Word
from tests import factories as make

CANARY = "Zyxwvutsrq"
SPELLINGS = [
    text.encode(code)
    for text in (CANARY, CANARY.lower(), CANARY.upper())
    for code in ("utf-8", "utf-16-le", "utf-16-be")
]


def in_clear(folder):
    return sorted(
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.is_file() and any(spelling in path.read_bytes() for spelling in SPELLINGS)
    )


def test_that_nothing_typed_is_in_clear(store, home, coffre, record_property):
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.cabinet.save(make.a_cabinet())
        for number in range(40):
            patient = work.patients.add(
                make.a_patient(nom=f"{CANARY}{number}", prenom=CANARY, telephone=CANARY)
            )
        work.consultations.save(
            make.a_consultation(
                patient=patient.id,
                note_partagee=CANARY * 900,
                note_personnelle=coffre.personal.seal(CANARY * 40),
            )
        )
        work.fiches.save(make.a_fiche(patient=patient.id, answers={CANARY: CANARY}))
        work.drafts.put(CANARY, make.AUTHOR, {"texte": CANARY})
    with store.read() as work:
        assert len(work.finding.best((Word((CANARY.lower(),), CANARY.lower()),), 100)) == 40
        work.revisions.run("select payload from revision order by payload desc")
    assert (home.coffre / "store.db-wal").stat().st_size > 50_000
    assert in_clear(home.root) == []
    store.checkpoint()
    assert in_clear(home.root) == []
    store.close()
    assert in_clear(home.root) == []
    record_property("promesse", "P3")
    record_property("mesure", "fichiers du coffre ouvert, replié, fermé : rien en clair")


def test_that_the_search_for_a_canary_finds_one(tmp_path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "clear").write_bytes(b"\0\1" + CANARY.encode("utf-16-le"))
    (tmp_path / "other").write_bytes(b"\0\1")
    assert in_clear(tmp_path) == ["deep/clear"]

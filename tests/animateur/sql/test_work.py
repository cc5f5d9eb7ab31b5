"""Everything of a transaction is on one connection."""


def test_that_what_one_part_writes_another_reads(region):
    cabinet = region.cabinet()
    made, _ = region.send(cabinet)
    with region.register.write() as work:
        work.paquets.supersede(made.id)
        assert work.lignes.activite(*(2 * [work.paquets.get(made.id).periode])) == ()

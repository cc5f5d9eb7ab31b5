"""Whatever is refused says that nothing was installed, or what not to install."""

from microstructure_desktop.exchange import update_failures
from microstructure_desktop.exchange.update_failures import UpdateRefused


def test_that_each_refusal_has_its_sentence_and_its_way_out():
    kinds = UpdateRefused.__subclasses__()
    assert len({kind.sentence for kind in kinds}) == len(kinds) == 5
    assert all("install" in k.way_out or ".msmamaj" in k.way_out for k in kinds)
    assert update_failures.UpdateDamaged.way_out.startswith("Rien n’a été installé.")

"""What was billed bills its cycle until it is taken back."""

from dataclasses import replace

from microstructure_desktop.domain.facturation import EtatFacturation, doubles
from tests import factories as make
from tests.exchange.cases import EQUIPADDICT, PROGRAMMES, jour


def test_that_a_list_taken_back_bills_nothing():
    billed = make.a_facturation()
    states = {e: replace(billed, etat=e).compte for e in EtatFacturation}
    assert states == {
        EtatFacturation.PREPAREE: True,
        EtatFacturation.TRANSMISE: True,
        EtatFacturation.ANNULEE: False,
    }


def billed(debut, fin, programme="COVID_SM", patient="a", **changes):
    days = {"debut": jour(debut), "fin": jour(fin)}
    return make.a_facturation(patient=patient, programme=programme, **days, **changes)


def test_that_a_day_paid_twice_is_found_on_both_sides():
    first = billed("2025-03-03", "2026-03-02")
    second = billed("2026-03-02", "2026-09-01")
    assert doubles([first, second], PROGRAMMES) == {first.id: second, second.id: first}
    assert doubles([first, billed("2026-03-03", "2026-09-01")], PROGRAMMES) == {}
    assert doubles([first, replace(second, patient="b")], PROGRAMMES) == {}
    assert doubles([first, replace(second, etat=EtatFacturation.ANNULEE)], PROGRAMMES) == {}


def test_that_programmes_that_may_go_together_are_no_double():
    covid = billed("2025-03-03", "2026-03-02")
    equip = billed("2025-06-01", "2026-05-31", "EQUIPADDICT")
    gone = billed("2025-06-01", "2026-05-31", "DISPARU")
    exclusive = {**PROGRAMMES, "EQUIPADDICT": replace(EQUIPADDICT, exclusif_avec=("COVID_SM",))}
    together = {**PROGRAMMES, "EQUIPADDICT": replace(EQUIPADDICT, exclusif_avec=())}
    assert set(doubles([covid, equip], exclusive)) == {covid.id, equip.id}
    assert doubles([covid, equip], together) == {}
    assert doubles([covid, gone], exclusive) == {}
    assert set(doubles([gone, replace(gone, id="x")], exclusive)) == {gone.id, "x"}

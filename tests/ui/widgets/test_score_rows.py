"""What a sign typed in a row answers, and what the row says of itself."""

import pytest

from microstructure_desktop.ui.widgets.score_rows import ScoreRow, sign_of

GAPPED = ScoreRow(9, "Blessure", (0, 2, 4))
YES_NO = ScoreRow(3, "Remarques de l’entourage", (0, 4), yes_no=True)


@pytest.mark.parametrize(
    ("row", "sign", "value"),
    [
        (GAPPED, "0", 0),
        (GAPPED, "4", 4),
        (GAPPED, "1", None),
        (GAPPED, "n", None),
        (GAPPED, "", None),
        (GAPPED, "24", None),
        (YES_NO, "0", 0),
        (YES_NO, "1", 4),
        (YES_NO, "n", 0),
        (YES_NO, "O", 4),
        (YES_NO, "4", None),
        (YES_NO, "z", None),
    ],
)
def test_that_a_sign_answers_what_the_row_offers(row, sign, value):
    assert row.typed(sign) == value


def test_that_a_french_keyboard_needs_no_shift():
    assert [sign_of(sign) for sign in "à&é\"'(-è_ç"] == list("0123456789")
    assert sign_of("7") == "7"
    assert sign_of("o") == "o"


def test_that_what_may_be_typed_is_said():
    assert GAPPED.offer() == "Cotes possibles\u00a0: 0, 2 ou 4"
    assert ScoreRow(1, "Envie", (5,)).offer() == "Cotes possibles\u00a0: 5"
    assert YES_NO.offer() == "Réponses possibles\u00a0: N (non) ou O (oui)"


def test_that_a_row_is_spoken_with_its_answer():
    assert GAPPED.spoken(2) == "9. Blessure\u00a0: 2"
    assert GAPPED.spoken(None) == "9. Blessure\u00a0: sans réponse"
    assert YES_NO.spoken(4) == "3. Remarques de l’entourage\u00a0: Oui"
    assert [YES_NO.word(value) for value in (0, 4)] == ["Non", "Oui"]

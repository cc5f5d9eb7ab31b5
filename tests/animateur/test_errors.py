"""Each refusal says what happened, and what to do."""

from microstructure_desktop.animateur import errors
from microstructure_desktop.errors import AppError


def test_that_each_error_has_two_sentences():
    found = [
        each
        for each in vars(errors).values()
        if isinstance(each, type) and issubclass(each, AppError) and each is not AppError
    ]
    assert len(found) > 15
    assert len({each.sentence for each in found}) == len(found)
    assert all(text.endswith(".") for each in found for text in (each.sentence, each.way_out))

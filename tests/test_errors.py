"""Every foreseen failure says what happened and what to do."""

import importlib
import pkgutil

import microstructure_desktop
from microstructure_desktop.errors import AppError


def _every_app_error() -> set[type[AppError]]:
    for module in pkgutil.walk_packages(microstructure_desktop.__path__, "microstructure_desktop."):
        if "__main__" not in module.name:
            importlib.import_module(module.name)
    found: set[type[AppError]] = set()
    waiting = [AppError]
    while waiting:
        kind = waiting.pop()
        found.add(kind)
        waiting += kind.__subclasses__()
    return found


def test_that_each_failure_has_a_sentence_and_a_way_out():
    errors = _every_app_error()
    assert len(errors) > 20
    for kind in errors:
        assert kind.sentence.endswith((".", "!", "?")), kind
        assert kind.way_out.endswith("."), kind
        assert 1 <= kind.exit_code < 128, kind


def test_that_a_sentence_given_at_the_place_wins():
    error = AppError("Le dossier est plein.", "Videz-le.")
    assert (str(error), error.way_out) == ("Le dossier est plein.", "Videz-le.")
    assert AppError().sentence == AppError.sentence

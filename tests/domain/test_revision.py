"""The words by which a revision is stored."""

from microstructure_desktop.domain.revision import Operation


def test_that_stored_operations_keep_their_words():
    assert [operation.value for operation in Operation] == ["create", "edit", "void", "restore"]

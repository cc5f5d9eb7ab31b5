"""AppError: an error with a French sentence for the person at the keyboard."""


class AppError(Exception):
    """A failure foreseen at a border.

    `sentence` says what happened, `way_out` what to do next; both are shown as they are, so
    neither ever holds a patient's data.
    """

    sentence = "L’action n’a pas pu être faite."
    way_out = "Recommencez ; si cela se reproduit, quittez puis rouvrez l’application."
    exit_code = 1

    def __init__(self, sentence: str | None = None, way_out: str | None = None) -> None:
        if sentence is not None:
            self.sentence = sentence
        if way_out is not None:
            self.way_out = way_out
        super().__init__(self.sentence)

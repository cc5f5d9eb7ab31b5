"""ScoreRow: one topic of a score grid, and what a typed sign answers to it."""

from dataclasses import dataclass

from microstructure_desktop.ui.texts import NBSP

_NO_YES = ("Non", "Oui")
# what the top row of a French keyboard gives without Shift, from 1 to 0
_UNSHIFTED = dict(zip("&é\"'(-è_çà", "1234567890", strict=True))


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """`values` are figures of one digit; with `yes_no` they are two, what no and yes are worth."""

    n: int
    topic: str
    values: tuple[int, ...]
    yes_no: bool = False

    def word(self, value: int) -> str:
        return _NO_YES[self.values.index(value)] if self.yes_no else str(value)

    def typed(self, sign: str) -> int | None:
        """The value that a sign answers; None when it answers nothing here."""
        if self.yes_no:
            at = {"n": 0, "0": 0, "o": 1, "1": 1}.get(sign.lower())
            return None if at is None else self.values[at]
        return int(sign) if sign.isdecimal() and int(sign) in self.values else None

    def offer(self) -> str:
        """What may be typed, for the one who typed something else."""
        if self.yes_no:
            return f"Réponses possibles{NBSP}: N (non) ou O (oui)"
        *first, last = map(str, self.values)
        offered = f"{', '.join(first)} ou {last}" if first else last
        return f"Cotes possibles{NBSP}: {offered}"

    def spoken(self, value: int | None) -> str:
        answer = "sans réponse" if value is None else self.word(value)
        return f"{self.n}. {self.topic}{NBSP}: {answer}"


def sign_of(text: str) -> str:
    """The sign of a key; a digit whether Shift is held or not."""
    return _UNSHIFTED.get(text, text)

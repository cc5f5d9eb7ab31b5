"""What is typed in a search, read: a birth date, a telephone, a file number, parts of names."""

import re
from collections.abc import Callable, Iterator
from datetime import date

from microstructure_desktop.domain.phonetique import cle
from microstructure_desktop.domain.telephone import chiffres
from microstructure_desktop.domain.text import normalise
from microstructure_desktop.store.finding import Word

MOST_WORDS = 8
SHORTEST = 3  # letters of a word that may be misspelled
_MONTHS = ("janv", "fev", "mars", "avr", "mai", "juin", "juil", "aou", "sept", "oct", "nov", "dec")
_NUMBER_SIGN = re.compile(r"(?:\bn\s*°|#)\s*(?=\d)")
_DAY = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{1,4})?)?(?![/.-]?\d)")
_DAY_APART = re.compile(r"(?<!\d)(?<!\d )(\d{1,2}) (\d{1,2}) (\d{4})(?! ?\d)")
_ISO = re.compile(r"(?<![\d/.-])(\d{4})([/.-])(\d{1,2})(?:\2(\d{1,2}))?(?![/.-]?\d)")
_IN_WORDS = re.compile(rf"\b(\d{{1,2}})(?:er)? ({'|'.join(_MONTHS)})[a-z]*\.? (\d{{4}}|\d\d)\b")
_PHONE = re.compile(r"(?<!\d)(?:(?:\+|00)\s*33\s*(?:\(0\))?|0\d|\+\d)[\s./-]*(?:\d[\s./-]*)*")
_COMPACT = re.compile(r"(\d\d)(\d\d)(\d\d|\d{4})")
_COMPACT_ISO = re.compile(r"(\d{4})(\d\d)(\d\d)")
_FILE = 4


def lire(texte: str) -> tuple[Word, ...]:
    """Each thing typed, in any order; nothing when nothing can be looked for."""
    rest = _NUMBER_SIGN.sub("", normalise(texte.replace("|", " ")))
    found: list[Word] = []
    for pattern, read in _READERS:
        rest = _taken_out(rest, pattern, read, found)
    pieces = [piece for piece in re.split(r"[\s,;-]+", rest) if piece.strip("/.+'()")]
    found += [_with_dates(piece) if piece.isdecimal() else _name(piece) for piece in pieces]
    return tuple(found[:MOST_WORDS])


def _taken_out(
    text: str,
    pattern: re.Pattern[str],
    read: Callable[[re.Match[str]], Word | None],
    found: list[Word],
) -> str:
    """The text without what was understood, which joins what was found."""

    def kept(match: re.Match[str]) -> str:
        word = read(match)
        if word is None:
            return match[0]
        found.append(word)
        return " "

    return pattern.sub(kept, text)


def _in_words(match: re.Match[str]) -> Word | None:
    month = _MONTHS.index(match[2]) + 1
    return _one_of(_dates(int(match[1]), month, match[3]))


def _iso(match: re.Match[str]) -> Word | None:
    if match[4] is None:
        return _exactly(f"/{int(match[3]):02}/{match[1]}")
    return _one_of(_dates(int(match[4]), int(match[3]), match[1]))


def _day(match: re.Match[str]) -> Word | None:
    """A date may still be half typed, and so may a telephone that begins like one."""
    begun = f"{int(match[1]):02}/{int(match[3]):02}/{match[4] or ''}".rstrip("/")
    dates = _dates(int(match[1]), int(match[3]), match[4] or "")
    phone = match[1].startswith("0") and match[2] != "/"
    return _one_of((begun, *dates, *([chiffres(match[0])] if phone else [])))


def _day_apart(match: re.Match[str]) -> Word | None:
    return _one_of(_dates(int(match[1]), int(match[2]), match[3]))


def _phone(match: re.Match[str]) -> Word | None:
    groups = re.findall(r"\d+", match[0])
    if any(len(group) > 3 for group in groups[1:]):  # noqa: PLR2004 -- a year, a file number
        return None
    dialled, written = chiffres(match[0]), "".join(groups)
    return _with_dates(dialled if len(dialled) > 1 else written)


def _with_dates(digits: str) -> Word:
    """Digits are looked for as they are, and as the dates that they may be."""
    dates: list[str] = []
    if match := _COMPACT.fullmatch(digits):
        dates += _dates(int(match[1]), int(match[2]), match[3])
    if match := _COMPACT_ISO.fullmatch(digits):
        dates += _dates(int(match[3]), int(match[2]), match[1])
    best = digits.zfill(_FILE) if len(digits) <= _FILE else digits
    return Word(tuple(dict.fromkeys((digits, *dates))), best)


def _dates(day: int, month: int, year: str) -> Iterator[str]:
    """As stored; a year of two figures is of either century."""
    years = (year,) if len(year) == 4 else (f"19{year}", f"20{year}") if len(year) == 2 else ()  # noqa: PLR2004
    for whole in years:
        try:
            yield f"{date(int(whole), month, day):%d/%m/%Y}"
        except ValueError:
            continue


def _one_of(texts: Iterator[str] | tuple[str, ...]) -> Word | None:
    spellings = tuple(dict.fromkeys(texts))
    return Word(spellings, spellings[0]) if spellings else None


def _exactly(text: str) -> Word:
    return Word((text,), text)


def _name(piece: str) -> Word:
    letters = "".join(c for c in piece if c.isalpha())
    if len(letters) < SHORTEST:
        return _exactly(piece)
    sound = cle(piece)
    return Word((piece,), piece, (f" {sound}",) if len(sound) > 1 else (), _pieces(letters))


def _pieces(letters: str) -> tuple[str, ...]:
    """What one slip cannot all break: it touches two neighbours at most.

    Shorter words have no three parts worth looking for: the first letter, or the last two.
    """
    third = len(letters) // 3
    if third < 2:  # noqa: PLR2004
        return (f" {letters[0]}", letters[-2:])
    return letters[:third], letters[third : 2 * third], letters[2 * third :]


_READERS = (
    (_IN_WORDS, _in_words),
    (_ISO, _iso),
    (_DAY, _day),
    (_DAY_APART, _day_apart),
    (_PHONE, _phone),
)

"""An argument parser that speaks French."""

import argparse
import re
import sys
from typing import Any, NoReturn

Commands = Any
"""What add_subparsers returns: argparse keeps its type private."""

_MESSAGES = (
    (r"the following arguments are required: (.*)", r"il manque : \1"),
    (r"unrecognized arguments: (.*)", r"arguments inconnus : \1"),
    (
        r"argument (.*?): invalid choice: '(.*?)' \(choose from (.*)\)",
        r"\1 : « \2 » n’est pas connu ; choisissez parmi \3",
    ),
    (r"argument (.*?): expected one argument", r"\1 : il manque la valeur"),
    (r"argument (.*?): invalid \w+ value: '(.*)'", r"\1 : « \2 » n’est pas un nombre"),
    (r"argument (.*?): (.*)", r"\1 : \2"),
)


class Parser(argparse.ArgumentParser):
    """Same rules as argparse; help, headings and refusals in French."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["add_help"] = False
        super().__init__(*args, **kwargs)
        self._positionals.title = "arguments"
        self._optionals.title = "options"
        self.add_argument("-h", "--help", action="help", help="afficher cette aide et quitter")

    def format_usage(self) -> str:
        return super().format_usage().replace("usage: ", "utilisation : ", 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", "utilisation : ", 1)

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog} : {_translated(message)}\n")


def _translated(message: str) -> str:
    for pattern, french in _MESSAGES:
        if re.fullmatch(pattern, message, re.DOTALL):
            return re.sub(pattern, french, message, count=1, flags=re.DOTALL)
    return message

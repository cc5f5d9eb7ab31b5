"""What an extract says: the meeting, one person's situation, what was decided and added since."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .additifs_story import additifs
from .flow import line
from .meeting_head import head, section
from .situation_story import situation
from .styles import LABEL, MM
from .synthese_story import reprises

if TYPE_CHECKING:
    from .layout import Running
    from .printed import Minutes

_OTHERS = "Les autres situations de cette réunion ne figurent pas sur cet extrait."


def story(contenu: Minutes, running: Running) -> list[Any]:
    flowables = [
        *head(contenu, "Extrait du compte rendu"),
        *section("Situation évoquée", below=60 * MM),
    ]
    for rank, vue in enumerate(contenu.synthese.vues):
        flowables += situation(contenu, vue, running, first=rank == 0)
    if contenu.synthese.reprises:
        flowables += reprises(contenu)
    return [*flowables, *additifs(contenu), *section("Portée", below=0), line(_OTHERS, LABEL)]

"""ChoicesCard: part by part, which of two records is right."""

from collections.abc import Sequence

from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.services.fusion_choix import Champ, Cote
from microstructure_desktop.services.fusions import Comparaison
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import clear, column
from microstructure_desktop.ui.widgets.segmented import Segmented

from . import words

_SAME = "Les deux dossiers disent la même chose."
_REST = "Ce qui n’est pas montré est identique dans les deux dossiers."


class ChoicesCard(Card):
    """The record kept is at the left."""

    def __init__(self, context: Context) -> None:
        super().__init__("Ce que dira le dossier")
        self.context = context
        self._vue: Comparaison | None = None
        self._membres: Sequence[Membre] = ()
        self._choices: dict[Champ, Segmented] = {}
        self._fields = column(spacing=16)
        self.rest = Paragraph("", "caption")
        self.body.addLayout(self._fields)
        self.body.addWidget(self.rest)
        context.discretion.changed.connect(self._name)

    def show_comparison(self, vue: Comparaison, membres: Sequence[Membre]) -> None:
        self._vue, self._membres = vue, membres
        clear(self._fields)
        self._choices = {}
        for champ in vue.differents:
            choice = Segmented(name=words.CHAMPS[champ])
            self._choices[champ] = choice
            self._fields.addWidget(Field(words.CHAMPS[champ], choice))
        self._name()
        for champ, choice in self._choices.items():
            choice.set_value(vue.proposes[champ].value)
        self.rest.setText(_REST if self._choices else _SAME)

    def choices(self) -> dict[Champ, Cote]:
        return {champ: Cote(choice.value()) for champ, choice in self._choices.items()}

    def choose(self, champ: Champ, cote: Cote) -> None:
        self._choices[champ].set_value(cote.value)

    def shown(self) -> list[str]:
        """What stands in each choice, left then right."""
        return [choice.part(cote).text() for choice in self._choices.values() for cote in Cote]

    def _name(self) -> None:
        if self._vue is None:
            return
        sides = ((Cote.GARDE, self._vue.garde), (Cote.ABSORBE, self._vue.absorbe))
        context = self.context
        for champ, choice in self._choices.items():
            choice.set_choices(
                (
                    cote.value,
                    f"{words.number(record)}{NBSP}: "
                    + words.value(
                        champ, record, context.discretion, context.reference, self._membres
                    ),
                )
                for cote, record in sides
            )

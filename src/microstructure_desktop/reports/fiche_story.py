"""What a printed fiche says: whose it is, who wrote it, each question with its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from microstructure_desktop import french
from microstructure_desktop.domain.periods import age
from microstructure_desktop.forms import rules
from microstructure_desktop.forms.answer_words import in_words
from microstructure_desktop.forms.nesting import depths, leading_to

from . import wording
from .flow import Column, Dressing, block, columns, line, room, space
from .scale_story import Line, scale
from .styles import (
    ACCENT,
    BODY,
    GUTTER,
    HAIRLINE,
    HEADING,
    LABEL,
    MM,
    OVERLINE,
    SECTION,
    STRONG,
    SUBTITLE,
    TEXT_HEIGHT,
    THICK,
    TITLE,
)
from .text import or_dash

if TYPE_CHECKING:
    from microstructure_desktop.forms.model import Group, Item

    from .printed import FicheImprimee

_FACTS = columns(1, 5.2, gutter=GUTTER, styles=(LABEL, BODY))
_QUESTION, _ANSWER = columns(2, 3, gutter=GUTTER, styles=(LABEL, BODY))
_STEP = 4 * MM
"""How far to the right of its question a nested one starts."""
_KEPT = TEXT_HEIGHT / 3
"""A scale stays on one page, unless it is taller."""


def story(contenu: FicheImprimee) -> list[Any]:
    shown = rules.enabled(contenu.form, contenu.fiche.answers)
    flowables = _head(contenu)
    for group in contenu.form.groups:
        flowables += _group(contenu, group, _printed(contenu, group, shown))
    return flowables


def _head(contenu: FicheImprimee) -> list[Any]:
    fiche, form, patient = contenu.fiche, contenu.form, contenu.patient
    naissance = french.numeric_date(patient.naissance)
    annees = f"{age(patient.naissance, fiche.jour)}\xa0ans"
    facts = [
        ("Fiche du", french.long_date(fiche.jour)),
        ("Rédaction", wording.membre(contenu.auteur)),
        ("État", "complète" if fiche.complete else "à compléter"),
        ("Révision", f"n°\xa0{contenu.revision}, le {wording.instant(contenu.revisee_le)}"),
        ("Questionnaire", f"{form.title}, version {form.version}"),
    ]
    if fiche.papier:
        facts.append(("Origine", "Recopiée d’une fiche papier"))
    if contenu.partielle:
        facts.append(("Étendue", "Seulement les réponses partagées avec toute l’équipe"))
    return [
        line(form.title.upper(), OVERLINE),
        line(patient.nom_affiche, TITLE),
        line(
            f"Dossier n°\xa0{patient.dossier} · naissance le\xa0{naissance}, {annees}",
            SUBTITLE,
            Dressing(after=4 * MM),
        ),
        *(block(fact, _FACTS, Dressing(before=2)) for fact in facts),
    ]


def _printed(contenu: FicheImprimee, group: Group, shown: frozenset[str]) -> list[Item]:
    """The questions to print, each below the headings that lead to it.

    The rows of a repeated group that nobody began are left out. When answers are kept from the
    reader, what they may not read cannot be told from what was not answered: both are left out.
    """
    asked = [i for i in group.items if i.is_question and i.id in shown and not i.personal]
    answered = {i.id for i in asked if rules.is_answered(contenu.fiche.answers.get(i.id))}
    if contenu.partielle:
        asked = [i for i in asked if i.id in answered]
    begun = {0, *(i.row for i in asked if i.id in answered)}
    return leading_to(group, [i for i in asked if i.row in begun])


def _group(contenu: FicheImprimee, group: Group, items: list[Item]) -> list[Any]:
    if not items:
        return []
    found = [
        space(7 * MM),
        room(SECTION.leading + 18 * MM),
        line(group.title, SECTION, Dressing(before=5, after=3, rule=ACCENT, weight=THICK)),
    ]
    depth = depths(group)
    headings = {item.id for item in group.items if not item.is_question}
    rule: str | None = None
    for item in items:
        if item.id in headings:
            style = HEADING if item.under in headings else STRONG
            found += [room(style.leading + 14 * MM), line(item.text, style, _around(rule, 5))]
            rule = None
        else:
            found += _answered(contenu, item, depth[item.id], rule)
            rule = HAIRLINE
    return found


def _answered(contenu: FicheImprimee, item: Item, depth: int, rule: str | None) -> list[Any]:
    shift = depth * _STEP
    label = Column(_QUESTION.x + shift, _QUESTION.width - shift, LABEL)
    lines = _lines(contenu, item)
    last = len(lines) - 1
    blocks = [
        block(
            ("" if rank else item.text, or_dash(text)),
            (label if not rank else Column(0, 0, style), Column(_ANSWER.x, _ANSWER.width, style)),
            _around(None if rank else rule, 0 if rank else 2.5, 2.5 if rank == last else 0),
        )
        for rank, (text, style) in enumerate(lines)
    ]
    return [room(min(_KEPT, sum(one.wrap(0, 0)[1] for one in blocks))), *blocks] if last else blocks


def _lines(contenu: FicheImprimee, item: Item) -> list[Line]:
    value = contenu.fiche.answers.get(item.id)
    if item.instrument is not None and isinstance(value, dict) and rules.is_answered(value):
        patient = contenu.patient
        years = age(patient.naissance, contenu.fiche.jour)
        return scale(item.instrument, value, sexe=patient.sexe, age=years)
    return [(in_words(item, value), BODY)]


def _around(rule: str | None, before: float, after: float = 2.5) -> Dressing:
    return Dressing(before=before, after=after, rule=rule)

"""All known definitions, by id and version."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from .model import Form


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Definitions offered to people: the latest of each id; earlier ones stay readable."""

    forms: Mapping[tuple[str, int], Form] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of(cls, forms: Iterable[Form]) -> "Catalogue":
        return cls(MappingProxyType({(form.id, form.version): form for form in forms}))

    def get(self, form_id: str, version: int | None = None) -> Form | None:
        """That version, or the latest."""
        if version is not None:
            return self.forms.get((form_id, version))
        versions = [known for name, known in self.forms if name == form_id]
        return self.forms[form_id, max(versions)] if versions else None

    def latest(self) -> tuple[Form, ...]:
        """The latest version of each form, by title."""
        newest: dict[str, Form] = {}
        for form in self.forms.values():
            if form.id not in newest or newest[form.id].version < form.version:
                newest[form.id] = form
        return tuple(sorted(newest.values(), key=lambda form: (form.title, form.id)))

    def with_form(self, form: Form) -> "Catalogue":
        return Catalogue.of([*self.forms.values(), form])

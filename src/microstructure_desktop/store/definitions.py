"""Every form and scale definition ever used, so that old fiches stay readable."""

from .revisions import Revisions

KIND = "definition"
SCALE = "echelle/"  # a form's id holds no stroke
_ALL = "select form, version, content from definition order by form, version"
_KEEP = "insert into definition (form, version, content) values (?, ?, ?)"
_TEXT = "select content from definition where form = ? and version = ?"


class Definitions:
    def __init__(self, revisions: Revisions) -> None:
        self._revisions = revisions

    def keep(self, form_id: str, version: int, toml_text: str) -> bool:
        """Keep a definition for ever; False when that version is already kept with other words."""
        kept = self.text(form_id, version)
        if kept is None:
            self._revisions.write(KIND, _KEEP, form_id, version, toml_text)
        return kept in (None, toml_text)

    def keep_scale(self, scale_id: str, version: int, toml_text: str) -> bool:
        """Keep a scale's definition as a form's is."""
        return self.keep(f"{SCALE}{scale_id}", version, toml_text)

    def scales(self) -> tuple[str, ...]:
        return tuple(text for (name, _), text in self._all().items() if name.startswith(SCALE))

    def forms(self) -> dict[tuple[str, int], str]:
        """By id and version."""
        return {key: text for key, text in self._all().items() if not key[0].startswith(SCALE)}

    def _all(self) -> dict[tuple[str, int], str]:
        rows = self._revisions.run(_ALL)
        return {(name, version): content for name, version, content in rows}

    def text(self, form_id: str, version: int) -> str | None:
        rows = self._revisions.run(_TEXT, form_id, version)
        return str(rows[0][0]) if rows else None

"""Definitions of every shape that the loader accepts, drawn item after item."""

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from .cases import HEAD, installed

TEXTS = st.text(st.sampled_from("aéÀ’«» \u00a0\"\\'{}[]=#.,;🙂z"), min_size=1, max_size=30).filter(
    str.strip
)
LONG = st.text(st.sampled_from('a \n\t"\\é’'), min_size=1, max_size=900).filter(str.strip)
FLAG = st.booleans()
NUMBERS = st.decimals(-1000, 1000, places=2) | st.integers(-1000, 1000).map(Decimal)
KINDS = ["boolean", "integer", "decimal", "date", "string", "text", "choice", "list", "display",
         "group", "instrument"]  # fmt: skip
CODES = ["A", "B", "C9", "d_e", "NR"]
LISTS = ["CL04", "CL09", "CL27"]


def flags(draw, *names):
    return {name: True for name in names if draw(FLAG)}


@st.composite
def forms(draw) -> dict[str, Any]:
    """A definition as a table of tables, for the writer to write."""
    drawn = _Drawn(draw)
    groups = [drawn.group(rank) for rank in range(draw(st.integers(1, 3)))]
    head = {**HEAD, "role": draw(st.sampled_from(["medecin", "psychologue", "equipe"]))}
    if draw(FLAG):
        head["chapeau"] = draw(TEXTS)
    return {**head, "title": draw(TEXTS), "group": groups}


class _Drawn:
    def __init__(self, draw):
        self.draw = draw
        self.ids = 0
        self.above: list[dict[str, Any]] = []

    def group(self, rank):
        draw = self.draw
        found = {"id": f"g{rank}", "title": draw(TEXTS)}
        first_of = len(self.above)
        repeated = draw(st.integers(0, 3)) == 0
        if repeated:
            found["repeat"] = draw(st.integers(2, 4))
            if draw(FLAG):
                found["row_title"] = draw(TEXTS)
        items = []
        for place in range(draw(st.integers(1, 6))):
            kinds = KINDS[:8] if repeated and place == 0 else KINDS
            items.append(self.item(draw(st.sampled_from(kinds)), items))
        if repeated:  # later groups name a row
            self.above[first_of:] = [
                {**item, "id": f"{item['id']}_2"} for item in self.above[first_of:]
            ]
        return {**found, "item": items}

    def item(self, kind, beside):
        draw = self.draw
        self.ids += 1
        found = {"id": f"q{self.ids}", "text": draw(TEXTS)}
        found["type"] = "choice" if kind == "list" else kind
        if draw(FLAG):
            found["hint"] = draw(TEXTS)
        if kind == "instrument":
            names = sorted(installed().instruments)
            found["instrument"] = draw(st.sampled_from([*names[:3], "phq_9"]))
        elif kind not in ("display", "group"):
            found |= self.question(kind)
        elif kind == "display":
            found |= draw(st.sampled_from([{}, {"control": "alerte"}, {"auto": "assiduite"}]))
        if kind not in ("display", "group"):
            found |= flags(draw, "required")
            found["partage"] = draw(st.sampled_from(["equipe", "metier"]))
        if beside and draw(FLAG):
            found["under"] = draw(st.sampled_from(beside))["id"]
        if self.above and draw(FLAG):
            found |= self.conditions()
        if kind not in ("display", "group"):
            self.above.append(found)
        return found

    def question(self, kind):
        draw = self.draw
        found = flags(draw, "nr")
        if draw(FLAG):
            found["unchanged"] = draw(FLAG)
        if draw(st.integers(0, 4)) == 0:
            found["renamed_from"] = f"ancien_{self.ids}"
        if kind in ("integer", "decimal"):
            found |= self.number(kind)
        elif kind == "date":
            found |= flags(draw, "future")
            found |= draw(st.sampled_from([{}, {"soft_days": 60}]))
            found |= draw(st.sampled_from([{}, {"initial": date(2026, 1, 2)}]))
        elif kind in ("string", "text"):
            found |= draw(st.sampled_from([{}, {"max_length": 199}]))
            if kind == "text" and draw(FLAG) and "max_length" not in found:
                found["initial"] = draw(LONG)
                found |= flags(draw, "read_only")
        elif kind == "boolean":
            found |= draw(st.sampled_from([{}, {"control": "segments"}, {"initial": False}]))
        else:
            found |= self.choice(kind)
        return found

    def number(self, kind):
        draw = self.draw
        found = flags(draw, "trajectoire")
        low, high = sorted(draw(st.tuples(NUMBERS, NUMBERS)))
        found |= draw(
            st.sampled_from(
                [{}, {"min": low}, {"max": high}, {"min": low, "max": high, "unit": "kg"}]
            )
        )
        found |= draw(st.sampled_from([{}, {"soft_min": low, "soft_max": high}]))
        if kind == "integer":
            scale = {"min": 0, "max": 10, "control": "echelle", "initial": 3}
            found |= draw(st.sampled_from([{}, {"up_to_age": True}, scale]))
        elif draw(FLAG):
            shapes = ["{}", "{:.3f}", "{:E}"]
            found["initial"] = draw(st.sampled_from(shapes)).format(low)
        return found

    def choice(self, kind):
        draw = self.draw
        found = flags(draw, "repeats", "trajectoire", "export")
        if kind == "list":
            found["list"] = draw(st.sampled_from(LISTS))
            options = installed().lists[found["list"]].options
            codes = [o.code for o in options]
            alone = {o.code for o in options if o.alone}
        else:
            codes = draw(st.lists(st.sampled_from(CODES), min_size=1, unique=True))
            found["options"] = [
                {"code": c, "label": draw(TEXTS), **flags(draw, "alone", "retired")} for c in codes
            ]
            alone = {o["code"] for o in found["options"] if "alone" in o}
        found["codes"] = codes
        several = "repeats" in found
        controls = ["puces"] if several else ["segments", "liste"]
        found |= draw(st.sampled_from([{}, *({"control": c} for c in controls)]))
        if draw(FLAG):
            chosen = draw(st.lists(st.sampled_from(codes), min_size=1, max_size=3))
            together = [c for c in chosen if c not in alone] or chosen[:1]
            found["initial"] = together if several else chosen[0]
        return found

    def conditions(self):
        draw = self.draw
        every = draw(FLAG)
        count = draw(st.integers(1, 3))
        tests = [self.test(draw(st.sampled_from(self.above)), count) for _ in range(count)]
        found: dict[str, Any] = {"enable_when": tests if len(tests) > 1 or draw(FLAG) else tests[0]}
        if every and (count == 1 or not any("any_of" in test for test in tests)):
            found["enable_behavior"] = "all"
        return found

    def test(self, source, count):
        draw = self.draw
        possible: list[dict[str, Any]] = [{"exists": True}, {"exists": False}]
        if source["type"] == "boolean":
            possible += [{"equals": True}, {"not_equals": False}]
        if source["type"] in ("integer", "decimal"):
            possible += [{"at_least": 2}, {"at_most": Decimal("4.5")}]
            possible += [{"at_least": -1, "at_most": Decimal("3.5")}]
        if source["type"] == "integer":
            possible += [{"equals": 4}, {"any_of": [1, 2, 7]}]
        if source["type"] == "choice":
            codes = source["codes"]
            possible += [{"equals": codes[0]}, {"not_equals": codes[-1]}, {"any_of": codes}]
        if source.get("nr"):
            possible += [{"equals": "NR"}]
        if source.get("instrument") == "phq_9":
            possible += [{"alert": True}]
        return {"item": source["id"], **draw(st.sampled_from(possible))}

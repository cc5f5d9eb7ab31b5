"""The colours can be read in both looks, and measures grow with the text."""

import pytest

from microstructure_desktop.ui import look

LOOKS = (look.LIGHT, look.DARK)
GROUNDS = ("app", "side", "surface", "sunken", "selected", "hover")
ROLES = (
    "medecin",
    "psychologue",
    "travailleur_social",
    "psychiatre",
    "coordination",
    "secretariat",
    "equipe",
    "fiche",
)


def luminance(value: str) -> float:
    channels = [int(value[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def pairs_of_text() -> list[tuple[str, str]]:
    texts = [(ink, ground) for ink in ("text", "text2", "text3") for ground in GROUNDS]
    texts = [pair for pair in texts if pair != ("text3", "hover")]  # captions are never hovered
    kinds = [(kind, f"{kind}_bg") for kind in ("ok", "info", "warn", "danger")]
    strong = [("on_primary", f"primary{state}") for state in ("", "_hover", "_press")]
    return [
        *texts,
        *kinds,
        *strong,
        ("text", "warn_bg"),
        ("text2", "warn_bg"),
        ("text", "danger_bg"),
        ("text2", "danger_bg"),
        ("danger", "surface"),
        ("primary", "surface"),
        ("primary", "app"),
        ("primary", "selected"),
        ("toast_text", "toast"),
        ("toast_text2", "toast"),
        ("toast_link", "toast"),
    ]


@pytest.mark.parametrize("name", LOOKS)
@pytest.mark.parametrize(("ink", "ground"), pairs_of_text())
def test_that_text_can_be_read_on_its_ground(name, ink, ground):
    colours = look.make(name, 100).colours
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("name", LOOKS)
@pytest.mark.parametrize("ground", ["app", "surface", "sunken", "side"])
def test_that_the_edge_of_a_field_is_seen(name, ground):
    colours = look.make(name, 100).colours
    assert contrast(colours["edge"], colours["surface"]) >= 3
    assert contrast(colours["danger"], colours[ground]) >= 3


@pytest.mark.parametrize("name", LOOKS)
@pytest.mark.parametrize("role", ROLES)
def test_that_the_sign_of_a_role_is_seen(name, role):
    colours = look.make(name, 100).colours
    assert contrast(colours[role], colours["surface"]) >= 3
    assert contrast(colours[role], colours["app"]) >= 3


@pytest.mark.parametrize("name", LOOKS)
@pytest.mark.parametrize(
    ("ring", "ground"),
    [
        ("focus", "surface"),
        ("focus", "app"),
        ("focus", "side"),
        ("focus", "selected"),
        ("focus", "hover"),
        ("on_primary", "primary"),
        ("on_primary", "primary_hover"),
        ("toast_focus", "toast"),
    ],
)
def test_that_a_focus_ring_is_seen_on_what_it_surrounds(name, ring, ground):
    colours = look.make(name, 100).colours
    assert contrast(colours[ring], colours[ground]) >= 3


def test_that_both_looks_name_the_same_colours():
    light, dark = (set(look.make(name, 100).colours) for name in LOOKS)
    assert light == dark


def test_that_text_grows_faster_than_what_surrounds_it():
    large = look.make(look.LIGHT, 150)
    assert large.font_px("body") == 22
    assert large.control_px(36) == 50
    assert large.px(100) == 130


def test_that_hairlines_never_grow():
    large = look.make(look.LIGHT, 150)
    assert [large.px(width) for width in (1, 2, 3)] == [1, 2, 3]
    assert large.control_px(2) == 2


def test_that_the_colour_follows_the_look_in_force():
    before = look.current()
    look.use(look.make(look.DARK, 100))
    dark = look.colour("surface").name()
    look.use(before)
    assert dark == "#1a2226"
    assert look.colour("surface").name() == "#ffffff"


def test_that_a_measure_is_known_by_its_name():
    assert look.size("rail") == 60
    assert look.px(10) == 10
    assert look.control_px(10) == 10

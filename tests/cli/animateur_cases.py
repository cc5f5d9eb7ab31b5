"""An animator's folder with a register, made without the commands that make it."""

from microstructure_desktop.animateur import keys
from microstructure_desktop.animateur.register import Register, address
from microstructure_desktop.cli.animateur_acces import keys_file, today
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.exchange import bundle
from microstructure_desktop.paths import Home
from tests.animateur.cases import Region

LAST = Mois.de(today()).plus(-1)
PHRASE = "la phrase de chaque jour"


def made(root, months: int = 2) -> Region:
    """One cabinet sends its first month; the others until last month are missing."""
    place = Home(root)
    place.animateur.mkdir(parents=True)
    cles = keys.create(keys_file(place), PHRASE, root / "coffre.age", "celle qui dort au coffre")
    region = Region.made(Register.open(address(place)), cles)
    first = LAST.plus(1 - months)
    cabinet = region.cabinet("OCC-31-001", depuis=first)
    region.receive(bundle.seal(region.bundle(cabinet, first), cabinet.cle), today())
    region.register.close()
    return region

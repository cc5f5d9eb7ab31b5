"""A regional animator for the demonstration: a convention that nobody can open anything with."""

from microstructure_desktop.exchange import convention
from microstructure_desktop.exchange.convention import Convention
from microstructure_desktop.exchange.seal import Identity, SigningKey, fingerprint
from microstructure_desktop.services import enrolement, equipe
from microstructure_desktop.services.office import Office

NOM = "Coordination régionale (démonstration)"
CONTACT = "05 00 00 00 00"


def convenir(office: Office) -> None:
    """Agree with her: her secret keys are forgotten as soon as they signed."""
    key, reader = SigningKey.generate(), Identity.generate()
    said = Convention(equipe.cabinet(office).region, NOM, CONTACT, key.public, (reader.recipient,))
    enrolement.importer(office, convention.write(said, key))
    heard = " ".join(fingerprint(key.public).split()[-2:])
    enrolement.confirmer(office, heard)

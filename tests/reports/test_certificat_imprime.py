"""The certificate is made from nothing that names the person."""

from dataclasses import fields

from microstructure_desktop.reports.certificat_imprime import CertificatImprime


def test_that_a_name_or_an_age_has_no_place():
    assert {f.name for f in fields(CertificatImprime)} == {
        "cabinet", "dossiers", "initiales", "le", "par", "fondement", "motif", "comptes", "reste",
        "faites", "a_faire", "empreinte", "edite_le",
    }  # fmt: skip

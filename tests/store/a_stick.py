"""A stick made of files: what Linux would say of the disk that a folder is on."""

import os

from microstructure_desktop.store import places


def plug_in(monkeypatch, tmp_path, folder, *, removable="1", bus="pci0000:00"):
    """The folder's own disk is said to be this one."""
    disk = tmp_path / "devices" / bus / "block" / "sdz"
    part = disk / "sdz1"
    part.mkdir(parents=True)
    (disk / "removable").write_text(f"{removable}\n")
    number = folder.stat().st_dev
    (tmp_path / "dev").mkdir(parents=True)
    (tmp_path / "dev" / f"{os.major(number)}:{os.minor(number)}").symlink_to(part)
    monkeypatch.setattr(places, "DEVICES", tmp_path / "dev")

"""Install the .deb in a Debian that has nothing, use it, take it away: the gate of a release."""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import contenu
import smoke
from contenu import NAME

import dev

SUITE = "bookworm"
PROGRAMS = {"/usr/bin/Xvfb": "xvfb", "/usr/sbin/debootstrap": "debootstrap"}
APT = Path("/etc/apt")
# The same way out as this machine: its package sources, certificates and name resolution.
FROM_HERE = ("/etc/resolv.conf", "/etc/hosts", "/etc/ssl/certs/ca-certificates.crt")
INSIDE = """
mount -t proc proc "$0/proc"; mount --rbind /dev "$0/dev"
exec chroot "$0" /usr/bin/env -i HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
  PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$@"
"""
ENTERED = "/essai"


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="essaie le .deb dans une Debian neuve")
    default = sorted((contenu.ROOT / "dist").glob(f"{NAME}_{contenu.version()}_*.deb"))
    parser.add_argument("paquet", type=Path, nargs="?", default=default[0] if default else None)
    deb = parser.parse_args(arguments).paquet
    if deb is None:
        raise SystemExit("Aucun .deb dans dist/ : lancez d’abord « python3 dev.py package linux ».")
    if os.geteuid() != 0:
        raise SystemExit("Une Debian neuve se prépare en administrateur : relancez avec sudo.")
    dev.prepare([package for name, package in PROGRAMS.items() if not Path(name).exists()])
    with tempfile.TemporaryDirectory(dir=base().parent) as scratch:
        root = Path(scratch, "debian")
        subprocess.check_call(["cp", "-a", str(base()), str(root)])
        return installed(root, deb) or used(root) or purged(root)


def base() -> Path:
    """A minimal Debian, made once; every run starts from an untouched copy."""
    made = contenu.ROOT / "build" / f"debian-{SUITE}"
    if not (made / "ready").exists():
        shutil.rmtree(made, ignore_errors=True)
        made.parent.mkdir(parents=True, exist_ok=True)
        command = ["debootstrap", "--variant=minbase", "--include=ca-certificates", SUITE]
        subprocess.check_call([*command, str(made), *mirror(sources())], stdout=subprocess.DEVNULL)
        shutil.rmtree(made / "etc/apt")
        shutil.copytree(APT, made / "etc/apt")
        for name in FROM_HERE:
            shutil.copyfile(name, made / name[1:])
        (made / "ready").touch()
    return made


def sources() -> str:
    files = [APT / "sources.list", *sorted((APT / "sources.list.d").glob("*"))]
    return "\n".join(each.read_text(encoding="utf-8") for each in files if each.is_file())


def mirror(text: str) -> list[str]:
    """The first address that this machine takes its packages from, however it is written."""
    return re.findall(r"^(?:URIs:|deb(?: \[.*?\])?) *(\S+)", text, re.MULTILINE)[:1]


def inside(root: Path, *command: str) -> list[str]:
    return ["unshare", "--mount", "bash", "-ec", INSIDE, str(root), *command]


def call(root: Path, *command: str) -> int:
    return subprocess.call(inside(root, *command), timeout=900)


def installed(root: Path, package: Path) -> int:
    """By apt, as a person would; what a desktop already has comes along, Python does not."""
    shutil.copy(package, root / "tmp" / package.name)
    quiet = ["apt-get", "-qq", "-y", "--no-install-recommends"]
    code = call(root, "apt-get", "-qq", "update") or call(
        root, *quiet, "install", "shared-mime-info", "desktop-file-utils", f"/tmp/{package.name}"
    )
    (root / "tmp" / package.name).unlink()
    if code:
        return code
    wrong = [name for name in ("python3", "gcc") if (root / "usr/bin" / name).exists()]
    known = (root / "usr/share/mime/globs").read_text(encoding="utf-8")
    opened = (root / "usr/share/applications/mimeinfo.cache").read_text(encoding="utf-8")
    for kind in ("msma", "msmabak", "msmamaj"):
        if f"application/x-{kind}:*.{kind}\n" not in known:
            wrong.append(f".{kind} n’est pas connu")
        if f"application/x-{kind}=microstructure.desktop" not in opened:
            wrong.append(f".{kind} n’a pas de programme")
    print("\n".join(wrong) or "installé ; .msma, .msmabak et .msmamaj ont leur programme")
    return 1 if wrong else 0


def used(root: Path) -> int:
    """First every command without a screen, then a real window on a virtual one."""
    scratch = root / ENTERED[1:]
    scratch.mkdir()
    code = smoke.play(
        lambda arguments: call(root, "QT_QPA_PLATFORM=offscreen", NAME, *arguments),
        scratch,
        ENTERED,
    )
    if code:
        return code
    home = f"{ENTERED}/{smoke.CABINET}"
    with screen() as display:
        command = inside(root, f"DISPLAY={display}", NAME, "--home", home)
        return smoke.window(command, scratch, dict(os.environ))


@contextmanager
def screen() -> Iterator[str]:
    """A virtual screen of this machine; its abstract socket is seen from inside the root too."""
    reading, writing = os.pipe()
    options = ["-screen", "0", "1366x768x24", "-nolisten", "tcp", "-displayfd", str(writing)]
    with subprocess.Popen(
        ["Xvfb", *options], pass_fds=[writing], stderr=subprocess.DEVNULL
    ) as server:
        os.close(writing)
        with os.fdopen(reading) as answer:
            yield f":{answer.readline().strip()}"
        server.terminate()


def purged(root: Path) -> int:
    """Nothing of ours is left, but everything of the person's is."""
    code = call(root, "dpkg", "--purge", NAME)
    left = [
        each for each in root.rglob("*microstructure*") if not each.is_relative_to(root / "essai")
    ]
    left = [each for each in left if "var/cache/apt" not in str(each)]
    kept = (root / ENTERED[1:] / smoke.CABINET / "coffre").is_dir()
    print("\n".join(map(str, left)) or f"purgé, rien ne reste ; le cabinet est encore là : {kept}")
    return code or (1 if left or not kept else 0)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

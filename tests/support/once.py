"""Test files are made on first use: one process makes them, others wait. Used by the make_*.py beside it."""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path


def words_of(arguments):
    """Texts are split at blanks, lists taken as they are."""
    return [word for text in arguments for word in (text.split() if isinstance(text, str) else text)]


def ffmpeg(*arguments):
    subprocess.run(["ffmpeg", "-hide_banner", "-loglevel", "error", "-nostdin", "-y", "-fflags", "+bitexact",
                    *words_of(arguments)], check=True)


def source(graph):
    return ["-f", "lavfi", "-i", graph]


def make_once(script, makers):
    """Calls each maker in the folder of the command line, unless this very script has filled it already."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    version = hashlib.sha256(Path(script).read_bytes()).hexdigest()
    with open(folder / ".lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        made = folder / ".made"
        if made.exists() and made.read_text() == version:
            return
        for entry in folder.iterdir():
            if entry.name != ".lock":
                shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
        os.chdir(folder)
        for make in makers:
            make()
        made.write_text(version)

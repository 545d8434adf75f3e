#!/usr/bin/env python3
"""Kills bookc while it writes, takes its disk away, and looks what is left.

    check-crashes.py --bookc .build/release/bookc [--kills 40] [--seed 7] [--every-call] BOOK

Each kill is SIGKILL, at a moment drawn by the seed: half of them at any time of the run, half of
them when the first of its temporary files is seen. After each, what the author wrote must be as
before or as the command makes it, every file of the last whole set of outputs readable, and the
next command must succeed and leave nothing of the killed one. With --every-call each command is
killed at every call by which it changes the disk, one after another (needs strace).

Then: a full disk, a read-only one, builds at the same time, a clock that goes backwards, folders
that vanish. What this machine cannot do is skipped, and said. Needs qpdf. The long run:

    check-crashes.py --bookc .build/release/bookc --kills 500 --every-call Book

Ends with "N passed, N failed".
"""

import argparse
import hashlib
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

from checks import Checks

# Every call by which files are made, changed, renamed or removed, and the locks.
CALLS = ("flock", "ftruncate", "pwrite64", "write", "fchmod", "fsync", "link", "rename", "unlink",
         "mkdir")
# Seconds after which a run counts as hanging.
LONGEST = 120
MARK = re.compile(r"\[([^]]*)\]\(#?(?:person|date|event):[^)]*\)")
FIXTURES = pathlib.Path(__file__).resolve().parent.parent / "Tests/Fixtures"


def snapshot(folder):
    """Every file below a folder with the digest of what is in it."""
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*")) if path.is_file()}


def leftovers(*folders):
    return [str(path) for folder in folders if folder.exists()
            for path in folder.rglob(".bookc-*")]


class Desk:
    """A folder to work in, and the program."""

    def __init__(self, program, folder):
        self.program = str(pathlib.Path(program).resolve())
        self.folder = folder
        self.references = {}
        self.environment = {
            **os.environ, "SOURCE_DATE_EPOCH": "1470960000", "TZ": "UTC", "LC_ALL": "C.UTF-8",
            "XDG_CACHE_HOME": str(folder / "cache"), "SWIFT_BACKTRACE": "enable=no"}

    def start(self, *arguments, before=(), folder=None, **environment):
        return subprocess.Popen(
            [*before, self.program, *map(str, arguments)], cwd=folder or self.folder,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env={**self.environment, **environment})

    def run(self, *arguments, **options):
        process = self.start(*arguments, **options)
        output, errors = process.communicate(timeout=LONGEST)
        return process.returncode, output, errors

    def reference(self, book, checks):
        """The outputs of a book as it is now, made where nobody disturbs."""
        state = tuple(snapshot(book).items())
        if state not in self.references:
            place = self.folder / "reference"
            shutil.rmtree(place, ignore_errors=True)
            shutil.copytree(book, place / book.name)
            status, _, errors = self.run("build", place / book.name, "--out", place / "out")
            checks.that(status == 0, f"the book is built where nothing disturbs: {errors}")
            for path in (place / "out").iterdir():
                if path.suffix == ".epub":
                    status, _, errors = self.run("check", path)
                    checks.that(status == 0, f"{path.name} passes bookc check: {errors}")
                if path.suffix == ".pdf":
                    sound = subprocess.run(["qpdf", "--check", path], capture_output=True)
                    checks.that(sound.returncode == 0, f"{path.name} passes qpdf --check")
            self.references[state] = snapshot(place / "out")
        return self.references[state]


class Scene:
    """A command, and what it may change."""

    def __init__(self, name, arguments, lay_out, makes_sound_book=True):
        self.name = name
        self.arguments = arguments
        # Makes the folder `book` beside the desk's other folders, from nothing.
        self.lay_out = lay_out
        # Whether a build without fault is possible before the command as after it.
        self.makes_sound_book = makes_sound_book


def scenes(source):
    def copy(desk, without=(), change=None):
        book = desk.folder / "book"
        shutil.rmtree(book, ignore_errors=True)
        shutil.copytree(source, book)
        for name in without:
            (book / name).unlink(missing_ok=True)
        if without:
            # Marks name people whom the registry has.
            for path in book.glob("chapters/*.md"):
                text = path.read_text(encoding="utf-8")
                path.write_text(MARK.sub(r"\1", text), encoding="utf-8")
        if change:
            change(book)

    def older_encoding(book):
        for path in sorted(book.glob("chapters/*.md"))[:6]:
            text = path.read_text(encoding="utf-8") + "\nThe café was shut.\n"
            path.write_bytes(text.encode("utf-16"))

    def manuscript(desk, version):
        name = ("titles-that-count", "plain-titles-on-pages")[version]
        shutil.copy(FIXTURES / "import" / name / "manuscript.docx", desk.folder / "memoir.docx")

    def nothing(desk):
        shutil.rmtree(desk.folder / "book", ignore_errors=True)
        manuscript(desk, 0)

    def imported(desk):
        nothing(desk)
        desk.run("import", "memoir.docx", "--into", "book")
        own = sorted((desk.folder / "book/chapters").glob("*.md"))[0]
        own.write_text(own.read_text(encoding="utf-8") + "\nThis I wrote myself.\n",
                       encoding="utf-8")
        manuscript(desk, 1)

    def tree(desk):
        copy(desk)
        (desk.folder / "tree.ged").write_text(
            "0 HEAD\n1 GEDC\n2 VERS 5.5.1\n1 CHAR UTF-8\n"
            + "".join(f"0 @I{n}@ INDI\n1 NAME Ada{chr(97 + n)} /Marsh/\n1 BIRT\n2 DATE {1900 + n}\n"
                      for n in range(20)) + "0 TRLR\n", encoding="utf-8")

    return [
        Scene("scan people --write", ["scan", "people", "book", "--write"],
              lambda desk: copy(desk, ["people.yaml"])),
        Scene("scan events --write", ["scan", "events", "book", "--write"],
              lambda desk: copy(desk, ["chronology.yaml"])),
        Scene("people import --write", ["people", "import", "tree.ged", "--book", "book", "--write"],
              tree),
        Scene("import", ["import", "memoir.docx", "--into", "book"], nothing, makes_sound_book=False),
        Scene("import anew", ["import", "memoir.docx", "--into", "book"], imported),
        Scene("check --convert", ["check", "book", "--convert"],
              lambda desk: copy(desk, change=older_encoding), makes_sound_book=False),
    ]


def kill_at(process, moment, watched):
    """Kills a process after a time; or, where folders are watched, that long after it began to write."""
    if watched:
        limit = time.monotonic() + LONGEST
        while process.poll() is None and time.monotonic() < limit:
            if any(name.startswith(".bookc-") for folder in watched if os.path.isdir(folder)
                   for name in os.listdir(folder)):
                break
    limit = time.monotonic() + moment
    while process.poll() is None and time.monotonic() < limit:
        time.sleep(0.0001)
    process.kill()
    process.communicate()


class Killing:
    """Kills commands and judges what is left."""

    def __init__(self, desk, checks, dice):
        self.desk, self.checks, self.dice = desk, checks, dice
        self.kills = self.in_time = self.told = 0

    def judge_book(self, what, before, after):
        book = self.desk.folder / "book"
        now = {name: digest for name, digest in (snapshot(book) if book.exists() else {}).items()
               if not pathlib.Path(name).name.startswith(".bookc-")}
        for name in before:
            self.checks.that(now.get(name) in (before[name], after.get(name)),
                             f"{what}: {name} is as it was or as it was to be")
        for name in now:
            self.checks.that(name in before or now[name] == after.get(name),
                             f"{what}: {name} is whole and belongs there")

    def count(self, process):
        self.kills += 1
        self.in_time += process.returncode != 0

    def strike_scene(self, scene, index, before, after, took, call=None):
        """One kill of a command that writes into a book; False when it ended before."""
        desk, book = self.desk, self.desk.folder / "book"
        scene.lay_out(desk)
        what = f"{scene.name}, kill {index}"
        if call:
            process = desk.start(*scene.arguments, before=strace(call))
            process.communicate(timeout=LONGEST)
            if process.returncode == 0:
                return False
        else:
            process = desk.start(*scene.arguments)
            sees = index % 2 == 1
            kill_at(process, self.dice.uniform(0, 0.004 if sees else 1.1 * took),
                    [book, book / "chapters"] if sees else [])
        self.count(process)
        self.judge_book(what, before, after)
        status, _, errors = desk.run(*scene.arguments)
        self.checks.that(status == 0, f"{what}: the same again succeeds: {errors}")
        self.told += "an earlier run was stopped" in errors
        self.checks.that(snapshot(book) == after, f"{what}: the same again ends as it should")
        self.checks.that(not leftovers(book), f"{what}: nothing is left: {leftovers(book)}")
        return True

    def sweep_by_build(self, scene, index):
        """After a kill, a build alone sweeps what was left in the book."""
        desk, book, out = self.desk, self.desk.folder / "book", self.desk.folder / "swept"
        scene.lay_out(desk)
        process = desk.start(*scene.arguments)
        kill_at(process, self.dice.uniform(0, 0.003), [book, book / "chapters"])
        self.count(process)
        shutil.rmtree(out, ignore_errors=True)
        status, _, errors = desk.run("build", "book", "--out", out)
        what = f"{scene.name}, kill {index}, then a build"
        if scene.makes_sound_book:
            self.checks.that(status == 0, f"{what}: it succeeds: {errors}")
            self.checks.that(snapshot(out) == desk.reference(book, self.checks),
                             f"{what}: the book is what it should be")
        self.checks.that(not leftovers(book, out), f"{what}: nothing is left")

    def strike_build(self, index, took, call=None):
        """One kill of a build over the same outputs; False when it ended before."""
        desk, book, out = self.desk, self.desk.folder / "steady", self.desk.folder / "out"
        what = f"build, kill {index}"
        last = desk.reference(book, self.checks)
        chapter = sorted(book.glob("chapters/*.md"))[2]
        text = chapter.read_text(encoding="utf-8")
        mark = "\n\nThe rain stopped.\n"
        chapter.write_text(text.removesuffix(mark) if text.endswith(mark) else text + mark,
                           encoding="utf-8")
        author = snapshot(book)
        wanted = desk.reference(book, self.checks)
        if call:
            process = desk.start("build", book, "--out", out, before=strace(call))
            process.communicate(timeout=LONGEST)
            if process.returncode == 0:
                return False
        else:
            process = desk.start("build", book, "--out", out)
            sees = index % 2 == 1
            kill_at(process, self.dice.uniform(0, 0.006 if sees else 1.1 * took),
                    [out] if sees else [])
        self.count(process)
        self.checks.that(snapshot(book) == author, f"{what}: the author's files are as they were")
        left = {name: digest for name, digest in snapshot(out).items()
                if not pathlib.Path(name).name.startswith(".bookc-")}
        self.checks.that(left.keys() == wanted.keys(), f"{what}: every file of the set is there")
        for name, digest in left.items():
            self.checks.that(digest in (last.get(name), wanted.get(name)), f"{what}: {name} is whole")
        # From another folder than the killed run's.
        status, _, errors = desk.run("build", "../steady", "--out", "../out",
                                     folder=desk.folder / "cache")
        self.told += "an earlier run was stopped" in errors
        self.checks.that(status == 0, f"{what}: the next build succeeds: {errors}")
        self.checks.that(snapshot(out) == wanted, f"{what}: the next build is what it should be")
        self.checks.that(not leftovers(book, out), f"{what}: nothing is left")
        self.checks.that(snapshot(book) == author, f"{what}: the book's folder is as it was")
        return True


def strace(call):
    name, count = call
    return ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={name}",
            "-e", f"inject={name}:signal=KILL:when={count}"]


def seconds(action):
    started = time.monotonic()
    action()
    return time.monotonic() - started


def strike_every(strike):
    """Kills at the first call of each kind, the second, and so on until two runs came to their end.

    strace counts for each thread, and which of them writes is not the same in every run.
    """
    for name in CALLS:
        count = survived = 0
        while survived < 2:
            count += 1
            survived = 0 if strike((name, count)) else survived + 1


def check_kills(desk, checks, arguments):
    killing = Killing(desk, checks, random.Random(arguments.seed))
    book, out = desk.folder / "steady", desk.folder / "out"
    shutil.copytree(arguments.book, book)
    (desk.folder / "cache").mkdir()
    desk.run("build", book, "--out", out)
    took = seconds(lambda: desk.run("build", book, "--out", out))
    kinds = scenes(arguments.book)
    known = []
    for scene in kinds:
        scene.lay_out(desk)
        before = snapshot(desk.folder / "book") if (desk.folder / "book").exists() else {}
        lasted = seconds(lambda: known.append(desk.run(*scene.arguments)))
        checks.that(known.pop()[0] == 0, f"{scene.name} succeeds undisturbed")
        known.append((scene, before, snapshot(desk.folder / "book"), lasted))
    calls = 0
    if arguments.every_call and shutil.which("strace"):
        strike_every(lambda call: killing.strike_build("at {} {}".format(*call), took, call))
        for scene, before, after, lasted in known:
            strike_every(lambda call: killing.strike_scene(
                scene, "at {} {}".format(*call), before, after, lasted, call))
        calls = killing.kills
        print(f"{calls} kills at every call that changes the disk", flush=True)
    elif arguments.every_call:
        print("no strace here: not killed at every call")
    for index in range(arguments.kills):
        # Every other kill is a build's, the others take turns.
        if index % 2 == 0:
            killing.strike_build(index // 2, took)
        else:
            scene, before, after, lasted = known[index // 2 % len(known)]
            turn = index // 2 // len(known)
            killing.strike_scene(scene, turn, before, after, lasted)
            if turn % 3 == 0:
                killing.sweep_by_build(scene, turn)
    print(f"{killing.kills - calls} kills at random moments; {killing.in_time} of all "
          f"{killing.kills} before the end; {killing.told} times a half replaced set was put back "
          f"and told", flush=True)


# MARK: What a disk can do


def fresh(desk, source, name="book"):
    book, out = desk.folder / name, desk.folder / (name + "-out")
    for folder in (book, out):
        shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(source, book)
    return book, out


def add_words(book, words="\n\nA line more.\n"):
    chapter = sorted(book.glob("chapters/*.md"))[2]
    chapter.write_text(chapter.read_text(encoding="utf-8") + words, encoding="utf-8")


def is_plain(errors):
    """A message for a writer, not a crash."""
    return (errors.count("\n") <= 3 and "Fatal error" not in errors
            and "Stack dump" not in errors and errors.strip() != "")


def check_full_disk(desk, checks, source):
    book, out = fresh(desk, source)
    out.mkdir()
    size = sum(path.stat().st_size for path in desk.folder.joinpath("out").rglob("*")
               if path.is_file())
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size * 3 // 2 // 1024 + 64}k", "none", out],
                   check=True)
    checks.that(desk.run("build", book, "--out", out)[0] == 0, "a disk with room for one set")
    before = snapshot(out)
    add_words(book)
    status, _, errors = desk.run("build", book, "--out", out)
    checks.that(status == 2 and "the disk is full" in errors and is_plain(errors),
                f"a full disk is told: {status} {errors}")
    checks.that(snapshot(out) == before, "a full disk: the last set is as it was, nothing is left")
    subprocess.run(["mount", "-o", f"remount,size={size * 4 // 1024}k", out], check=True)
    checks.that(desk.run("build", book, "--out", out)[0] == 0, "with room again it is built")
    checks.that(snapshot(out) == desk.reference(book, checks), "with room again it is whole")
    subprocess.run(["umount", out], check=True)
    # The author's own file.
    book, _ = fresh(desk, source)
    files = sum(path.stat().st_size for path in book.rglob("*") if path.is_file())
    room = desk.folder / "room"
    room.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={files // 1024 + 400}k", "none", room],
                   check=True)
    shutil.copytree(book, room / "book")
    add_words(room / "book", "\n\nMy uncle Tobias Finch said so, and Tobias Finch was right.\n")
    with open(room / "filler", "wb", buffering=0) as filler:
        try:
            while True:
                filler.write(b"x" * 4096)
        except OSError:
            pass
    before = snapshot(room)
    for command in ("people", "events"):
        status, _, errors = desk.run("scan", command, room / "book", "--write")
        checks.that(status == 2 and "the disk is full" in errors and is_plain(errors),
                    f"scan {command} on a full disk: {status} {errors}")
    checks.that(snapshot(room) == before, "a full disk: the author's files are as they were")
    subprocess.run(["umount", room], check=True)


def check_read_only(desk, checks, source):
    book, out = fresh(desk, source)
    desk.run("build", book, "--out", out)
    add_words(book, "\n\nMy uncle Tobias Finch said so, and Tobias Finch was right.\n")
    for folder in (book, out):
        subprocess.run(["mount", "--bind", folder, folder], check=True)
        subprocess.run(["mount", "-o", "remount,bind,ro", folder], check=True)
    before = (snapshot(book), snapshot(out))
    for arguments in (["build", book, "--out", out], ["build", book],
                      ["scan", "people", book, "--write"]):
        status, _, errors = desk.run(*arguments)
        checks.that(status == 2 and "read-only" in errors and is_plain(errors),
                    f"{arguments[0]} where nothing may be written: {status} {errors}")
    checks.that((snapshot(book), snapshot(out)) == before, "read-only: all is as it was")
    elsewhere = desk.folder / "elsewhere"
    checks.that(desk.run("build", book, "--out", elsewhere)[0] == 0,
                "a book on a read-only disk is built elsewhere")
    for folder in (book, out):
        subprocess.run(["umount", folder], check=True)


def check_at_once(desk, checks, source, dice):
    book, out = fresh(desk, source)
    for turn in range(8):
        add_words(book)
        processes = []
        for _ in range(3):
            processes.append(desk.start("build", book, "--out", out))
            time.sleep(dice.uniform(0, 0.05))
        for process in processes:
            _, errors = process.communicate(timeout=LONGEST)
            checks.that(process.returncode == 0, f"at once, turn {turn}: {errors}")
        checks.that(snapshot(out) == desk.reference(book, checks), f"at once, turn {turn}: whole")
    add_words(book, "\n\nMy uncle Tobias Finch said so, and Tobias Finch was right.\n")
    processes = [desk.start("scan", "people", book, "--write") for _ in range(3)]
    for process in processes:
        process.communicate(timeout=LONGEST)
    checks.that(all(process.returncode == 0 for process in processes), "scans at once")
    status, _, errors = desk.run("check", book)
    checks.that(status == 0 and "people.yaml" not in errors,
                f"scans at once leave a registry without fault: {errors}")
    checks.that(not leftovers(book, out), "at once: nothing is left")


def check_clock(desk, checks, source):
    book, out = fresh(desk, source)
    desk.run("build", book, "--out", out)
    later = time.time() + 400 * 86_400
    for folder in (book, out, desk.folder / "cache"):
        for path in folder.rglob("*"):
            os.utime(path, (later, later))
    add_words(book)
    checks.that(desk.run("build", book, "--out", out)[0] == 0, "files of the next year: built")
    checks.that(snapshot(out) == desk.reference(book, checks), "files of the next year: whole")
    faketime = shutil.which("faketime")
    if not faketime:
        print("no faketime here: the clock itself is not set back")
        return
    add_words(book)
    for moment in ("1971-01-01", "2099-12-31", "2001-02-03"):
        status, _, errors = desk.run("build", book, "--out", out, before=[faketime, moment])
        checks.that(status == 0, f"the clock says {moment}: {errors}")
        checks.that(snapshot(out) == desk.reference(book, checks),
                    f"the clock says {moment}: the same bytes")


def check_vanishing(desk, checks, source, dice):
    for turn in range(16):
        book, out = fresh(desk, source)
        desk.run("build", book, "--out", out)
        add_words(book)
        gone = (book, out)[turn % 2]
        process = desk.start("build", book, "--out", out)
        time.sleep(dice.uniform(0, 0.5))
        away = desk.folder / "unplugged"
        shutil.rmtree(away, ignore_errors=True)
        gone.rename(away)
        _, errors = process.communicate(timeout=LONGEST)
        what = f"the {'book' if gone == book else 'output'} folder vanishes, turn {turn}"
        checks.that(process.returncode in (0, 1, 2), f"{what}: ends with {process.returncode}")
        checks.that(process.returncode == 0 or is_plain(errors) or process.returncode == 1,
                    f"{what}: {errors}")
        shutil.rmtree(gone, ignore_errors=True)
        away.rename(gone)
        checks.that(desk.run("build", book, "--out", out)[0] == 0, f"{what}: plugged in, it is built")
        checks.that(snapshot(out) == desk.reference(book, checks), f"{what}: plugged in, it is whole")
        checks.that(not leftovers(book, out), f"{what}: nothing is left")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bookc", default=".build/release/bookc")
    parser.add_argument("--kills", type=int, default=40)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--every-call", action="store_true")
    parser.add_argument("--in-own-mounts", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("book", type=pathlib.Path)
    arguments = parser.parse_args()
    arguments.book = arguments.book.resolve()
    if not arguments.in_own_mounts and sys.platform == "linux" and shutil.which("unshare"):
        flags = ["-m"] if os.geteuid() == 0 else ["-rm"]
        if subprocess.run(["unshare", *flags, "true"], capture_output=True).returncode == 0:
            os.execvp("unshare", ["unshare", *flags, sys.executable, *sys.argv, "--in-own-mounts"])
    checks, dice = Checks(), random.Random(arguments.seed + 1)
    with tempfile.TemporaryDirectory(prefix="bookc-crashes-") as folder:
        desk = Desk(arguments.bookc, pathlib.Path(folder).resolve())
        check_kills(desk, checks, arguments)
        if arguments.in_own_mounts:
            check_full_disk(desk, checks, arguments.book)
            check_read_only(desk, checks, arguments.book)
        else:
            print("skipped: disks cannot be mounted here, so none is full or read-only")
        check_at_once(desk, checks, arguments.book, dice)
        check_clock(desk, checks, arguments.book)
        check_vanishing(desk, checks, arguments.book, dice)
    print(f"{checks.passed} passed, {checks.failed} failed")
    return 1 if checks.failed or not checks.passed else 0


if __name__ == "__main__":
    sys.exit(main())

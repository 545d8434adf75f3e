#!/usr/bin/env python3
"""Makes an edited copy of a book, to measure `bookc diff` with.

    edit-book.py BOOK COPY [--edits 1000] [--seed 1]

In as many paragraphs as --edits says one word is changed, put in or taken out; beside them, for
every fifty edits, one paragraph moves, and for every hundred one goes and one is put in.
"""

import argparse
import pathlib
import random
import shutil


def edited(words, numbers):
    """The paragraph with one word otherwise."""
    words = words.split(" ")
    place = numbers.randrange(1, len(words))
    kind = numbers.randrange(3)
    if kind == 0:
        words[place] = f"zephyr{numbers.randrange(1000)}"
    elif kind == 1:
        words.insert(place, f"lantern{numbers.randrange(1000)}")
    else:
        del words[place]
    return " ".join(words)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--edits", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("book", type=pathlib.Path)
    parser.add_argument("copy", type=pathlib.Path)
    arguments = parser.parse_args()
    numbers = random.Random(arguments.seed)
    shutil.copytree(arguments.book, arguments.copy, copy_function=shutil.copyfile)
    arguments.copy.chmod(0o755)
    files = sorted(arguments.copy.rglob("*.md"))
    for folder in {file.parent for file in files}:
        folder.chmod(0o755)
    blocks = {file: file.read_text(encoding="utf-8").split("\n\n") for file in files}
    places = [(file, index) for file in files for index, block in enumerate(blocks[file])
              if len(block.split()) > 8 and block[0] not in "#>-*|[!< "]
    moves, few = arguments.edits // 50, arguments.edits // 100
    chosen = iter(numbers.sample(places, arguments.edits + 2 * moves + 2 * few))
    for _ in range(arguments.edits):
        file, index = next(chosen)
        blocks[file][index] = edited(blocks[file][index], numbers)
    for _ in range(moves):
        (file, index), (other, after) = next(chosen), next(chosen)
        blocks[other][after] += "\n\n" + blocks[file][index]
        blocks[file][index] = ""
    for number in range(few):
        (file, index), (other, after) = next(chosen), next(chosen)
        blocks[file][index] = ""
        blocks[other][after] += f"\n\nA paragraph altogether new, number {number} of those put in."
    for file in files:
        file.write_text("\n\n".join(filter(None, blocks[file])), encoding="utf-8")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Runs axe-core on every content document of EPUB files, offline, in headless Chromium.

    check-axe.py [--browser /usr/bin/chromium] FILE.epub ...

A document fails if axe finds a violation. One finding is known to be false and is left out: stock
axe says `aria-prohibited-attr` of an element that has a name and a doc-* role, because it does not
know that these roles may be named. Needs the PyPI packages axe-playwright-python and playwright.
Ends with one line, "N passed, N failed", counting documents.
"""

import argparse
import pathlib
import posixpath
import sys
import tempfile
import urllib.parse
import xml.etree.ElementTree as xml
import zipfile

try:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright
except ImportError as error:
    sys.exit(f"check-axe: {error}. Run Scripts/test, which installs it")

CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
PACKAGE = "{http://www.idpf.org/2007/opf}"
# The rules that make no sense in a single document of a book are those that Ace leaves out too.
OPTIONS = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "rules": {
        name: {"enabled": False}
        for name in ("bypass", "region", "page-has-heading-one", "landmark-one-main",
                     "landmark-complementary-is-top-level")
    },
}


def content_documents(folder):
    """The XHTML files of an unpacked book, in the order of its manifest."""
    container = xml.parse(folder / "META-INF/container.xml")
    package = container.find(f".//{CONTAINER}rootfile").get("full-path")
    base = posixpath.dirname(package)
    for item in xml.parse(folder / package).iter(f"{PACKAGE}item"):
        if item.get("media-type") == "application/xhtml+xml":
            yield folder / posixpath.join(base, urllib.parse.unquote(item.get("href")))


def is_false_alarm(rule, node):
    return rule == "aria-prohibited-attr" and 'role="doc-' in node["html"].split(">")[0]


def violations_on(page, axe, document):
    page.goto(document.as_uri(), wait_until="load")
    found = []
    for violation in axe.run(page, options=OPTIONS).response["violations"]:
        for node in violation["nodes"]:
            if not is_false_alarm(violation["id"], node):
                found.append((violation["id"], violation["help"], node["html"]))
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--browser", default="/usr/bin/chromium")
    parser.add_argument("books", nargs="+", type=pathlib.Path)
    arguments = parser.parse_args()

    passed = failed = 0
    axe = Axe()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=arguments.browser, args=["--no-sandbox"])
        page = browser.new_context(offline=True).new_page()
        for book in arguments.books:
            with tempfile.TemporaryDirectory() as name:
                folder = pathlib.Path(name).resolve()
                with zipfile.ZipFile(book) as archive:
                    archive.extractall(folder)
                for document in content_documents(folder):
                    found = violations_on(page, axe, document)
                    for rule, text, html in found:
                        place = document.relative_to(folder)
                        print(f"violation[{rule}]: {text}\n  --> {book}: {place}\n  {html[:160]}")
                    failed += bool(found)
                    passed += not found
        browser.close()
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())

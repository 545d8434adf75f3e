#!/usr/bin/env python3
"""Drives `bookc preview` in headless Chromium over a copy of a book.

    check-preview.py --bookc .build/release/bookc [--browser /usr/bin/chromium] [--edits 50]
                     [--edits-alone] [--soak 500] [--pictures FOLDER] [--strict] BOOK

Opens every kind of page, searches with and without script, follows a name to its person, edits a
chapter and sees it change, breaks the book and mends it, runs axe-core on every view in every
theme, listens under every name of this machine, sends hostile requests, and measures from the end
of a save until the browser shows it. With --strict the latency must be that of a book kept open all
day: median 100 ms, worst 250 ms.
Needs the PyPI packages axe-playwright-python and playwright. Ends with "N passed, N failed".
"""

import argparse
import contextlib
import http.client
import json
import pathlib
import random
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

from checks import Checks

try:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright
except ImportError as error:
    sys.exit(f"check-preview: {error}. Run Scripts/test, which installs it")

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
WORD = "Quuxlantern"
# Tells when a text is on the page: the clock of the frame that shows it.
WATCH = """text => new Promise((resolve, reject) => {
  setTimeout(() => reject(new Error('not seen: ' + text)), 15000);
  const seen = () => document.querySelector('main').textContent.includes(text);
  const done = () => requestAnimationFrame(() => resolve(Date.now()));
  if (seen()) return done();
  const observer = new MutationObserver(() => { if (seen()) { observer.disconnect(); done(); } });
  observer.observe(document.body, { childList: true, subtree: true, characterData: true });
})"""

GONE = """text => new Promise((resolve, reject) => {
  setTimeout(() => reject(new Error('still there: ' + text)), 15000);
  const gone = () => !document.querySelector('main').textContent.includes(text);
  if (gone()) return resolve();
  const observer = new MutationObserver(() => { if (gone()) { observer.disconnect(); resolve(); } });
  observer.observe(document.body, { childList: true, subtree: true, characterData: true });
})"""


class Preview:
    """A running `bookc preview` over a copy of a book."""

    def __init__(self, bookc, book, port, *more):
        self.book = book
        self.process = subprocess.Popen(
            [bookc, "preview", book, "--port", str(port), *more], stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        if not line.startswith("The book is at "):
            raise SystemExit(f"check-preview: bookc preview said {line!r}")
        self.address = line.split()[-1]
        self.port = int(self.address.rstrip("/").rsplit(":", 1)[1])

    def request(self, path, method="GET", at="127.0.0.1", **headers):
        """Status and body, the path sent as it is."""
        connection = http.client.HTTPConnection(at, self.port, timeout=20)
        connection.putrequest(method, path, skip_host="Host" in headers)
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        with contextlib.closing(connection):
            return answer.status, answer.read().decode("utf-8", "replace")

    def memory(self, field="VmRSS"):
        """In MB."""
        for line in pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith(field + ":"):
                return int(line.split()[1]) / 1024
        return 0


def save(path, text):
    path.write_text(text, encoding="utf-8")
    return time.time() * 1000


def find_page(preview, words, at="127.0.0.1"):
    """The page on which words stand, by the search that needs no script."""
    for _ in range(200):
        body = preview.request(f"/search.html?q={words}", at=at)[1]
        results = body.split('id="results"')[1]
        if 'href="' in results:
            return results.split('href="')[1].split('"')[0].split("#")[0]
        time.sleep(0.05)
    raise RuntimeError(f"{words} is not found")


def check_reading(checks, page, preview, chapter):
    base = preview.address
    with checks.of("contents"):
        page.goto(base)
        checks.that(page.locator("h1").count() == 1, "the first page has a heading")
        checks.that(page.locator("main a").count() > 0, "the first page has contents")
    with checks.of("keys"):
        second = page.locator("a[rel=next]").get_attribute("href")
        page.keyboard.press("n")
        page.wait_for_url("**/" + second)
        page.keyboard.press("p")
        page.wait_for_url("**/index.html")
        page.wait_for_load_state()
        page.keyboard.press("/")
        page.wait_for_url("**/search.html*")
        checks.that(page.evaluate("document.activeElement.id") == "q", "/ goes to the search")
        page.go_back()
        page.wait_for_load_state()
        page.keyboard.press("n")
        page.wait_for_url("**/" + second)
        page.wait_for_load_state()
        page.keyboard.press("c")
        page.wait_for_url("**/index.html")
        page.wait_for_load_state()
    with checks.of("search with script"):
        page.goto(base + "search.html")
        page.fill("#q", WORD.lower())
        page.wait_for_selector("#results mark")
        checks.that(page.locator("#results mark").first.inner_text() == WORD, "search finds")
        page.fill("#q", "zzyzx-nowhere")
        page.wait_for_selector("#results mark", state="detached")
        page.fill("#q", WORD)
        page.click("#results a")
        page.wait_for_url(f"**/{chapter}#*")
    with checks.of("theme and side bar"):
        page.goto(base + chapter)
        colours = set()
        for theme in ("Light", "Sepia", "Dark"):
            page.get_by_role("button", name="Colours").click()
            checks.that(
                theme in page.get_by_role("button", name="Colours").inner_text(),
                f"the button says {theme}")
            colours.add(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        checks.that(len(colours) == 3, "light, sepia and dark are three")
        page.get_by_role("button", name="Colours").click()
        page.get_by_role("button", name="Side bar").click()
        checks.that(not page.locator("nav.side").is_visible(), "the side bar goes")
        page.reload()
        checks.that(not page.locator("nav.side").is_visible(), "the side bar stays away")
        page.get_by_role("button", name="Side bar").click()
        checks.that(page.locator("nav.side").is_visible(), "the side bar comes back")


def check_people(checks, page, preview, paths):
    """Follows the first name there is; returns the person's page."""
    for path in paths:
        page.goto(preview.address + path)
        names = page.locator("main a.person")
        if names.count() == 0:
            continue
        with checks.of("hover"):
            name = names.first
            person = name.get_attribute("href")
            name.scroll_into_view_if_needed()
            name.hover()
            who = name.get_attribute("data-who")
            checks.that(who, "a name says who it is")
            checks.that(page.locator("#tip").inner_text() == who, "a name shows who it is")
            page.keyboard.press("Escape")
            checks.that(not page.locator("#tip").is_visible(), "Escape takes it away")
            name.click()
            page.wait_for_url("**/person-*.html")
            checks.that(page.locator("ol.places mark").count() > 0, "a person has mentions")
            mention = page.locator("ol.places a").first.get_attribute("href")
            page.goto(preview.address + mention)
            target = mention.split("#")[1]
            checks.that(page.locator(f"[id='{target}']").count() == 1, "a mention has a place")
            return person
    return None


# The paragraphs in view whole, below the tools: their words and where they stand.
IN_VIEW = """() => {
  const bar = Math.max(0, document.querySelector('.live').getBoundingClientRect().bottom);
  return [...document.querySelectorAll('main p')]
    .filter(e => e.textContent.length > 60)
    .map(e => ({ words: e.textContent, top: e.getBoundingClientRect().top,
                 bottom: e.getBoundingClientRect().bottom }))
    .filter(e => e.top >= bar && e.bottom <= innerHeight);
}"""


def check_reading_place(checks, page, file, before):
    """What is read stays where it is within 2 px, whatever is changed above, within or below."""
    blocks = before.rstrip("\n").split("\n\n")
    above = [f"{WORD} stands above, paragraph {n}, long enough to fill more than one line here."
             for n in range(5)]
    for size in (DESKTOP, PHONE):
        page.set_viewport_size(size)
        page.wait_for_timeout(300)
        for share in (0.2, 0.6, 1):
            edits = {
                "put in above": [blocks[0], *above, *blocks[1:]],
                "put in and taken out above": [blocks[0], *above, *blocks[2:]],
                "made longer above": [blocks[0], blocks[1] + f" {WORD}." * 80, *blocks[2:]],
                "put in below": [*blocks, *above],
                "put in above and below": [blocks[0], *above, *blocks[1:], *above],
            }
            for what, edited in edits.items():
                page.evaluate("s => scrollTo({ top: document.body.scrollHeight * s, "
                              "behavior: 'instant' })", share)
                page.wait_for_timeout(50)
                seen = page.evaluate(IN_VIEW)
                words = f"{WORD}, {what}, {share}, {size['width']}"
                save(file, "\n\n".join([*edited, words]) + "\n")
                page.evaluate(WATCH, words)
                page.wait_for_timeout(100)
                now = {place["words"]: place["top"] for place in page.evaluate(IN_VIEW)}
                stayed = [abs(now[p["words"]] - p["top"]) for p in seen if p["words"] in now]
                # At the ends of the page a change is in view, and what follows it may move.
                moved = max if share == 0.6 else min
                checks.that(stayed and moved(stayed) <= 2,
                            f"what is read stays: {what} at {share} of the page, "
                            f"{size['width']} px wide: moved {stayed or 'away'}")
                save(file, before)
                page.evaluate(GONE, words)
                page.wait_for_timeout(50)
    page.set_viewport_size(DESKTOP)


def check_following(checks, page, preview, file, chapter):
    before = file.read_text(encoding="utf-8")
    description = preview.book / "book.yaml"
    sound = description.read_text(encoding="utf-8")
    with checks.of("live"):
        page.goto(preview.address + chapter)
        page.evaluate("window.sameDocument = true")
        save(file, before + f"\nThe {WORD} was lit.\n")
        page.evaluate(WATCH, f"{WORD} was")
        checks.that(page.evaluate("window.sameDocument"), "the page is patched, not loaded")
    check_reading_place(checks, page, file, before)
    with checks.of("style"):
        styles = preview.book / "Styles" / "classic"
        shutil.copytree(pathlib.Path(__file__).parent.parent / "Styles" / "classic", styles)
        with open(styles / "preview.css", "a", encoding="utf-8") as sheet:
            sheet.write("\n:root { --paper: rgb(1, 2, 3); }\n")
        save(description, sound.rstrip("\n") + "\n")
        page.evaluate("""() => new Promise((resolve, reject) => {
          setTimeout(() => reject(new Error('the old style')), 15000);
          const look = () => getComputedStyle(document.body).backgroundColor === 'rgb(1, 2, 3)'
            ? resolve() : setTimeout(look, 50);
          look();
        })""")
        checks.that(page.evaluate("window.sameDocument"), "another style without another page")
        shutil.rmtree(preview.book / "Styles")
        save(description, sound)
    with checks.of("breaking and mending"):
        save(description, "title: [\n")
        page.wait_for_selector(".trouble")
        checks.that("book.yaml" in page.locator(".trouble").inner_text(), "the message has a place")
        checks.that(page.locator("main p").count() > 0, "the last good page is still there")
        save(description, sound)
        page.wait_for_selector(".trouble", state="detached")
        checks.that(True, "mended")
    save(file, before)


def check_pages(checks, page, preview, file):
    """The printed pages open where the last change was, and follow the next one."""
    before = file.read_text(encoding="utf-8")
    with checks.of("pages"):
        page.goto(preview.address + "pages.html")
        for turn in ("one", "two"):
            words = f"{WORD} on page {turn}"
            data = page.locator("object").get_attribute("data") if turn == "two" else ""
            version = json.loads(preview.request("/version?since=-1")[1])["version"]
            save(file, before + f"\nHere stands the {words}.\n")
            # Until the save is read, the pages asked for would be those of the state before.
            preview.request(f"/version?since={version}")
            if turn == "one":
                page.goto(preview.address + "pages.html")
            page.evaluate("""old => new Promise((resolve, reject) => {
              setTimeout(() => reject(new Error('the old pages')), 15000);
              const look = () => document.querySelector('object').data.endsWith(old)
                ? setTimeout(look, 50) : resolve();
              look();
            })""", data or "nothing")
            address = page.locator("object").get_attribute("data")
            number = int(address.split("#page=")[1].split("&")[0])
            checks.that(number > 1, f"the pages open at {number}")
            if not shutil.which("pdftotext"):
                continue
            pdf = preview.book.parent / "pages.pdf"
            with urllib.request.urlopen(preview.address + address.split("#")[0]) as answer:
                pdf.write_bytes(answer.read())
            text = subprocess.run(["pdftotext", "-f", str(number), "-l", str(number), pdf, "-"],
                                  capture_output=True, text=True).stdout
            checks.that(WORD in text, f"what was changed is on page {number}")
    save(file, before)


def measure_edits(checks, page, preview, file, chapter, count, is_strict):
    before = file.read_text(encoding="utf-8")
    page.goto(preview.address + chapter)
    page.wait_for_timeout(300)
    times = []
    with checks.of("edits"):
        for number in range(count):
            text = f"{WORD} number {number} of {count}."
            page.evaluate(f"window.shown = ({WATCH})({text!r}); 0")
            saved = save(file, before + f"\n{text}\n")
            times.append(page.evaluate("window.shown") - saved)
        checks.that(True, "edits")
    save(file, before)
    if times:
        median, worst = statistics.median(times), max(times)
        print(f"{len(times)} edits: median {median:.0f} ms, worst {worst:.0f} ms")
        if is_strict:
            checks.that(median <= 100, "median at most 100 ms")
            checks.that(worst <= 250, "worst at most 250 ms")


def soak(checks, page, preview, file, chapter, count):
    before = file.read_text(encoding="utf-8")
    page.goto(preview.address + chapter)
    memory = []
    with checks.of("soak"):
        for number in range(count):
            text = f"{WORD} round {number} of {count}."
            page.evaluate(f"window.shown = ({WATCH})({text!r}); 0")
            save(file, before + f"\n{text}\n")
            page.evaluate("window.shown")
            if number % max(1, count // 10) == count // 10 - 1:
                memory.append(preview.memory())
        print("memory: " + ", ".join(f"{m:.0f}" for m in memory) + " MB")
        checks.that(memory[-1] < memory[len(memory) // 3] * 1.15 + 10, "memory is flat")
    save(file, before)


def check_axe(checks, page, preview, views, pictures, prefix=""):
    axe = Axe()
    for view in views:
        for theme in ("light", "sepia", "dark"):
            for name, size in (("desktop", DESKTOP), ("phone", PHONE)):
                page.set_viewport_size(size)
                page.goto(preview.address)
                page.evaluate(f"localStorage.setItem('theme', '{theme}')")
                page.goto(preview.address + view)
                if pictures:
                    title = prefix + view.split(".")[0]
                    page.screenshot(path=pictures / f"{title}-{name}-{theme}.png")
                wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
                checks.that(wide <= 0, f"{view} is {wide} px too wide at {name} width")
                found = axe.run(page).response["violations"]
                for violation in found:
                    place = violation["nodes"][0]
                    print(f"violation[{violation['id']}]: {violation['help']}\n"
                          f"  --> {view} ({theme}, {name}): {place['html'][:160]}")
                checks.that(not found, f"axe-core on {view}, {theme}, {name}")
    page.set_viewport_size(DESKTOP)
    page.evaluate("localStorage.clear()")


FAULTY = {
    "book.yaml": "title: The House\nauthor: Ruth Lindqvist\nlanguage: en\ndate: 2020-05-01\ngoal: 60000\n",
    "people.yaml": """people:
  - { id: mary-roe, name: { given: Mary, family: Roe }, roles: [the aunt who kept the lamp] }
  - { id: mary-kerr, name: { given: Mary, family: Kerr } }
""",
    "chapters/01-one.md": """# One

Mary Roe came with a lamp, and Mary Kerr with two boxes. Mary said nothing of it.

[We moved](event:moved "1953-06-10") to town. Two weeks later [Karl came](event:karl "1954-02").

Timothy Wren came at Easter. Timothy Wren brought eggs, and Esther Vale brought bread.

1953. That was the year it burned. See [the next chapter](02-nowhere.md).
""",
    "chapters/02-two.md": "# Two\n\nWe stayed for as long as there was wood.\n",
}


def write_faulty(folder):
    for name, text in FAULTY.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def check_workbench(checks, browser, arguments, folder):
    """A book with everything that can wait for its author."""
    preview = Preview(arguments.bookc, write_faulty(folder), arguments.port + 40)
    context = browser.new_context(viewport=DESKTOP)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.set_default_timeout(15_000)
    with checks.of("workbench"):
        page.goto(preview.address + "workbench.html")
        heads = [text.split("\n")[0] for text in page.locator("main h2").all_inner_texts()]
        for head in ("Messages", "Who is meant?", "Found in the prose and printed",
                     "Dates that cannot all be true"):
            checks.that(any(head.lower() in h.lower() for h in heads), f"{head} among {heads}")
        checks.that("60,000" in page.locator(".live .counts").inner_text(), "the goal is shown")
        checks.that(page.locator("section.message blockquote mark").count() >= 4,
                    "messages stand beside the words they concern")
        asked = page.locator("dl.choices button").first
        asked.click()
        copied = page.evaluate("navigator.clipboard.readText()")
        checks.that(copied == "[Mary](person:mary-roe)", f"mark-up is copied, not {copied!r}")
        chapter = preview.book / "chapters/01-one.md"
        save(chapter, FAULTY["chapters/01-one.md"].replace("Mary said", copied + " said"))
        page.evaluate(GONE, "Who is meant")
        entry = page.locator("dl.choices button", has_text="timothy-wren").get_attribute("data-copy")
        save(preview.book / "people.yaml", FAULTY["people.yaml"] + "  " + entry + "\n")
        page.evaluate(GONE, "“Timothy Wren”")
        checks.that(True, "what was copied answers the question")
        save(chapter, FAULTY["chapters/01-one.md"])
        save(preview.book / "people.yaml", FAULTY["people.yaml"])
    with checks.of("a phone"):
        phone = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True).new_page()
        phone.goto(preview.address + "chapter-01.html")
        checks.that(not phone.locator("nav.side").is_visible(), "no side bar on a phone")
        name = phone.locator("a.person").first
        name.tap()
        checks.that("kept the lamp" in phone.locator("#tip").inner_text(), "a tap says who it is")
        name.tap()
        phone.wait_for_url("**/person-mary-roe.html")
        phone.go_back()
        phone.locator("span.date, span[data-how]").first.tap()
        checks.that(phone.locator("#tip").is_visible(), "a tap says how a date was worked out")
        phone.context.close()
    check_axe(checks, page, preview, ["workbench.html", "chapter-01.html"], arguments.pictures, "faulty-")
    with checks.of("over the last good page"):
        page.goto(preview.address + "chapter-01.html")
        save(preview.book / "book.yaml", "title: [\n")
        page.wait_for_selector(".trouble")
    check_axe(checks, page, preview, ["chapter-01.html", "workbench.html"], arguments.pictures, "broken-")
    context.close()
    preview.process.send_signal(signal.SIGINT)
    checks.that(preview.process.wait(10) == 0, "ends cleanly")


def check_without_script(checks, browser, preview, chapter):
    with checks.of("without script"):
        page = browser.new_context(java_script_enabled=False).new_page()
        page.goto(preview.address + "search.html")
        page.fill("#q", "the")
        page.click("form.search button")
        page.wait_for_url("**q=the*")
        checks.that(page.locator("#results mark").count() > 0, "search works without script")
        page.goto(preview.address + chapter)
        page.locator("a[rel=next], a[rel=prev]").first.click()
        checks.that(page.locator("main").count() == 1, "pages follow without script")
        page.context.close()


def raw(preview, data, seconds=10):
    """What comes back for bytes sent as they are, until the other side ends or falls silent."""
    answer = b""
    with contextlib.suppress(OSError):
        with socket.create_connection(("127.0.0.1", preview.port), timeout=seconds) as connection:
            connection.sendall(data)
            connection.settimeout(1)
            while len(answer) < 1 << 20 and (part := connection.recv(1 << 16)):
                answer += part
    return answer.decode("utf-8", "replace")


def check_paths(checks, preview):
    """No path leaves the book, however it is written."""
    steps = ("../", "..%2f", "%2e%2e/", "%2e%2e%2f", "%252e%252e%252f", "..\\", "..%5c",
             "%c0%ae%c0%ae/", "%uff0e%uff0e/", ".%00./", "....//", "..;/", "/", "//", "\\\\")
    targets = ("book.yaml", "chapters/", "etc/passwd")
    paths = ["/" + step * 8 + target for step in steps for target in targets]
    paths += ["/book.yaml", "/chapters/../book.yaml", "/images/../book.yaml", "/person-../book.yaml.html",
              "/%00", "/index.html%00.yaml", "/.git/config", "//127.0.0.1/../book.yaml",
              "/" + "a" * 5000, "/" + "%41" * 3000, "/images/%2e%2e%2fbook.yaml"]
    for path in paths:
        answer = raw(preview, f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
                     .encode("latin-1"))
        checks.that("title:" not in answer and "root:" not in answer, f"{path[:60]} shows no file")
        checks.that(answer == "" or " 200 " not in answer.split("\r\n")[0],
                    f"{path[:60]} is refused: {answer[:40]!r}")


def check_strange(checks, preview):
    """Other hosts, methods and what is no request at all."""
    for host in ("evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "0.0.0.0",
                 "127.0.0.1@evil.example", "evil.example:" + str(preview.port), "[::2]", "2130706433"):
        checks.that(preview.request("/", Host=host)[0] == 403, f"host {host} is refused")
    for host in ("localhost", f"localhost:{preview.port}", "127.0.0.1", "LOCALHOST"):
        checks.that(preview.request("/", Host=host)[0] == 200, f"host {host} is served")
    none = raw(preview, b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n")
    checks.that(" 200 " not in none.split("\r\n")[0], "no host at all is refused")
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH", "BREW"):
        checks.that(preview.request("/", method)[0] in (400, 404, 405, 501), f"{method} is refused")
    head = raw(preview, b"HEAD /index.html HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
    checks.that(head.startswith("HTTP/1.1 200") and head.partition("\r\n\r\n")[2] == "",
                "HEAD has no body")
    seeds = random.Random(7)
    for data in [b"", b"\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\nHost: 127.0.0.1\r\n\r\n",
                 b"\x16\x03\x01\x02\x00\x01\x00", b"GET / HTTP/1.1\nHost: 127.0.0.1\n\n",
                 b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -1\r\n\r\n",
                 b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99999999999999999999\r\n\r\n",
                 b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n",
                 b"GET /search.html?q=" + b"%" * 3000 + b" HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
                 b"GET /version?since=99999999999999999999 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
                 *(seeds.randbytes(400) for _ in range(20))]:
        with contextlib.suppress(OSError):
            with socket.create_connection(("127.0.0.1", preview.port), timeout=5) as connection:
                connection.sendall(data)
    checks.that(preview.request("/")[0] == 200, "still there after what is no request")


def has_ipv6():
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET6) as probe:
        probe.bind(("::1", 0))
        return True
    return False


def check_hosts(checks, browser, arguments, book, file):
    """Every way to name this machine: the address told opens, follows, and has its own names."""
    before = file.read_text(encoding="utf-8")
    hosts = {"localhost": ["127.0.0.1"], "0.0.0.0": ["127.0.0.1"]}
    if has_ipv6():
        hosts["localhost"].append("::1")
        hosts |= {"::1": ["::1"], "[::1]": ["::1"], "::": ["::1", "127.0.0.1"]}
    else:
        print("no IPv6 here: ::1 is not checked")
    for host, addresses in hosts.items():
        with checks.of(f"--host {host}"):
            preview = Preview(arguments.bookc, book, arguments.port + 60, "--host", host)
            page = browser.new_page()
            page.goto(preview.address + find_page(preview, WORD, at=addresses[0]))
            save(file, before + f"\n{WORD} at {host}.\n")
            page.evaluate(WATCH, f"{WORD} at {host}.")
            page.close()
            for address in addresses:
                for name in ("127.0.0.1", "localhost", "[::1]"):
                    for sent in (name, f"{name}:{preview.port}"):
                        status = preview.request("/", at=address, Host=sent)[0]
                        checks.that(status == 200, f"{sent} at {address} of {host}: {status}")
                for name in ("evil.example", "[::2]", "localhost.evil.example"):
                    status = preview.request("/", at=address, Host=name)[0]
                    checks.that(status == 403, f"{name} is refused at {address} of {host}")
            preview.process.send_signal(signal.SIGINT)
            checks.that(preview.process.wait(10) == 0, f"--host {host} ends cleanly")
        save(file, before)
    refused = subprocess.run(
        [arguments.bookc, "preview", book, "--host", "nowhere.invalid"],
        capture_output=True, text=True, timeout=60)
    checks.that(refused.returncode == 2 and "nowhere.invalid" in refused.stderr,
                f"a host that is not there is told: {refused.stderr!r}")


# What would run in a page, or load from elsewhere, each in a paragraph of its own.
HOSTILE = """<script>document.title = "hostile"</script>

<img src="images/none.png" onerror="document.title = 'hostile'">

<p onclick="document.title = 'hostile'" id="press">Press here.</p>

<a id="follow" href="javascript:document.title = 'hostile'">Follow this.</a>

[Or this](javascript:document.title='hostile'), [or that](data:text/html,<script>alert(1)</script>).

<iframe srcdoc="<script>parent.document.title = 'hostile'</script>"></iframe>

<details open ontoggle="document.title = 'hostile'">Words.</details>

<svg onload="document.title = 'hostile'"><script>document.title = "hostile"</script></svg>

<style>@import url(http://e.example/x.css); body { background: url(http://e.example/x.png) }</style>

<form action="http://e.example/"><input name="q"></form>

![A drawing.](images/hostile.svg)

![Another.](http://e.example/x.png)
"""
HOSTILE_DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"
  onload="document.title = 'hostile'"><script>document.title = "hostile"</script>
  <image href="http://e.example/x.png" width="9" height="9"/><rect width="40" height="40"/></svg>
"""


def check_stranger(checks, browser, arguments, folder):
    """A book that was made to do harm is shown, and nothing of it runs or is fetched."""
    (folder / "chapters").mkdir(parents=True)
    (folder / "images").mkdir()
    save(folder / "book.yaml", "title: \"<script>document.title = 'hostile'</script>\"\n"
         "author: \"<img src=x onerror=alert(1)>\"\nlanguage: en\ndate: 2020-05-01\n")
    save(folder / "images/hostile.svg", HOSTILE_DRAWING)
    for number, paragraph in enumerate(HOSTILE.strip().split("\n\n")):
        save(folder / f"chapters/{number + 1:02}-x.md", f"# Chapter {number + 1}\n\nWords.\n\n{paragraph}\n")
    save(folder / "chapters/90-all.md", "# All of it\n\nWords.\n\n" + HOSTILE)
    preview = Preview(arguments.bookc, folder, arguments.port + 80)
    page = browser.new_page(viewport=DESKTOP)
    page.set_default_timeout(15_000)
    elsewhere, dialogs = [], []
    page.on("request", lambda request: request.url.startswith((preview.address, "data:"))
            or elsewhere.append(request.url))
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.goto(preview.address)
    paths = [link.get_attribute("href") for link in page.locator("nav.side a").all()]
    paths = list(dict.fromkeys(path.split("#")[0] for path in paths)) + ["workbench.html"]
    checks.that(len(paths) > 10, f"the stranger's book has its pages: {paths}")
    for path in paths:
        page.goto(preview.address + path)
        for place in page.locator("#press, #follow").all():
            with contextlib.suppress(Exception):
                place.click(timeout=1000)
        checks.that("hostile" != page.title(), f"{path}: nothing of the book runs")
        found = page.evaluate("""() => [...document.querySelectorAll('*')].flatMap(e =>
            [...e.attributes].filter(a => a.name.startsWith('on')
                || /^\\s*(javascript|vbscript|data:text)/i.test(a.value)).map(a => a.name))""")
        checks.that(found == [], f"{path}: nothing waits to run: {found}")
    for path in ("images/hostile.svg", "hostile.svg"):
        status, body = preview.request("/" + path)
        checks.that(status != 200 or "<script" not in body, f"{path}: a drawing without its script")
    checks.that(elsewhere == [], f"nothing is asked elsewhere: {elsewhere}")
    checks.that(dialogs == [], f"no dialog is opened: {dialogs}")
    page.close()
    preview.process.kill()


def own_address():
    """An address of this machine in its network, nil where there is none; nothing is sent."""
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 9))
        address = probe.getsockname()[0]
        return None if address.startswith("127.") else address
    return None


def check_telephone(checks, arguments, book):
    """Opened to the network, the preview shows a guest the book and nothing else."""
    address = own_address()
    if not address:
        print("no network here: a telephone is not checked")
        return
    (book / "notes-to-myself.txt").write_text("a secret", encoding="utf-8")
    closed = Preview(arguments.bookc, book, arguments.port + 90)
    with contextlib.suppress(OSError):
        with socket.create_connection((address, closed.port), timeout=5):
            checks.that(False, "without --host nobody else in the network is answered")
    closed.process.kill()
    preview = Preview(arguments.bookc, book, arguments.port + 90, "--host", "0.0.0.0")
    checks.that(preview.request("/", at=address)[0] == 200, "a telephone sees the book")
    for path in ("/book.yaml", "/people.yaml", "/chronology.yaml", "/notes-to-myself.txt", "/chapters/",
                 "/images/", "/.git/config", "/../", "/dist/build.json", "/etc/passwd",
                 *("/chapters/" + file.name for file in (book / "chapters").glob("*.md"))):
        status, body = preview.request(path, at=address)
        checks.that(status in (400, 404) and "secret" not in body, f"a telephone asks for {path}: {status}")
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        checks.that(preview.request("/", method, at=address)[0] == 405, f"a telephone's {method}")
    for host in ("evil.example", "router.local.evil.example", "192.0.2.7"):
        checks.that(preview.request("/", at=address, Host=host)[0] == 403,
                    f"{host} that leads to this machine is refused")
    status, body = preview.request("/workbench.html", at=address)
    checks.that(status == 200 and str(book.parent) not in body, "no path of this machine is shown")
    preview.process.kill()


def check_load(checks, preview):
    """Huge headers, slow and silent clients, clients that vanish."""
    before = preview.memory()
    for size in (1 << 20, 50 << 20):
        with contextlib.suppress(OSError):
            with socket.create_connection(("127.0.0.1", preview.port), timeout=10) as connection:
                connection.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ")
                for _ in range(size >> 16):
                    connection.sendall(b"x" * (1 << 16))
                connection.sendall(b"\r\n\r\n")
                connection.recv(1)
        checks.that(preview.request("/")[0] == 200, f"still there after a header of {size} bytes")
    with contextlib.suppress(OSError):
        with socket.create_connection(("127.0.0.1", preview.port), timeout=10) as connection:
            connection.sendall(b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 52428800\r\n\r\n")
            for _ in range(800):
                connection.sendall(b"x" * (1 << 16))
    checks.that(preview.request("/")[0] == 200, "still there after a body of 50 MB")
    peak = preview.memory("VmHWM") - before
    print(f"huge headers and bodies: {peak:.0f} MB more at most")
    checks.that(peak < 100, "huge headers and bodies are bounded")

    idle = []
    with contextlib.suppress(OSError):
        for _ in range(1000):
            idle.append(socket.create_connection(("127.0.0.1", preview.port), timeout=5))
    checks.that(len(idle) == 1000, f"1,000 idle connections, not {len(idle)}")
    started = time.time()
    checks.that(preview.request("/")[0] == 200, "served beside 1,000 idle connections")
    took = time.time() - started
    checks.that(took < 1, f"served within a second beside them, not {took:.1f} s")
    print(f"1,000 idle connections: {preview.memory() - before:.0f} MB more")
    for connection in idle:
        connection.close()
    checks.that(preview.request("/")[0] == 200, "served after them")

    slow = [socket.create_connection(("127.0.0.1", preview.port), timeout=5) for _ in range(100)]
    for byte in b"GET / HT":
        for connection in slow:
            with contextlib.suppress(OSError):
                connection.send(bytes([byte]))
        checks.that(preview.request("/")[0] == 200, "served beside 100 slow ones")
    for connection in slow:
        connection.close()

    version = json.loads(preview.request("/version?since=0")[1])["version"]
    wait = f"GET /version?since={version} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode()
    for _ in range(10):
        waiting = [socket.create_connection(("127.0.0.1", preview.port), timeout=5)
                   for _ in range(100)]
        for connection in waiting:
            connection.sendall(wait)
        for connection in waiting:
            connection.close()
    checks.that(preview.request("/")[0] == 200, "served after 1,000 that waited and vanished")
    checks.that(preview.memory() - before < 100, "they leave nothing behind")


def check_ends(checks, preview, bookc):
    with checks.of("a second preview"):
        second = Preview(bookc, preview.book, preview.port)
        checks.that(second.port != preview.port, "a port in use: the next one is taken")
        second.process.send_signal(signal.SIGTERM)
        checks.that(second.process.wait(10) == 0, "SIGTERM ends it cleanly")
    # With pages that wait for a change, idle connections and half a request.
    version = json.loads(preview.request("/version?since=0")[1])["version"]
    held = [socket.create_connection(("127.0.0.1", preview.port), timeout=5) for _ in range(30)]
    for connection in held[:10]:
        connection.sendall(f"GET /version?since={version} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
    for connection in held[10:20]:
        connection.sendall(b"GET / HTTP/1.1\r\nHo")
    time.sleep(0.2)
    started = time.time()
    preview.process.send_signal(signal.SIGINT)
    with checks.of("Ctrl-C"):
        checks.that(preview.process.wait(10) == 0, "Ctrl-C ends it cleanly")
        took = time.time() - started
        checks.that(took < 1, f"within a second, not {took:.1f} s")
    for connection in held:
        connection.close()
    preview.process.kill()


def run(arguments, checks, book):
    files = sorted((book / "chapters").glob("*.md")) or sorted(book.glob("*.md"))
    file = files[len(files) // 2]
    original = file.read_text(encoding="utf-8").rstrip("\n") + f"\n\nHere stands {WORD}.\n"
    save(file, original)
    preview = Preview(arguments.bookc, book, arguments.port)
    chapter = find_page(preview, WORD)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=arguments.browser, args=["--no-sandbox"])
        page = browser.new_page(viewport=DESKTOP)
        page.set_default_timeout(15_000)
        if arguments.edits_alone:
            measure_edits(
                checks, page, preview, file, chapter, arguments.edits, arguments.strict)
            browser.close()
            preview.process.terminate()
            return
        complaints = []
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: message.type == "error"
                and complaints.append(message.text))
        check_reading(checks, page, preview, chapter)
        paths = [link.get_attribute("href") for link in page.locator("nav.side a").all()]
        paths = [path for path in dict.fromkeys(paths) if "#" not in path]
        person = check_people(checks, page, preview, paths)
        check_following(checks, page, preview, file, chapter)
        check_pages(checks, page, preview, file)
        check_without_script(checks, browser, preview, chapter)
        views = ["index.html", chapter, "search.html?q=the", "workbench.html", "pages.html"]
        views += [p for p in ("people-index.html", "chronology.html", "cast.html") if p in paths]
        views += [person] if person else []
        check_axe(checks, page, preview, views, arguments.pictures)
        for complaint in complaints:
            print(f"the browser says: {complaint}")
        checks.that(not complaints, "the browser has nothing to complain of")
        measure_edits(checks, page, preview, file, chapter, arguments.edits, arguments.strict)
        if arguments.soak:
            soak(checks, page, preview, file, chapter, arguments.soak)
        check_workbench(checks, browser, arguments, book.parent / "faulty")
        check_hosts(checks, browser, arguments, book, file)
        with checks.of("a stranger's book"):
            check_stranger(checks, browser, arguments, book.parent / "stranger")
        browser.close()
    with checks.of("a telephone"):
        check_telephone(checks, arguments, book)
    with checks.of("hostile requests"):
        check_paths(checks, preview)
        check_strange(checks, preview)
        check_load(checks, preview)
    check_ends(checks, preview, arguments.bookc)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bookc", default=".build/release/bookc")
    parser.add_argument("--browser", default="/usr/bin/chromium")
    parser.add_argument("--port", type=int, default=4700)
    parser.add_argument("--edits", type=int, default=50)
    parser.add_argument("--soak", type=int, default=0)
    parser.add_argument("--edits-alone", action="store_true", help="measure them, check nothing else")
    parser.add_argument("--strict", action="store_true")
    parser.add_argument("--pictures", type=pathlib.Path)
    parser.add_argument("book", type=pathlib.Path)
    arguments = parser.parse_args()
    if arguments.pictures:
        arguments.pictures.mkdir(parents=True, exist_ok=True)
    checks = Checks()
    with tempfile.TemporaryDirectory() as folder:
        book = pathlib.Path(folder) / "book"
        shutil.copytree(arguments.book, book)
        run(arguments, checks, book)
    print(f"{checks.passed} passed, {checks.failed} failed")
    return 1 if checks.failed or not checks.passed else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Read the site as a reader does, in Chromium and Firefox, from disk and from `hedgebook serve`.

Usage: journey.py SITE [HEDGEBOOK]

SITE is the folder of a site built with --target offline. HEDGEBOOK names the command; with it the
site of the current folder is also read as `hedgebook serve` serves it on loopback, for the target
web. In each browser and from each place a reader goes these steps:

  way        home, the latest write-up, the first term in it, and back to the write-up
  search     a term is typed; an arrow key and the return key lead to its page
  twin       the table of every figure of the write-up opens and has rows
  crosshair  keys move through every figure that shows its values; they are the table's
  theme      paper and ink change places between light and dark, and stay readable
  print      the write-up takes the sheets it should, with tags where the browser writes them:
             Chromium does, Firefox 153 does not
  plain      without scripts every page of the way shows what it shows with them

Findings are a step that fails, a request to anything but the site, an error or warning of a page,
and a network that leads out. Printed: the findings, then one line

  journey  N steps  B browsers  F findings
"""

import concurrent.futures
import contextlib
import pathlib
import re
import socket
import subprocess
import sys
from collections.abc import Iterator

import chromium
import firefox
import pages
from way import Way

OPENERS = {"chromium": chromium.opener, "firefox": firefox.opener}
OUTSIDE = {socket.AF_INET: "192.0.2.1", socket.AF_INET6: "2001:db8::1"}  # RFC 5737 and 3849


def routes() -> list[str]:
    """The addresses outside to which this machine knows a way. Nothing is sent."""
    found = []
    for family, outside in OUTSIDE.items():
        with contextlib.suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as asked:
            asked.connect((outside, 9))
            found.append(outside)
    return found


@contextlib.contextmanager
def served(hedgebook: str) -> Iterator[str]:
    """The site of the current folder, served on loopback; gives its address."""
    with subprocess.Popen([hedgebook, "serve", "--quiet", "--port", "0"],
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as server:
        try:
            line = server.stdout.readline()
            match = re.search(r"http://\S+/", line)
            if match is None:
                pages.unable("journey.py", f"hedgebook serve says: {line}{server.stdout.read()}")
            yield match.group(0)
        finally:
            server.terminate()


def read(name: str, places: dict[str, str]) -> tuple[int, list[str]]:
    """The steps and findings of one browser in all places."""
    steps, found = 0, []
    with OPENERS[name]() as opened:
        for place, base in places.items():
            way = Way(opened, base)
            way.walk()
            steps += way.steps
            found += [f"{name}, {place}: {what}" for what in way.found]
    return steps, found


def main() -> None:
    """Read, print, and end with the status that says whether there was a finding."""
    if len(sys.argv) not in (2, 3) or not pathlib.Path(sys.argv[1], "index.html").is_file():
        pages.unable("journey.py", "usage: journey.py SITE [HEDGEBOOK]")
    findings = [f"network: there is a route to {outside}; run this by unplugged.sh, as a user"
                " who may make network namespaces" for outside in routes()
                if sys.platform == "linux"]
    steps = 0
    places = {"disk": pathlib.Path(sys.argv[1]).resolve().as_uri() + "/"}
    with contextlib.ExitStack() as stack:
        if len(sys.argv) == 3:
            places["served"] = stack.enter_context(served(sys.argv[2]))
        with concurrent.futures.ProcessPoolExecutor(len(OPENERS)) as pool:
            for taken, found in pool.map(read, OPENERS, [places] * len(OPENERS)):
                steps += taken
                findings += found
    findings = list(dict.fromkeys(findings))
    for finding in findings:
        print(finding)
    print(f"journey  {steps} steps  {len(OPENERS)} browsers  {len(findings)} findings")
    sys.exit(1 if findings else 0)


if __name__ == "__main__":
    main()

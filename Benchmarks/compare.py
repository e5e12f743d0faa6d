#!/usr/bin/env python3
"""Builds the same pages with Hedgebook and with Hugo, alternately, and compares time and memory.

    compare.py --hedgebook <binary> --hugo <binary> --work <folder> --product <folder>

Exits with status 1 when Hugo takes less than three times as long as Hedgebook (medians), when a
build fails, or when the two sites do not hold the same text.
"""

import argparse
import datetime
import html
import os
import pathlib
import platform
import re
import shutil
import statistics
import subprocess
import sys
import time

# ext4 does not reuse the place of a deleted file for up to six minutes, and passes over all such
# places whenever it creates a file: building soon after the folders of an earlier run were deleted
# takes twice as long, in both programs.
SECONDS_AFTER_DELETION = 360

LEAST_RATIO = 3.0
MOST_EXAMPLE_SECONDS = 2.0


class Measurement:
    """Wall time in seconds and peak resident memory in megabytes of one process."""

    def __init__(self, command, log):
        command = [str(part) for part in command]
        with open(log, "wb") as output:
            start = time.perf_counter()
            process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
            _, status, usage = os.wait4(process.pid, 0)
            self.seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        self.output = pathlib.Path(log).read_text(encoding="utf-8", errors="replace")
        # Linux counts kilobytes, macOS bytes.
        self.megabytes = usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
        self.cpu_seconds = usage.ru_utime + usage.ru_stime
        if process.returncode != 0:
            sys.exit(f"error: {command[0]} ended with status {process.returncode}:\n{self.output}")


class Program:
    """One of the two programs: how it is called for an output folder, and what was measured."""

    def __init__(self, name, command, outputs):
        self.name = name
        self.command = command
        self.outputs = outputs
        self.builds = 0
        self.runs = []

    def build(self):
        """Builds into a folder that does not exist yet, without any cache.

        Every build has its own folder, and all are deleted at the end (SECONDS_AFTER_DELETION).
        """
        self.builds += 1
        self.output = self.outputs / f"{self.name.lower()}-{self.builds}"
        os.sync()  # what the build before wrote is not charged to this one
        return Measurement(self.command(self.output), self.outputs / "build.log")

    def row(self, pages):
        seconds = [run.seconds for run in self.runs]
        median = statistics.median(seconds)
        cpu = statistics.median(run.cpu_seconds for run in self.runs)
        memory = max(run.megabytes for run in self.runs)
        return (
            f"{self.name:<11}{min(seconds):>8.2f}{median:>8.2f}{max(seconds):>8.2f} s"
            f"{cpu:>9.2f} s{memory:>8.0f} MB{pages / median:>10.0f}")

    @property
    def median(self):
        return statistics.median(run.seconds for run in self.runs)


def prose(page):
    """The words of a page's text, without markup, for comparing the two sites."""
    text = page.read_text(encoding="utf-8")
    body = text[text.index('<div class="prose">'):text.index("</article>")]
    # The sign that links a heading to itself is no word of the text.
    body = re.sub(r'<a class="anchor".*?</a>', "", body)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", body)).split())


def compare_texts(first, second):
    """Checks that both sites hold the same pages with the same words; returns count and bytes."""
    pages = sorted(path.relative_to(first) for path in first.rglob("note-*/index.html"))
    others = sorted(path.relative_to(second) for path in second.rglob("note-*/index.html"))
    if pages != others:
        sys.exit(f"error: the sites hold different pages ({len(pages)} and {len(others)}).")
    for page in pages:
        if prose(first / page) != prose(second / page):
            sys.exit(f"error: {page} has different words in the two sites.")
    sizes = [sum((site / page).stat().st_size for page in pages) for site in (first, second)]
    return len(pages), sizes


def example_runs(options):
    """Builds the repository's own site with phase timings; runs in order of wall time."""
    program = Program(
        "example",
        lambda output: [
            options.hedgebook, "build", "--timings", "--source", options.product,
            "--product", options.product, "--output", output],
        options.outputs)
    program.build()  # does not count: warms the file cache
    return sorted((program.build() for _ in range(options.runs)), key=lambda run: run.seconds)


def report_example(options):
    runs = example_runs(options)
    seconds = [run.seconds for run in runs]
    median = statistics.median(seconds)
    verdict = "within" if median <= MOST_EXAMPLE_SECONDS else "OVER"
    print(f"Worked example (this repository), {len(runs)} builds")
    print(
        f"  minimum {seconds[0]:.2f} s, median {median:.2f} s, maximum {seconds[-1]:.2f} s, "
        f"{max(run.megabytes for run in runs):.0f} MB: {verdict} the bound of "
        f"{MOST_EXAMPLE_SECONDS:.0f} s")
    print("  phases of the median build:")
    for line in runs[len(runs) // 2].output.splitlines():
        print(f"    {line}")


def version(command):
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    return re.sub(r"^hugo v([^ +-]+).*", r"\1", answer.stdout.strip().splitlines()[0])


def hedgebook_program(options, name):
    return Program(
        name,
        lambda output: [
            options.hedgebook, "build", "--quiet", "--source", options.work / "hedgebook-site",
            "--product", options.product, "--output", output],
        options.outputs)


def report_search(options, pages, hugo):
    """Builds the same pages with the search index, which Hugo has no counterpart for."""
    program = hedgebook_program(options, "with search")
    configuration = options.work / "hedgebook-site" / "Content" / "site.yml"
    written = configuration.read_text(encoding="utf-8")
    configuration.write_text(written.replace("search: off\n", ""), encoding="utf-8")
    try:
        program.runs = [program.build() for _ in range(options.runs)]
    finally:
        configuration.write_text(written, encoding="utf-8")
    print(program.row(pages))
    print(f"Hugo / Hedgebook with search, medians: {hugo.median / program.median:.2f}\n")


def report_comparison(options):
    """Builds both sites alternately and prints the table; returns the ratio of the medians."""
    hedgebook = hedgebook_program(options, "Hedgebook")
    hugo = Program(
        "Hugo",
        lambda output: [
            options.hugo, "build", "--quiet", "--noBuildLock", "--cleanDestinationDir",
            "--source", options.work / "hugo-site", "--destination", output,
            "--cacheDir", output.with_suffix(".cache")],
        options.outputs)
    for program in [hedgebook, hugo]:  # one build each that does not count: warms the file cache
        program.build()
    pages, sizes = compare_texts(hedgebook.output, hugo.output)
    for run in range(options.runs):
        # The order alternates too: neither program always follows the other.
        for program in [hedgebook, hugo] if run % 2 == 0 else [hugo, hedgebook]:
            program.runs.append(program.build())

    print(
        f"{datetime.date.today()}, {platform.system()} {platform.machine()}, "
        f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    print(
        f"Hedgebook {version([options.hedgebook, '--version'])}, "
        f"Hugo {version([options.hugo, 'version'])}; {pages} pages with the same words, "
        f"{sizes[0] / 1e6:.1f} and {sizes[1] / 1e6:.1f} MB of HTML; {options.runs} builds each\n")
    print(f"{'':<11}{'min':>8}{'median':>8}{'max':>8}{'CPU time':>13}{'memory':>11}{'pages/s':>10}")
    print(hedgebook.row(pages))
    print(hugo.row(pages))
    ratio = hugo.median / hedgebook.median
    print(f"\nHugo / Hedgebook, medians: {ratio:.2f} (required: {LEAST_RATIO:.0f})\n")
    report_search(options, pages, hugo)
    return ratio


def delete(outputs, deletion):
    """Deletes the folders of a run and, for the next run on the same disk, notes when."""
    shutil.rmtree(outputs)
    if deletion is not None:
        os.sync()
        deletion.write_text(f"{time.time():.0f}\n")


def wait_after(deletion):
    """Waits until the folders of an earlier run have been gone for long enough."""
    if not deletion.exists():
        return
    seconds = int(deletion.read_text()) + SECONDS_AFTER_DELETION - int(time.time())
    if seconds > 0:
        print(f"Waiting {seconds} s: the last run's output was deleted recently.", flush=True)
        time.sleep(seconds)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ["--hedgebook", "--hugo", "--work", "--product"]:
        parser.add_argument(name, type=pathlib.Path, required=True)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--outputs", type=pathlib.Path, help="a new folder to build into")
    options = parser.parse_args()
    deletion = options.work / "deleted.txt"
    if options.outputs is None:
        options.outputs = options.work / "outputs"
        if options.outputs.exists():
            delete(options.outputs, deletion)
        wait_after(deletion)
    else:
        deletion = None
    options.outputs = options.outputs.resolve()
    options.outputs.mkdir()
    try:
        ratio = report_comparison(options)
        report_example(options)
    finally:
        delete(options.outputs, deletion)
    if ratio < LEAST_RATIO:
        sys.exit(f"error: the ratio {ratio:.2f} is below {LEAST_RATIO:.0f}.")


if __name__ == "__main__":
    main()

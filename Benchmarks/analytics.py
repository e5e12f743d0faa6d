#!/usr/bin/env python3
"""Times Hedgebook's analytics and the libraries they are compared with, alternately.

    analytics.py --benchmark <binary> --work <folder>

Exits with status 1 when a bound is missed or when the two sides compute different results.
"""

import argparse
import math
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import time

import numpy
import QuantLib as ql
import talib

ROUNDS = 15
PYTHON_LOOP_ROUNDS = 7


class Hedgebook:
    """The benchmark program, kept running; one line asks for one measurement."""

    def __init__(self, path):
        self.process = subprocess.Popen(
            [path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, line):
        """Seconds and checksum of one kernel."""
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline().split()
        if len(answer) != 2:
            sys.exit(f"error: {line}: the benchmark answered {' '.join(answer) or 'nothing'}")
        return float(answer[0]), float(answer[1])


def timed(work):
    """Seconds of one call, with the release of its result, as on the other side."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start, None


def medians(rounds, *kernels):
    """Median seconds and last result of several kernels measured in turn."""
    seconds = [[] for _ in kernels]
    results = [None] * len(kernels)
    for _ in range(2):  # warm up: page in the code and the inputs
        for kernel in kernels:
            kernel()
    for number in range(rounds):
        order = list(range(len(kernels)))
        if number % 2:
            order.reverse()
        for index in order:
            elapsed, results[index] = kernels[index]()
            seconds[index].append(elapsed)
    return [statistics.median(values) for values in seconds], results


class Report:
    """The table, and whether every bound holds."""

    def __init__(self):
        self.missed = []

    def bound(self, name, text, holds):
        print(f"{'ok    ' if holds else 'MISSED'} {name}: {text}")
        if not holds:
            self.missed.append(name)

    def agrees(self, name, computed, expected, relative):
        if not math.isclose(computed, expected, rel_tol=relative, abs_tol=1e-9):
            sys.exit(f"error: {name}: Hedgebook computed {computed!r}, its peer {expected!r}")


def indicators(report, hedgebook, work):
    close = numpy.fromfile(work / "close.f64")
    volume = numpy.fromfile(work / "volume.f64")

    peers = {
        "rsi": lambda: (talib.RSI(close, timeperiod=14),),
        "macd": lambda: talib.MACD(close, fastperiod=12, slowperiod=26, signalperiod=9),
        "obv": lambda: (talib.OBV(close, volume),),
    }
    ours, theirs = 0.0, 0.0
    for name, peer in peers.items():
        (mine, other), results = medians(
            ROUNDS, lambda: hedgebook.ask(name), lambda: timed(peer))
        # MACD's sums cancel; relative to the sum of magnitudes they agree to rounding.
        arrays = peer()
        scale = float(sum(numpy.nansum(numpy.abs(array)) for array in arrays))
        total = float(sum(numpy.nansum(array) for array in arrays))
        report.agrees(name, results[0] / scale, total / scale, 1e-9)
        print(
            f"       {name.upper():<5} {1e3 * mine:7.2f} ms, TA-Lib {1e3 * other:7.2f} ms"
            f" (×{other / mine:.2f})")
        ours += mine
        theirs += other
    report.bound(
        "RSI + MACD + OBV, 1,000,000 bars",
        f"{1e3 * ours:.2f} ms, TA-Lib on numpy {1e3 * theirs:.2f} ms (×{theirs / ours:.2f},"
        " bound ×1.00)", ours <= theirs)


def options(report, hedgebook, work):
    rows = numpy.fromfile(work / "options.f64").reshape(-1, 8).tolist()
    count = len(rows)
    right = {1.0: ql.Option.Call, -1.0: ql.Option.Put}

    def black_calculator():
        total = 0.0
        for sign, future, strike, rate, volatility, years, _, discount in rows:
            calculator = ql.BlackCalculator(
                ql.PlainVanillaPayoff(right[sign], strike), future,
                volatility * math.sqrt(years), discount)
            total += calculator.value()
            calculator.deltaForward()
            calculator.gammaForward()
            calculator.vega(years)
            calculator.theta(future, years)
            calculator.rho(years)
        return total

    def implied(*accuracy):
        total = 0.0
        for sign, future, strike, _, _, years, price, discount in rows:
            total += ql.blackFormulaImpliedStdDev(
                right[sign], strike, future, price, discount, *accuracy) / math.sqrt(years)
        return total

    # Displacement, guess (none), accuracy, iterations: what Hedgebook delivers, and the default.
    full = (0.0, ql.nullDouble(), 1e-14, 100)

    (mine, other), _ = medians(
        PYTHON_LOOP_ROUNDS, lambda: hedgebook.ask("black76"), lambda: timed(black_calculator))
    report.bound(
        "Black-76 price and five sensitivities",
        f"{1e9 * mine / count:.0f} ns an option, QuantLib BlackCalculator in a Python loop"
        f" {1e9 * other / count:.0f} ns (×{other / mine:.1f}, bound ×10)", other >= 10 * mine)

    (mine, other, coarse), results = medians(
        PYTHON_LOOP_ROUNDS, lambda: hedgebook.ask("impliedvol"), lambda: timed(
            lambda: implied(*full)), lambda: timed(implied))
    exact = sum(row[4] for row in rows)
    report.agrees("implied volatility", results[0], exact, 1e-12)
    report.agrees("QuantLib's implied volatility", implied(*full), exact, 1e-10)
    for accuracy, arguments in (("full", full), ("default", ())):
        worst = max(
            abs(ql.blackFormulaImpliedStdDev(
                right[sign], strike, future, price, discount, *arguments)
                / math.sqrt(years) / volatility - 1)
            for sign, future, strike, _, volatility, years, price, discount in rows)
        print(f"       QuantLib at {accuracy} accuracy: greatest relative error {worst:.0e}")
    print(f"       QuantLib at default accuracy: {1e9 * coarse / count:.0f} ns an option")
    nanoseconds = 1e9 * mine / count
    report.bound(
        "implied volatility",
        f"{nanoseconds:.0f} ns an option, QuantLib blackFormulaImpliedStdDev in a Python loop"
        f" {1e9 * other / count:.0f} ns (×{other / mine:.1f}, bound ×5)", other >= 5 * mine)
    report.bound(
        "implied volatility alone", f"{nanoseconds:.0f} ns an option (bound 400 ns)",
        nanoseconds < 400)


def methodology(report, hedgebook):
    (engine,), results = medians(ROUNDS, lambda: hedgebook.ask("engine"))
    report.bound(
        "daily engine with quotes, 5,040 sessions",
        f"{1e3 * engine:.1f} ms, {results[0]:.0f} hedge episodes ended (bound 50 ms)",
        engine < 0.050)
    (daily,), results = medians(ROUNDS, lambda: hedgebook.ask("daily"))
    report.bound(
        "signals and rule table, 5,040 sessions",
        f"{1e3 * daily:.2f} ms with {results[0]:.0f} position changes (bound 50 ms)",
        daily < 0.050)
    (mean, worst), _ = medians(
        ROUNDS, lambda: hedgebook.ask("sizing"), lambda: hedgebook.ask("sizing-worst"))
    report.bound(
        "sizing, 40 candidates",
        f"mean {1e3 * mean:.2f} ms, slowest of 20 problems {1e3 * worst:.2f} ms (bound 5 ms)",
        worst < 0.005)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--benchmark", required=True)
    parser.add_argument("--work", required=True, type=pathlib.Path)
    arguments = parser.parse_args()
    print(
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores;"
        f" TA-Lib {talib.__ta_version__.decode().split()[0]} ({talib.__version__}),"
        f" QuantLib {ql.__version__}, numpy {numpy.__version__}")
    hedgebook = Hedgebook(arguments.benchmark)
    hedgebook.ask(f"write {arguments.work}")
    report = Report()
    indicators(report, hedgebook, arguments.work)
    options(report, hedgebook, arguments.work)
    methodology(report, hedgebook)
    if report.missed:
        sys.exit("error: missed: " + "; ".join(report.missed))


if __name__ == "__main__":
    main()

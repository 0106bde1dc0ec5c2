#!/usr/bin/env python3
"""Measures the engines and writes src/site/markdown/performance.md. Python 3.9+, nothing else.

performance.py measure RUN.json NAME=VECTORS.npy,UNITS.tsv,REPEAT ...   runs app/semascope bench on each input, one after the other
performance.py write RUN.json > src/site/markdown/performance.md        makes the page of that run
"""
import datetime
import json
import os
import platform
import subprocess
import sys
from pathlib import Path

PROGRAM = "app/semascope"


def first_line(file, start, otherwise):
    try:
        for line in Path(file).read_text().splitlines():
            if line.startswith(start):
                return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return otherwise


def machine():
    kilobytes = first_line("/proc/meminfo", "MemTotal", "")
    return {
        "processor": first_line("/proc/cpuinfo", "model name", platform.processor() or "unknown"),
        "cores": os.cpu_count(),
        "memory": f"{int(kilobytes.split()[0]) / 2**20:.0f} GiB" if kilobytes else "unknown",
        "system": f"{platform.system()} {platform.machine()}",
        "date": datetime.date.today().isoformat(),
        "revision": subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout.strip(),
    }


def measure(target, inputs):
    runs = []
    for item in inputs:
        name, files = item.split("=", 1)
        vectors, units, repeat = files.split(",")
        before = os.getloadavg()[0]
        command = [PROGRAM, "bench", "all", "--vectors", vectors, "--units", units, "--repeat", repeat, "--format", "json"]
        answer = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
        shown = [Path(part).name if part in (vectors, units) else part for part in command]
        answer["vectors"], answer["units"] = Path(vectors).name, Path(units).name
        runs.append({"name": name, "command": " ".join(shown), "loadBefore": before, "bench": answer})
    Path(target).write_text(json.dumps({"machine": machine(), "runs": runs}, indent=1) + "\n")


def number(value):
    if value is None:
        return "–"
    if float(value).is_integer():
        return f"{int(value):,}"
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"


def row(cells):
    return "| " + " | ".join(cells) + " |"


def write(source):
    run = json.loads(Path(source).read_text())
    host, runs = run["machine"], run["runs"]
    out = ["# Performance", ""]
    out += ["Written by `src/bench/performance.py` from one run of `semascope bench`; no figure is typed by hand. Other tools were not run beside it, so none is named.", ""]
    out += [f"- **Machine**: {host['processor']}, {host['cores']} cores, {host['memory']}, {host['system']}; {host['date']}, revision {host['revision']}."]
    loads = ", ".join(f"{one['loadBefore']:.1f}" for one in runs)
    shared = any(one["loadBefore"] > 0.3 for one in runs)
    out += [f"- **Load** of the machine before each command, one-minute mean: {loads}. "
            + ("It was busy with other work too: read ratios, not seconds." if shared else "It had nothing else to do.")]
    out += ["- **Inputs**: definitions of WordNet 3.0 in an order shuffled with a fixed seed, as documents embedded by `all-minilm-l6-v2`: "
            + "; ".join(f"{one['name']} ({one['bench']['count']:,} × {one['bench']['dimension']})" for one in runs) + "."]
    out += ["- **Commands**, in this order; each is one process that measured every engine in turn:", "", "```sh"]
    out += [one["command"] for one in runs] + ["```", ""]
    out += ["## Wall time, seconds", "", "Median of the repetitions (fastest–slowest). The first repetition is cold and among them.", ""]
    out += [row(["engine", "stage"] + [f"{one['name']}, {one['bench']['repetitions']} times" for one in runs])]
    out += [row(["---", "---"] + ["---:"] * len(runs))]
    for index, engine in enumerate(runs[0]["bench"]["engines"]):
        for place, stage in enumerate(engine["stages"]):
            cells = []
            for one in runs:
                times = one["bench"]["engines"][index]["stages"][place]
                cells.append(f"{number(times['medianSeconds'])} ({number(min(times['seconds']))}–{number(max(times['seconds']))})")
            out.append(row([engine["engine"], stage["stage"]] + cells))
    out += ["", "## Pace and quality", ""]
    out += [row(["engine", "figure"] + [one["name"] for one in runs]), row(["---", "---"] + ["---:"] * len(runs))]
    for index, engine in enumerate(runs[0]["bench"]["engines"]):
        for name in engine["figures"]:
            out.append(row([engine["engine"], name] + [number(one["bench"]["engines"][index]["figures"][name]) for one in runs]))
    out += ["", "## Memory", ""]
    for one in runs:
        bench = one["bench"]
        kind = "Peak resident set" if bench["peakMemoryKind"] == "resident" else "Heap (the system tells no peak)"
        out.append(f"- {one['name']}: {kind} of the whole run {bench['peakMemoryBytes'] / 2**20:,.0f} MiB.")
    out += ["", "## Said with the results", ""]
    for one in runs:
        out += [f"- {one['name']}: {note}" for note in one["bench"].get("notes", [])]
    print("\n".join(out))


if __name__ == "__main__":
    if len(sys.argv) >= 4 and sys.argv[1] == "measure":
        measure(sys.argv[2], sys.argv[3:])
    elif len(sys.argv) == 3 and sys.argv[1] == "write":
        write(sys.argv[2])
    else:
        sys.exit(__doc__)

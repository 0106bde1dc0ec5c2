"""Where the processor time of a program goes: Java's own samples of it (JEP 509), so Linux and Java 25 or newer. Python 3.9+, nothing else.

A sample is taken after some milliseconds of processor time of a thread, in Java's code and in what it calls, not in the collector and the compilers. How many is
asked for and not always granted: each sample says its own period, and counts for so much. Samples that were lost, or whose stack could not be read, are counted. A
sample belongs to the first group that one of its frames belongs to, and there to the innermost method that is not Java's own: what the compiler of Java does to the
instructions of a vector, or SQLite below its driver, stands under the method that asks for it.
"""
import collections
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

MILLISECONDS = 2
SETTINGS = f"""<?xml version="1.0" encoding="UTF-8"?>
<configuration version="2.0">
  <event name="jdk.CPUTimeSample"><setting name="enabled">true</setting><setting name="throttle">{MILLISECONDS}ms</setting></event>
  <event name="jdk.CPUTimeSamplesLost"><setting name="enabled">true</setting></event>
</configuration>
"""
DEPTH = 64
FRAME = re.compile(r"\s+([\w.$/]+)\.([\w$<>]+)\(.*\)\s")
PERIOD = re.compile(r"\s+samplingPeriod = ([\d.]+) (s|ms|us|ns)")
UNITS = {"s": 1.0, "ms": 1e-3, "us": 1e-6, "ns": 1e-9}
LOST = re.compile(r"\s+lostSamples = ([\d,]+)")
JAVAS_OWN = ("java.", "jdk.", "sun.", "javax.")
LEAST_SHARE = 0.03


def recorded(command):
    """What was sampled while a command ran: the samples as (seconds, stack), a stack being a list of (class, method) from the innermost frame on, and how many
    samples have none."""
    with tempfile.TemporaryDirectory() as folder:
        settings, recording = Path(folder) / "settings.jfc", Path(folder) / "recording.jfr"
        settings.write_text(SETTINGS)
        options = f"-XX:StartFlightRecording:filename={recording},settings={settings},disk=true -XX:FlightRecorderOptions:stackdepth={DEPTH}"
        options = f"{os.environ.get('JAVA_TOOL_OPTIONS', '')} {options}".strip()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={**os.environ, "JAVA_TOOL_OPTIONS": options})
        if not recording.exists():
            raise RuntimeError("nothing was recorded: processor time is sampled on Linux by Java 25 or newer only")
        printed = subprocess.Popen([printer(), "print", "--stack-depth", str(DEPTH), "--events", "CPUTimeSample,CPUTimeSamplesLost", str(recording)],
                                   stdout=subprocess.PIPE, text=True)
        samples, without, stack, seconds = [], 0, [], 0.0
        for line in printed.stdout:
            if line.startswith("jdk."):
                stack, seconds = [], 0.0
            elif line.startswith("}"):
                if stack:
                    samples.append((seconds, stack))
                elif seconds:
                    without += 1
            elif LOST.match(line):
                without += int(LOST.match(line).group(1).replace(",", ""))
            elif PERIOD.match(line):
                seconds = float(PERIOD.match(line).group(1)) * UNITS[PERIOD.match(line).group(2)]
            elif FRAME.match(line):
                stack.append(FRAME.match(line).groups())
        if printed.wait():
            raise subprocess.CalledProcessError(printed.returncode, "jfr print")
    return samples, without


def printer():
    home = os.environ.get("JAVA_HOME")
    beside = Path(home) / "bin" / "jfr" if home else None
    found = str(beside) if beside and beside.exists() else shutil.which("jfr")
    if not found:
        raise RuntimeError("there is no program `jfr`: set JAVA_HOME to a JDK")
    return found


def own(stack):
    """The innermost method that is not Java's own, as Class.method; a lambda is part of the method it stands in."""
    for type_name, method in stack:
        if not type_name.startswith(JAVAS_OWN):
            inside = re.match(r"lambda\$(\w+)\$\d+", method)
            return f"{re.split(r'[.$/]', type_name)[-1]}.{inside.group(1) if inside else method}"
    return "Java's own threads"


def profile(command, groups):
    """What a command spends its processor time on.

    groups: lists of parts of frames ("Class.method"), by what they are called; what has none of them is "anything else".
    Gives for each group its seconds and its methods, the costliest first, as (Class.method, share of the group); how many samples there were; and how many were
    lost, or had no stack."""
    samples, without = recorded(command)
    found = {name: collections.Counter() for name in [*groups, "anything else"]}
    for seconds, stack in samples:
        names = [f"{type_name}.{method}" for type_name, method in stack]
        name = next((name for name, marks in groups.items() if any(mark in frame for mark in marks for frame in names)), "anything else")
        found[name][own(stack)] += seconds
    parts = []
    for name, methods in found.items():
        seconds = sum(methods.values())
        parts.append({"name": name, "seconds": seconds,
                      "methods": [[method, spent / seconds] for method, spent in methods.most_common() if spent >= LEAST_SHARE * seconds]})
    return {"samples": len(samples), "without": without, "parts": parts}

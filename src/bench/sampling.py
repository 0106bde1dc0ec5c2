"""Where the processor time of a program goes: Java's own samples of it (JEP 509), so Linux and Java 25 or newer. Python 3.9+, nothing else.

A sample is taken after every so many milliseconds of processor time of a thread, in Java's code and in what it calls, not in the collector and the compilers. It
counts for the first group that one of its frames belongs to, and there for the innermost method that is not Java's own: what the compiler of Java does to the
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
</configuration>
"""
DEPTH = 64
FRAME = re.compile(r"\s+([\w.$/]+)\.([\w$<>]+)\(.*\)\s")
JAVAS_OWN = ("java.", "jdk.", "sun.", "javax.")
LEAST_SHARE = 0.03


def recorded(command):
    """The stacks of all samples while a command runs, innermost frame first: lists of (class, method)."""
    with tempfile.TemporaryDirectory() as folder:
        settings, recording = Path(folder) / "settings.jfc", Path(folder) / "recording.jfr"
        settings.write_text(SETTINGS)
        options = f"-XX:StartFlightRecording:filename={recording},settings={settings},disk=true -XX:FlightRecorderOptions:stackdepth={DEPTH}"
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={**os.environ, "JAVA_TOOL_OPTIONS": options})
        if not recording.exists():
            raise RuntimeError("nothing was recorded: processor time is sampled on Linux by Java 25 or newer only")
        printed = subprocess.Popen([printer(), "print", "--stack-depth", str(DEPTH), "--events", "jdk.CPUTimeSample", str(recording)], stdout=subprocess.PIPE, text=True)
        stacks, stack = [], None
        for line in printed.stdout:
            if line.startswith("jdk.CPUTimeSample"):
                stack = []
            elif line.startswith("}") and stack is not None:
                if stack:
                    stacks.append(stack)
                stack = None
            elif stack is not None:
                frame = FRAME.match(line)
                if frame:
                    stack.append(frame.groups())
        if printed.wait():
            raise subprocess.CalledProcessError(printed.returncode, "jfr print")
    return stacks


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

    groups: lists of parts of frames ("Class.method"), by what they are called; a sample without any of them is left out.
    Gives the samples of all, and for each group its samples and its methods, the costliest first: (Class.method, share of the group)."""
    stacks = recorded(command)
    found = {name: collections.Counter() for name in groups}
    for stack in stacks:
        names = [f"{type_name}.{method}" for type_name, method in stack]
        for name, marks in groups.items():
            if any(mark in frame for mark in marks for frame in names):
                found[name][own(stack)] += 1
                break
    parts = []
    for name, methods in found.items():
        samples = sum(methods.values())
        parts.append({"name": name, "samples": samples,
                      "methods": [[method, count / samples] for method, count in methods.most_common() if count >= LEAST_SHARE * samples]})
    return {"samples": len(stacks), "milliseconds": MILLISECONDS, "parts": parts}

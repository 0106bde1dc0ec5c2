#!/usr/bin/env python3
"""Runs the engines and what people use today in turn on the same input, and writes src/site/markdown/performance.md. Python 3.9+, nothing else.

performance.py inputs DEFINITIONS.tsv FOLDER                    embeds the definitions (id, category, word, definition; no header) and cuts the inputs from them
performance.py measure RUN.json FOLDER [WORK ...]               runs the works named, or all, and keeps the others that RUN.json has; of one that fails it says
                                                                why, goes on with the others, keeps what RUN.json had of it, and ends with 1
performance.py profile RUN.json FOLDER [NAME ...]               samples where the processor time of the works named goes, or of all that have a profile
performance.py write RUN.json > src/site/markdown/performance.md   makes the page; no figure of its tables is typed by hand

src/bench/run.json is the run that the page was made of.

Measuring runs in the checkout after `mvn package`.

FOLDER holds gN.npy, gN.units.tsv and gN.f32 (the same without header) for N = 2000, 10000, 50000, 100000, 117000: the first definitions of WordNet 3.0 in an
order shuffled with a fixed seed, embedded by all-minilm-l6-v2, as `inputs` makes them; node/ with @huggingface/transformers and weights/minilm/ for it; and
lc4j/ with the jars of langchain4j.
Peers are src/bench/peers/; each says what it needs. GPL programs are run beside, never linked.
"""
import csv
import datetime
import itertools
import json
import os
import platform
import statistics
import struct
import subprocess
import sys
from pathlib import Path

sys.dont_write_bytecode = True  # nothing beside the sources
import sampling

PROGRAM = os.environ.get("SEMASCOPE", "app/semascope")
PEERS = Path(__file__).parent / "peers"
PYTHON = os.environ.get("PEER_PYTHON", "/usr/bin/python3")
COUNTS = (2000, 10000, 50000, 100000, 117000)


class Work:
    """One line of the table: what is measured, on which input, of whom.

    ours and every peer: a function of (folder) that gives a measured value (seconds, or a pace) and facts to print. turns: how often each is measured, in turn.
    reached: whether the goal is, a function of (our value, our ratio to each peer); without one there is no goal but to say it openly.
    limit: what holds us up, a function of (our value, the machine, what our engine said) that gives a sentence.
    """

    def __init__(self, name, title, unit, goal, reached, turns, ours, limit=None, **peers):
        self.name, self.title, self.unit, self.goal, self.reached, self.turns = name, title, unit, goal, reached, turns
        self.ours, self.limit, self.peers = ours, limit, peers

    def measure(self, folder, found):
        """Fills `found`, which keeps what there is when a run fails."""
        found.update({who: {"values": [], "facts": {}} for who in ["ours", *self.peers]})
        for _ in range(self.turns):
            for who, run in [("ours", self.ours), *self.peers.items()]:
                value, facts = run(folder)
                found[who]["values"].append(value)
                found[who]["facts"] = facts
                print(f"{self.name}: {who} {value:.4g} {self.unit}", file=sys.stderr, flush=True)


def said(command):
    """The last line a command prints, as JSON."""
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout.strip().splitlines()[-1])


def bench(engine, count, repeat, *more):
    """One run of our benchmark; what it found stays for the twins it measured beside itself."""
    def run(folder):
        files = ["--vectors", f"{folder}/g{count}.npy", "--units", f"{folder}/g{count}.units.tsv"] if count else []
        command = [PROGRAM, "bench", engine, *files, "--repeat", str(repeat), "--format", "json", *more]
        answer = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
        run.last = {**answer["engines"][0], "peakMemoryMebibytes": answer["peakMemoryBytes"] / 2**20}
        run.all.append(run.last)
        return run.last
    run.all = []
    return run


def times(answer):
    return {one["stage"]: one["medianSeconds"] for one in answer["stages"]}


def facts(answer):
    stages = {f"{one['stage']} (s)": one["medianSeconds"] for one in answer["stages"]}
    return {**stages, **answer["figures"], "peakMemoryMebibytes": answer["peakMemoryMebibytes"]}


def seconds(run, *stages, factor=1):
    """Ours: the sum of the medians of some stages, or of all."""
    def measure(folder):
        answer = run(folder)
        found = times(answer)
        return factor * sum(found[stage] for stage in stages or found), facts(answer)
    return measure


def figure(run, name, factor=1):
    """Ours: one figure."""
    def measure(folder):
        answer = run(folder)
        value = answer["figures"][name]
        return REACHED_NOT if value is None else factor * value, facts(answer)
    return measure


def twin_seconds(run, who, *stages, factor=1):
    """What our benchmark measured beside us in the same process: the barest way to do the same."""
    return lambda folder: (factor * sum(times(run.last)[stage] for stage in stages), {"peer": who})


def twin_figure(run, who, name):
    return lambda folder: (run.last["figures"][name], {"peer": who})


def peer(value, *command, factor=1):
    def measure(folder):
        answer = measure.last = said([part.format(folder=folder, peers=PEERS) for part in command])
        return factor * answer[value], {key: fact for key, fact in answer.items() if key != value}
    return measure


def beside(run, fact, who):
    """Another peer, which the peer `run` measured in the same process."""
    return lambda folder: (run.last[fact], {"peer": who})


def projection(method, count):
    return peer("seconds", PYTHON, "{peers}/projection.py", method, f"{{folder}}/g{count}.npy", f"{{folder}}/{method}-{count}.peer.npy")


def uwot(count):
    return peer("seconds", "Rscript", "{peers}/umap.R", f"{{folder}}/g{count}.f32", str(count), "384", f"{{folder}}/uwot-{count}.f32")


def neighbours(what, count, factor=1):
    return peer("seconds", PYTHON, "{peers}/neighbours.py", what, f"{{folder}}/g{count}.npy", factor=factor)


def again(run):
    """The same runs for another line, one a turn: made when the first of its lines is measured."""
    turn = itertools.count()

    def measure(folder):
        at = next(turn)
        run.last = run.all[at] if at < len(run.all) else run(folder)
        return run.last
    return measure


def imported(folder, count, name):
    """A new workspace of some vectors."""
    workspace = Path(folder) / f"{name}-{count}.semascope"
    for leftover in Path(folder).glob(workspace.name + "*"):
        leftover.unlink()
    subprocess.run([PROGRAM, "import", "--vectors", f"{folder}/g{count}.npy", "--units", f"{folder}/g{count}.units.tsv", "-w", str(workspace)],
                   check=True, stdout=subprocess.DEVNULL)
    return workspace


def resident(count):
    """The most memory, in MB, of a program that opens a workspace and makes a t-SNE of it. Linux counts it in kilobytes."""
    def measure(folder):
        table = Path(folder) / f"memory-{count}.csv"
        command = [PROGRAM, "map", "-w", str(imported(folder, count, "memory")), "--method", "tsne", "--out", str(table)]
        running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
        if running.returncode:
            raise subprocess.CalledProcessError(running.returncode, command)
        return used.ru_maxrss / 1000, {}
    return measure


def window(test, workspace=None):
    """What a test of the window measured, from the line of JSON it prints. workspace: makes the one it is to open, of (folder)."""
    def run(folder):
        command = ["mvn", "-o", "-B", "test", f"-Dtest={test}", "-Dsurefire.failIfNoSpecifiedTests=false"]
        if workspace:
            command.append(f"-Dsemascope.measured.workspace={workspace(folder).resolve()}")
        printed = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
        lines = [json.loads(line) for line in printed.splitlines() if line.startswith('{"measured":')]
        if not lines:
            raise RuntimeError(f"{test} printed no figures" + ("; memory is measured on Linux only" if workspace else ""))
        run.last = {"figures": {key: value for key, value in lines[-1].items() if key != "measured"}}
        run.all.append(run.last)
        return run.last
    run.all = []
    return run


def of_window(run, name):
    def measure(folder):
        figures = run(folder)["figures"]
        return figures[name], figures
    return measure


REACHED_NOT = float("nan")


def hnswlib(count):
    """Two lines from one run: queries a second, and seconds to build."""
    found = []

    def value(name):
        def measure(folder):
            if not found:
                found.append(said([PYTHON, str(PEERS / "neighbours.py"), "hnsw", f"{folder}/g{count}.npy"]))
            return found[0][name], {key: fact for key, fact in found[0].items() if key != name}
        return measure
    return value("queriesPerSecond"), value("seconds")


def transformers(kind, count):
    def measure(folder):
        script = Path(folder) / "node" / "embed.mjs"
        script.write_text((PEERS / "embed.mjs").read_text())
        return peer("textsPerSecond", "node", str(script), "{folder}/weights/minilm", kind, f"{{folder}}/g{count}.units.tsv", str(count))(folder)
    return measure


def langchain4j(count):
    return peer("textsPerSecond", "java", "-cp", "{folder}/lc4j/*", "{peers}/Langchain4jEmbed.java", f"{{folder}}/g{count}.units.tsv", str(count))


def reading(count):
    """A question looks at a byte for each value first, then at few rows."""
    def limit(milliseconds, host, facts):
        least = 1e3 * count * 384 / host["bytesPerSecond"]
        first = f", and the first question, which is asked in float32, took {1e3 * facts['firstQuestion (s)']:.1f}" if "firstQuestion (s)" in facts else ""
        return (f"memory: a byte for each value takes {least:.2f} ms to read, of which ours is {milliseconds / least:.1f} times; "
                f"float32 would take {4 * least:.2f} ms{first}")
    return limit


def multiplying(operations, kind, what):
    """Arithmetic at the pace of numpy's matrix product on the same cores."""
    def limit(seconds, host, facts):
        least = operations / host[f"{kind}OperationsPerSecond"]
        return f"arithmetic: {what} takes {least:.2f} s at the pace of OpenBLAS here; ours takes {seconds / least:.2f} times that"
    return limit


def axes(count, kept):
    """Arithmetic in float64, as ours does it: the covariance matrix once, or the passes it took; and all rows on the axes."""
    def limit(seconds, host, facts):
        passes = facts.get("passes", 0) if kept == 2 else 0
        matrix = kept != 2 or facts.get("byMatrix", 1)
        least = (8 * passes * count * 384 + matrix * count * 384 ** 2 + 2 * kept * count * 384) / host["doubleOperationsPerSecond"]
        how = " and ".join(part for part in (f"{passes:.0f} passes" if passes else "", "the covariance matrix" if matrix else "") if part)
        return f"arithmetic: {how} and the projection take {1e3 * least:.0f} ms at the pace of OpenBLAS here in float64; ours takes {seconds / least:.1f} times that"
    return limit


# Affinities of a point at perplexity 30, of the definitions (counted once at 10,000 and 50,000 points).
AFFINITIES = 122


def pulling(count):
    """Of an iteration, the memory: column and probability of each affinity are read once."""
    def limit(seconds, host, facts):
        least = 8 * AFFINITIES * count / host["bytesPerSecond"]
        each = facts["iterations (s)"] / facts["iterations"]
        return (f"arithmetic and places in memory: an iteration takes {1e3 * each:.1f} ms, of which reading some {AFFINITIES} affinities a point once is {1e3 * least:.2f}; "
                "the rest is computing with positions that lie anywhere, and the grid")
    return limit


def drawing(points):
    def limit(milliseconds, host, facts):
        return (f"arithmetic: {milliseconds * host['cores'] / points * 1e6:.0f} ns a point and core, the toolkit's picture of the pixels included; "
                f"the pixels alone are 6.4 MB, {6.4e9 / host['bytesPerSecond']:.2f} ms of memory")
    return limit


def looking(points):
    """A question of points that move reads every position, 8 bytes each."""
    def limit(milliseconds, host, facts):
        least = 8e3 * points / host["bytesPerSecond"]
        return (f"arithmetic: one thread compares every position, {1e6 * milliseconds / points:.2f} ns each; "
                f"the positions are {8 * points / 1e6:.0f} MB, {least:.2f} ms of memory at the pace of {host['cores']} cores")
    return limit


PCA_2, PCA_50 = projection("pca-2", 50000), projection("pca-50", 50000)
EMBED, EMBED_INT8 = bench("embed", 10000, 2), bench("embed", 10000, 2, "-m", "all-minilm-l6-v2-q")
TSNE, TSNE_50000 = bench("tsne", 10000, 3), bench("tsne", 50000, 1)
QUERY, GRAPHS = bench("neighbours", 100000, 3, "--parts=queries"), bench("neighbours", 50000, 3, "--parts=graph,approximate-graph")
NEIGHBOURS = bench("neighbours", 100000, 3)
STORE = bench("store", 100000, 5)
HNSW_PACE, HNSW_BUILD = hnswlib(100000)
DRAW = bench("draw", 0, 3, "--points", "100000,1000000", "--size", "1600x1000")
TYPING, PULSE = window("TypingPulseTest"), window("PulseTest")
WINDOW_MEMORY = window("ResidentWindowTest", lambda folder: imported(folder, 100000, "window"))
OPENBLAS = "numpy, covariance on OpenBLAS in float32"
OVALS = "JavaFX Canvas.fillOval"
OPENLY = None


def ratio_of(who, at_most):
    return lambda ours, ratio: ratio[who] <= at_most


def alone(at_most):
    return lambda ours, ratio: ours <= at_most


def faster_of(*whose, at_most):
    """Against the fastest of them: the largest ratio."""
    return lambda ours, ratio: max(ratio[who] for who in whose if who in ratio) <= at_most


def approximate_graph(count, run, turns):
    """Its time against our exact graph, and how true it is, of a run whose other lines may stand above."""
    return [
        Work(f"approximate-graph-{count}", f"approximate graph of 15 neighbours, {count:,} × 384", "s", "said openly", OPENLY, turns,
             seconds(again(run), "approximateGraph"), exact=twin_seconds(run, "our exact graph", "graph")),
        Work(f"approximate-graph-recall-{count}", f"recall of that graph, over all {count:,} rows", "of 1", "≥ 0.95", lambda ours, ratio: ours >= 0.95, turns,
             figure(again(run), "approximateGraphRecall"), stated=twin_figure(run, "what it states itself", "approximateGraphStatedRecall")),
    ]


def live(count, run, turns):
    """What live pictures cost, and how many there are, of a run whose other lines stand above."""
    return [
        Work(f"live-{count}", f"t-SNE, {count:,} × 384, with live pictures as a multiple of without", "×", "≤ 1.05×", alone(1.05), turns, figure(again(run), "timesWithoutPictures")),
        Work(f"pictures-{count}", "how many of them", "per second", "30 (29.5 counts as 30)", lambda ours, ratio: ours >= 29.5, turns, figure(again(run), "livePicturesPerSecond")),
        Work(f"rendered-{count}", "the same when the toolkit, without a graphics card, renders each and is waited for", "×", "≤ 1.05×", alone(1.05), turns,
             figure(again(run), "timesWithoutPicturesRendered")),
        Work(f"pictures-rendered-{count}", "how many of them", "per second", "30 (29.5 counts as 30)", lambda ours, ratio: ours >= 29.5, turns, figure(again(run), "renderedPicturesPerSecond")),
    ]


def frame(points, kind, goal, at_most):
    stage = f"{points} points: {kind}"
    return Work(f"draw-{kind}-{points}", f"a frame of 1600 × 1000, {points:,} points, {kind}", "ms", goal, alone(at_most), 3,
                seconds(DRAW if (points, kind) == (100000, "discs") else again(DRAW), stage, factor=1000), drawing(points),
                ovals=twin_seconds(DRAW, OVALS, f"{points} points: ovals of the toolkit", factor=1000))


WORKS = [
    Work("embed-fp32", "embedding 10,000 definitions, float32", "texts/s", "≥ 1.3×; at most 5 % slower than the graph alone",
         lambda ours, ratio: ratio["transformersJs"] >= 1.3 and ratio["graph"] >= 0.95, 3,
         figure(EMBED, "textsPerSecond"), transformersJs=transformers("fp32", 10000),
         graph=twin_figure(EMBED, "ONNX Runtime alone, same sessions", "graphAloneTextsPerSecond")),
    Work("embed-int8", "embedding 10,000 definitions, int8, a text a call", "texts/s", "≥ 1.1× transformers.js, ≥ 1.5× langchain4j",
         lambda ours, ratio: ratio["transformersJs"] >= 1.1 and ratio["langchain4j"] >= 1.5, 3,
         figure(EMBED_INT8, "textsPerSecond"), transformersJs=transformers("q8", 10000), langchain4j=langchain4j(10000),
         graph=twin_figure(EMBED_INT8, "ONNX Runtime alone, same sessions", "graphAloneTextsPerSecond")),
    Work("tsne-2000", "t-SNE, 2,000 × 384, neighbours included", "s", "said openly", OPENLY, 3,
         seconds(bench("tsne", 2000, 3)), scikitLearn=projection("tsne", 2000)),
    Work("tsne-10000", "t-SNE, 10,000 × 384, neighbours included", "s", "≤ 0.25×, stretch 0.15×", ratio_of("scikitLearn", 0.25), 3,
         seconds(TSNE), pulling(10000), scikitLearn=projection("tsne", 10000)),
    *live(10000, TSNE, 3),
    Work("tsne-50000", "t-SNE, 50,000 × 384, neighbours included", "s", "≤ 4 × ours of 10,000", OPENLY, 1,
         seconds(TSNE_50000), pulling(50000)),
    *live(50000, TSNE_50000, 1),
    Work("tsne-117000", "t-SNE, 117,000 × 384, neighbours included", "s", "said openly", OPENLY, 1, seconds(bench("tsne", 117000, 1))),
    Work("umap-2000", "UMAP, 2,000 × 384, neighbours included", "s", "said openly", OPENLY, 3,
         seconds(bench("umap", 2000, 3)), umapLearn=projection("umap", 2000), uwot=uwot(2000)),
    Work("umap-10000", "UMAP, 10,000 × 384, neighbours included", "s", "≤ 0.6×, stretch 0.4×", faster_of("umapLearn", "uwot", at_most=0.6), 3,
         seconds(bench("umap", 10000, 3)), umapLearn=projection("umap", 10000), uwot=uwot(10000)),
    Work("umap-50000", "UMAP, 50,000 × 384, neighbours included", "s", "≤ 0.6×, stretch 0.4×", faster_of("umapLearn", "uwot", at_most=0.6), 1,
         seconds(bench("umap", 50000, 1)), umapLearn=projection("umap", 50000), uwot=uwot(50000)),
    Work("umap-117000", "UMAP, 117,000 × 384, neighbours included", "s", "said openly", OPENLY, 1, seconds(bench("umap", 117000, 1))),
    Work("pca-2", "PCA to 2, 50,000 × 384", "s", "≤ 1×, stretch: that of OpenBLAS", ratio_of("scikitLearn", 1), 5,
         seconds(bench("pca", 50000, 5), "axes", "project"), axes(50000, 2),
         scikitLearn=PCA_2, covariance=beside(PCA_2, "openBlasCovariance", OPENBLAS)),
    Work("pca-50", "PCA to 50 and all variances, 50,000 × 384", "s", "≤ 1×, stretch: that of OpenBLAS", ratio_of("scikitLearn", 1), 5,
         seconds(bench("pca", 50000, 5), "all components", "project on 50"), axes(50000, 50),
         scikitLearn=PCA_50, covariance=beside(PCA_50, "openBlasCovariance", OPENBLAS)),
    Work("query-100000", "exact top 10 of one query, 100,000 × 384", "ms", "≤ 0.6×", ratio_of("numpy", 0.6), 5,
         figure(QUERY, "secondsPerQuery", factor=1000), reading(100000), numpy=neighbours("one", 100000, factor=1000)),
    Work("graph-50000", "exact graph of 15 neighbours, 50,000 × 384", "s", "≤ 0.25×, stretch 0.15×", ratio_of("numpy", 0.25), 3,
         seconds(GRAPHS, "graph"), multiplying(50000 ** 2 * 384, "float", "each pair once in all dimensions"), numpy=neighbours("graph", 50000)),
    *approximate_graph(50000, GRAPHS, 3), *approximate_graph(100000, NEIGHBOURS, 1),
    Work("hnsw-100000", "HNSW, 100,000 × 384: queries a second at a recall@10 of 0.98 or the next above it", "queries/s", "said openly", OPENLY, 1,
         figure(again(NEIGHBOURS), "hnswQueriesPerSecondAtGoodRecall"), hnswlib=HNSW_PACE),
    Work("hnsw-build-100000", "building that HNSW", "s", "said openly", OPENLY, 1,
         figure(again(NEIGHBOURS), "hnswBuildSeconds"), hnswlib=HNSW_BUILD),
    Work("binary-100000", "bits first, then values, 100,000 × 384: queries a second at a recall@10 of 0.98 or the next above it", "queries/s", "said openly", OPENLY, 1,
         figure(again(NEIGHBOURS), "binaryQueriesPerSecondAtGoodRecall")),
    frame(100000, "discs", "≤ 6 ms", 6), frame(1000000, "discs", "≤ 33 ms", 33), frame(100000, "density", "≤ 4 ms", 4), frame(1000000, "density", "≤ 12 ms", 12),
    Work("hit-1000000", "which of 1,000,000 points is under the pointer", "ms", "≤ 1 ms", alone(1), 3,
         seconds(again(DRAW), "1000000 points: hit test", factor=1000)),
    Work("index-1000000", "making the index of 1,000,000 points that tells it", "ms", "said openly", OPENLY, 3, seconds(again(DRAW), "1000000 points: index", factor=1000)),
    Work("hit-moving-1000000", "which of 1,000,000 points is under the pointer while they move, without an index", "ms", "≤ 1 ms", alone(1), 3,
         seconds(again(DRAW), "1000000 points: hit test while they move", factor=1000), looking(1000000)),
    Work("insert-100000", "storing 100,000 × 384", "s", "≤ 1.15×", ratio_of("bare", 1.15), 3,
         seconds(STORE, "insert"), bare=twin_seconds(STORE, "the barest JDBC loop", "bare loop: insert")),
    Work("read-100000", "reading 100,000 × 384 back", "s", "≤ 1.15×", ratio_of("bare", 1.15), 3,
         seconds(again(STORE), "read vectors"), bare=twin_seconds(STORE, "the barest JDBC loop", "bare loop: read vectors")),
    Work("until-map-100000", "from opening a workspace of 100,000 × 384 until its stored map can be shown, before the vectors are read", "s", "said openly", OPENLY, 3,
         figure(again(STORE), "secondsUntilMap")),
    Work("typing", "from Enter to the point in the window beside an import that is embedded, 95th percentile of 40", "ms", "< 150 ms", alone(150), 3,
         of_window(TYPING, "shown95thPercentileMillis")),
    Work("pulse", "gap between two pulses of the window beside a t-SNE of 50,000 × 384 and an import, 95th percentile", "ms", "said openly", OPENLY, 1,
         of_window(PULSE, "busyGap95thPercentileMillis"), idle=twin_figure(PULSE, "the same window at rest", "idleGap95thPercentileMillis")),
    Work("memory-100000", "resident memory of `map --method tsne` on 100,000 × 384, peak", "MB", "≤ 700 MB", alone(700), 3, resident(100000)),
    Work("window-memory-100000", "resident memory of the window (980 × 700, headless) with 100,000 × 384 and a t-SNE to its end, peak", "MB", "≤ 700 MB", alone(700), 3,
         of_window(WINDOW_MEMORY, "peakMegabytes")),
    Work("window-memory-moving-100000", "the same while the points move, median", "MB", "≤ 700 MB", alone(700), 3, of_window(again(WINDOW_MEMORY), "movingMedianMegabytes")),
    Work("start", "from launch to a usable map of the sample, second start", "s", "≤ 3 s", alone(3), 5,
         seconds(bench("start", 0, 1), "second start")),
]


def facts_of(run, name):
    return run["works"][name]["found"]["ours"]["facts"]


# Milliseconds that the toolkit's ovals took on the machine that the goals of frames were set on.
OVALS_OF_THE_GOAL = {100000: 180, 1000000: 1700}


def frame_profile(points, kind, more=""):
    """Where the time of a frame goes, of the stages beside it."""
    def reason(run):
        stage, found = f"{points} points: {kind}", run["works"][f"draw-{kind}-{points}"]["found"]
        facts, ovals = found["ours"]["facts"], found["ovals"]["values"]
        raster, still, toolkit = (1000 * facts[f"{stage}, {part} (s)"] for part in ("raster", "raster, unmoved", "toolkit"))
        return (f"showing finished pixels takes the toolkit {toolkit:.1f} ms without a graphics card; the raster takes {raster:.1f} ms, of which {still:.1f} "
                f"paint and the rest sorts the points that moved into tiles{more}. The machine that the goal was set on took {OVALS_OF_THE_GOAL[points]:,} ms for the toolkit's "
                f"ovals, this one {min(ovals):,.0f} to {max(ovals):,.0f} in the turns; the profile of `draw-{points}` below says where the raster's time goes")
    return reason


def live_profile(count):
    def reason(run):
        facts = facts_of(run, f"tsne-{count}")
        share = facts["livePictureMilliseconds"] * facts["livePicturesPerSecond"] / 1000 / run["machine"]["cores"]
        rest = facts["timesWithoutPictures"] - 1 - share - 0.01
        return (f"drawing one takes {facts['livePictureMilliseconds']:.1f} ms here, which {facts['livePicturesPerSecond']:.0f} times a second would be {share:.1%} of all cores if it kept one busy, "
                f"and judging the moving map is given 1 % (decision 0045); the profile of `tsne-{count}` below says what drawing does" + (f"; of what is left, {rest:.1%}, the reason is not known" if rest > 0.01 else ""))
    return reason


WAITED = "the next picture waits until the toolkit has rendered the one before, and a new frame is there only when an iteration ends"


def rendered_profile(count):
    def reason(run):
        facts = facts_of(run, f"tsne-{count}")
        more = facts["timesWithoutPicturesRendered"] - facts["timesWithoutPictures"]
        each = more * run["machine"]["cores"] * 1000 / facts["renderedPicturesPerSecond"]
        if more <= 0:
            return "in the turn whose figures stand below the toolkit's part is less than the noise between the run with it and the run without; the reasons are those above"
        return (f"of it {more:.2f} is the toolkit's, {each:.1f} ms of a core a picture: its software pipeline clears, blends and copies 1,440 × 900 pixels on two threads that no iteration knows of "
                "(the frames below give its time by itself); with a graphics card that is the card's")
    return reason


def tsne_growth(run):
    few, many = facts_of(run, "tsne-10000"), facts_of(run, "tsne-50000")
    search, steps = (many[f"{stage} (s)"] / few[f"{stage} (s)"] for stage in ("neighbours", "iterations"))
    return (f"the exact neighbours grow with the square and take {search:.0f} times those of 10,000 points; the iterations, {many['iterations']:.0f} where the smaller map "
            f"settles after {few['iterations']:.0f}, take {steps:.1f} times as long; what is linear alone takes five times (decision 0041 says from where approximate neighbours pay); the profile of `tsne-50000` below says where that goes")


def typing_profile(run):
    facts = facts_of(run, "typing")
    return (f"the place is known after {facts['placeMedianMillis']:.0f} ms in the median and {facts['place95thPercentileMillis']:.0f} in 95 of 100, the point stands in the window after "
            f"{facts['shownMedianMillis']:.0f} and {facts['shown95thPercentileMillis']:.0f}: of 40 texts the third longest decides, and the first ones mostly are the longest, "
            "typed into a program that has just started and whose code is not compiled yet; calls of the model under way have a lower priority, not none (decision 0047)")


def window_memory_profile(run):
    facts = facts_of(run, "window-memory-100000")
    return (f"{number(facts['openedMegabytes'])} MB were resident when the window had opened and rested, {number(facts['peakBeforeMovingMegabytes'])} at most when the first points had moved, "
            f"{number(facts['movingLeastMegabytes'])} to {number(facts['movingMostMegabytes'])} while they moved, of which {number(facts['movingHeapMedianMegabytes'])} were taken for the heap, "
            "used or not, in the median (decision 0046 says what is held)")


def insert_profile(run):
    found = run["works"]["insert-100000"]["found"]
    turns = ", ".join(f"{ours / bare:.2f}" for ours, bare in zip(found["ours"]["values"], found["bare"]["values"]))
    return ("the store digests each text and proves that each unit is the piece of its document that it says, which the bare loop does not (decision 0046); "
            f"in the turns it took {turns} times as long")


def read_profile(run):
    return (f"handing out the memory is {1000 * facts_of(run, 'read-100000')['read vectors, memory handed out (s)']:.0f} ms of ours, and of the bare loop as much; the statement asks for the key and "
            "the mark of a cut text besides, slice by slice (decision 0054)")


# What is known of work whose goal may be missed, and what is only supposed: a sentence, or a function of the run that makes one. Printed only where the goal is missed.
REASONS = {
    "embed-fp32": "beside the graph there are tokenising and pooling on the same two cores; what they take is a few hundredths and as large as what two runs of the graph differ by",
    "tsne-50000": tsne_growth,
    "live-10000": live_profile(10000),
    "live-50000": live_profile(50000),
    "rendered-10000": rendered_profile(10000),
    "rendered-50000": rendered_profile(50000),
    "pictures-rendered-10000": WAITED,
    "pictures-rendered-50000": WAITED,
    "pictures-50000": "an iteration takes longer than half the time of a picture, and a new frame is there only when one ends",
    "pca-50": "ours finds the variance of all 384 components, the peer 50 components; reading the rows once more to project them is as much work as the covariance",
    "draw-discs-100000": frame_profile(100000, "discs"),
    "draw-discs-1000000": frame_profile(1000000, "discs", "; four fifths of the points are not covered by those in front and are painted (a program that is not kept)"),
    "draw-density-100000": frame_profile(100000, "density", "; every pixel of a tile with points is shaded, whether some lie on it or not"),
    "draw-density-1000000": frame_profile(1000000, "density", "; a point is counted with its colour on nine pixels, so that hues mix as they lie"),
    "hit-moving-1000000": "the next frame would make an index old, and making one takes longer than looking at every position, which one thread does; it is not the window's own, which goes on meanwhile (decision 0045)",
    "insert-100000": insert_profile,
    "read-100000": read_profile,
    "typing": typing_profile,
    "memory-100000": "while the graph of neighbours becomes probabilities the heap has not yet given back what the scan needed (decision 0046)",
    "window-memory-100000": window_memory_profile,
    "window-memory-moving-100000": window_memory_profile,
    "start": "in a profile half of the processor time were Java's compilers and half of the window's own thread the toolkit applying style sheets; the class archive took a third of a start away (decision 0046)",
}

# What a profile tells apart: a sample belongs to the first of these that one of its frames has a part of.
TOOLKIT = {"the toolkit": ["com.sun.prism.", "com.sun.javafx.", "javafx.scene."]}
FRAMES = {"the toolkit's ovals": ["OffScreen.fillOvals", "OffScreen.lambda$fillOvals", "prism.Canvas", "NGCanvas"], "painting discs": ["PointRaster.drawPoints"],
          "painting density": ["PointRaster.drawTile"], "sorting points into tiles": ["TileSorter.", "TileBins."], **TOOLKIT}
MAPS = {"pictures of the moving map": ["raster.PointRaster"], "judging maps, moving or finished": ["LiveQualityMeter", "projection.quality."], **TOOLKIT,
        "neighbours": ["semascope.neighbour."], "affinities": ["tsne.Affinities", "tsne.Bandwidth", "tsne.Neighbourhood"],
        "start": ["StartingPositions", "projection.variance."], "iterations": ["projection.tsne.", "projection.fourier."]}


def profiled(engine, count, *more):
    """The command of a profile, of (folder): the same input as `bench` has."""
    return lambda folder: ([PROGRAM, "bench", engine] + ([f"--vectors={folder}/g{count}.npy", f"--units={folder}/g{count}.units.tsv"] if count else [])
                           + [*more, "--format=json"])


PROFILES = {
    "draw-100000": (profiled("draw", 0, "--points=100000", "--size=1600x1000", "--repeat=10"), FRAMES),
    "draw-1000000": (profiled("draw", 0, "--points=1000000", "--size=1600x1000", "--repeat=5"), FRAMES),
    "tsne-10000": (profiled("tsne", 10000, "--repeat=3"), MAPS),
    "tsne-50000": (profiled("tsne", 50000, "--repeat=1"), MAPS),
}


def sample(target, folder, names):
    unknown = [name for name in names if name not in PROFILES]
    if unknown:
        sys.exit(f"There is no profile named {', '.join(unknown)}. The names are {', '.join(PROFILES)}.")
    run = json.loads(Path(target).read_text())
    for name, (command, groups) in PROFILES.items():
        if not names or name in names:
            found = sampling.profile(command(folder), groups)
            shown = " ".join(command("FOLDER")).replace(PROGRAM, "app/semascope", 1)
            run.setdefault("profiles", {})[name] = {"command": shown, "revision": revision(), **found}
            Path(target).write_text(json.dumps(run, indent=1) + "\n")


def profile_lines(run):
    """One for each part of each profile: its processor time, and where that goes."""
    lines = []
    for name, (_, groups) in PROFILES.items():
        found = run.get("profiles", {}).get(name)
        if not found:
            continue
        lines += ["", f"`{name}`: `{found['command']}`, {number(found['samples'])} samples and {number(found['without'])} that were lost or had no stack, at {found['revision']}.", ""]
        lines += [row(["part", "processor time", "where it goes"]), row(["---", "---:", "---"])]
        for part in found["parts"]:
            if part["seconds"]:
                methods = [f"`{method}` {share:.0%}" for method, share in part["methods"]]
                rest = 1 - sum(share for _, share in part["methods"])
                lines.append(row([part["name"], f"{part['seconds']:.2f} s", ", ".join([*methods, f"the rest {rest:.0%}"])]))
    return lines


# Differences of maps judged on the same 2,000 rows that say nothing: of shares, and of a divergence in parts of it.
SAME_SHARE = 0.005
SAME_DIVERGENCE = 0.005


def family(one):
    """The method of a judged map, and whose it is."""
    method = one["map"].split("-")[0]
    return ("umap" if method == "uwot" else method), ("ours" if ".ours." in one["map"] else "uwot" if method == "uwot" else "peer")


def worse(run):
    """Where a map of ours is not as good as a peer's: the goals of t-SNE and UMAP ask for that too."""
    sentences = []
    for count, maps in run["quality"].items():
        for ours in (one for one in maps if family(one)[1] == "ours"):
            method = family(ours)[0]
            peers = [one for one in maps if family(one)[0] == method and family(one)[1] != "ours"]
            title = f"quality of {'t-SNE' if method == 'tsne' else 'UMAP'}, {int(count):,} points"
            if not peers:
                sentences.append(f"- **{title}**: no peer's map of so many was made, which takes long, so ours stands alone")
            for peer in peers:
                parts = [f"{name} {ours[key]:.3f} against {peer[key]:.3f}"
                         for key, name in (("trustworthiness", "trustworthiness"), ("neighboursKept", "nearest 10 kept")) if ours[key] < peer[key] - SAME_SHARE]
                if method == "tsne" and ours["divergence"] > peer["divergence"] * (1 + SAME_DIVERGENCE):
                    parts.append(f"divergence {ours['divergence']:.3f} against {peer['divergence']:.3f}")
                if parts:
                    sentences.append(f"- **{title}** (no worse than {peer['map'].split('.')[0]} of the peer): {', '.join(parts)}; why is not known")
    return sentences


def missed(run):
    """The works whose goal was not reached, with the reason."""
    for work in WORKS:
        if work.name not in run["works"]:
            continue
        found = run["works"][work.name]["found"]
        values = found["ours"]["values"]
        ours = statistics.median(values)
        if work.name == "tsne-50000":
            reached = "tsne-10000" not in run["works"] or ours <= 4 * statistics.median(run["works"]["tsne-10000"]["found"]["ours"]["values"])
        else:
            reached = work.reached is None or work.reached(ours, {who: ratios(values, found[who]["values"]) for who in work.peers if who in found})
        if reached and work.reached and len(values) > 1:
            turns = [work.reached(value, {who: value / found[who]["values"][turn] for who in work.peers if who in found}) for turn, value in enumerate(values)]
            if not all(turns):
                yield work, f"reached in the median, but not in {turns.count(False)} of the {len(turns)} turns"
        if not reached:
            reason = REASONS.get(work.name, "why is not known")
            try:
                yield work, reason(run) if callable(reason) else reason
            except KeyError as fact:
                yield work, f"the run kept of it does not have the figure {fact}, so why is not known"


def first_line(file, start, otherwise):
    try:
        for line in Path(file).read_text().splitlines():
            if line.startswith(start):
                return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return otherwise


def revision():
    return subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout.strip()


def machine():
    kilobytes = first_line("/proc/meminfo", "MemTotal", "")
    facts = {
        "processor": first_line("/proc/cpuinfo", "model name", platform.processor() or "unknown"),
        "cores": os.cpu_count(),
        "memory": f"{int(kilobytes.split()[0]) / 2**20:.0f} GiB" if kilobytes else "unknown",
        "system": f"{platform.system()} {platform.machine()}",
        "date": datetime.date.today().isoformat(),
        "revision": revision(),
    }
    facts.update(said([PYTHON, str(PEERS / "neighbours.py"), "machine"]))
    return facts


def npy(rows, columns, values):
    """A file of numpy's, version 1.0: float32, row by row."""
    header = f"{{'descr': '<f4', 'fortran_order': False, 'shape': ({rows}, {columns}), }}"
    header += " " * ((-(len(header) + 11)) % 64) + "\n"
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header.encode() + values


def inputs(definitions, folder):
    """Embeds all definitions once; every input is the first of them."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    table, workspace, vectors, units = (folder / name for name in ("all.tsv", "all.semascope", "all.npy", "all.units.tsv"))
    table.write_text("id\tcategory\ttitle\ttext\n" + Path(definitions).read_text(encoding="utf-8"), encoding="utf-8")
    columns = ["--id-column", "id", "--category-column", "category", "--label-column", "title", "--text-column", "text"]
    subprocess.run([PROGRAM, "import", str(table), *columns, "-w", str(workspace)], check=True)
    subprocess.run([PROGRAM, "export", "-w", str(workspace), "--vectors", str(vectors), "--units", str(units)], check=True)
    lines = units.read_text(encoding="utf-8").splitlines(keepends=True)
    with vectors.open("rb") as file:
        file.seek(8)
        file.seek(struct.unpack("<H", file.read(2))[0], os.SEEK_CUR)
        values = file.read()
    row = len(values) // (len(lines) - 1)
    for count in COUNTS:
        (folder / f"g{count}.units.tsv").write_text("".join(lines[: count + 1]), encoding="utf-8")
        (folder / f"g{count}.f32").write_bytes(values[: count * row])
        (folder / f"g{count}.npy").write_bytes(npy(count, row // 4, values[: count * row]))


def positions(table, units, target):
    """Turns the map `semascope map` wrote into numpy's format, in the order of the units."""
    places = {line["id"].lstrip("'"): (float(line["x"]), float(line["y"])) for line in csv.DictReader(open(table, encoding="utf-8"))}
    with open(units, encoding="utf-8") as lines:
        next(lines)
        rows = [places[line.split("\t", 1)[0]] for line in lines if line.strip()]
    Path(target).write_bytes(npy(len(rows), 2, b"".join(struct.pack("<2f", *row) for row in rows)))


def judge(folder, count):
    """Our maps and the peers', by one script that none of their makers wrote."""
    workspace = imported(folder, count, "judged")
    units = f"{folder}/g{count}.units.tsv"
    maps = []
    for method in ("tsne", "umap"):
        table = f"{folder}/{method}-{count}.csv"
        subprocess.run([PROGRAM, "map", "-w", str(workspace), "--method", method, "--out", table], check=True, stdout=subprocess.DEVNULL)
        positions(table, units, f"{folder}/{method}-{count}.ours.npy")
        maps.append(f"{folder}/{method}-{count}.ours.npy")
        theirs = f"{folder}/{method}-{count}.peer.npy"
        if Path(theirs).exists():
            maps.append(theirs)
    uwots = Path(folder) / f"uwot-{count}.f32"
    if uwots.exists():
        values = uwots.read_bytes()
        target = f"{folder}/uwot-{count}.peer.npy"
        Path(target).write_bytes(npy(len(values) // 8, 2, values))
        maps.append(target)
    text = subprocess.run([PYTHON, str(PEERS / "quality.py"), f"{folder}/g{count}.npy", *maps],
                          check=True, stdout=subprocess.PIPE, text=True).stdout
    return [json.loads(line) for line in text.splitlines()]


QUALITIES = {f"quality-{count}": count for count in (10000, 50000)}
LAST_LINES = 20


def why(failure):
    """What a person needs to mend it: the command, how it ended, and its last words."""
    if not isinstance(failure, subprocess.CalledProcessError):
        return f"{type(failure).__name__}: {failure}"
    command = failure.cmd if isinstance(failure.cmd, str) else " ".join(map(str, failure.cmd))
    last = "".join(f"\n  | {line}" for line in (failure.output or "").strip().splitlines()[-LAST_LINES:])
    return f"`{command}` ended with {failure.returncode}{last}"


def measure(target, folder, names):
    """Whether everything could be measured. What failed is kept under its name until it is measured; the page shows what was measured before."""
    unknown = [name for name in names if name not in QUALITIES and name not in (work.name for work in WORKS)]
    if unknown:
        sys.exit(f"There is no work named {', '.join(unknown)}. The names are {', '.join([*(work.name for work in WORKS), *QUALITIES])}.")
    run = json.loads(Path(target).read_text()) if Path(target).exists() else {"works": {}, "quality": {}}
    run["machine"] = machine()
    failed = []

    def keep():
        Path(target).write_text(json.dumps(run, indent=1) + "\n")

    def attempt(name, body, found=None):
        try:
            body()
            run.get("failed", {}).pop(name, None)
        except Exception as failure:  # whatever it is, the other works are worth their hours
            failed.append(name)
            run.setdefault("failed", {})[name] = {"revision": run["machine"]["revision"], "why": why(failure), "found": found or {}}
            print(f"{name}: FAILED, {why(failure)}", file=sys.stderr, flush=True)
        keep()

    for work in WORKS:
        if not names or work.name in names:
            found = {}
            attempt(work.name, lambda: keep_found(run, work, folder, found), found)
    for name, count in QUALITIES.items():
        if not names or name in names:
            attempt(name, lambda: run["quality"].update({str(count): judge(folder, count)}))
    if failed:
        print(f"Not measured: {', '.join(failed)}. The others are in {target}.", file=sys.stderr)
    return not failed


def keep_found(run, work, folder, found):
    before = os.getloadavg()[0]
    work.measure(folder, found)
    earlier = run["works"].get(work.name)
    # What is measured anew does not wipe out what was measured before.
    replaced = [*earlier.get("replaced", []), {who: one["values"] for who, one in earlier["found"].items()}] if earlier else []
    run["works"][work.name] = {"loadBefore": before, "revision": run["machine"]["revision"], "replaced": replaced, "found": found}


def number(value):
    if value is None or value != value:
        return "not reached"
    if float(value).is_integer():
        return f"{int(value):,}"
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"


def revisions(run):
    """Those that the works were measured at."""
    return sorted({work.get("revision", run["machine"]["revision"]) for work in run["works"].values()})


def row(cells):
    return "| " + " | ".join(cells) + " |"


def before(work, found):
    """What was measured before, with each peer's figure of that time: a ratio that changed shows how far a line can be trusted."""
    values = [f"{number(statistics.median(found['ours']))} {work.unit}"]
    values += [f"{who} {number(statistics.median(found[who]))}, ratio {ratios(found['ours'], found[who]):.2f}" for who in work.peers if who in found]
    return ", ".join(values) + " before"


def spread(ours, theirs):
    """From the least to the largest ratio of all turns, where they differ."""
    each = [a / b for a, b in zip(ours, theirs)]
    least, largest = f"{min(each):.2f}", f"{max(each):.2f}"
    return f" ({least}–{largest})" if least != largest else ""


def ratios(ours, theirs):
    """The median of the ratios of runs that followed one another."""
    return statistics.median(a / b for a, b in zip(ours, theirs))


UMAP_STAGES = ("neighbours", "fuzzy graph", "start", "epochs")


def umap_shares(run):
    """Where its time goes, of the run of 50,000 points."""
    facts = facts_of(run, "umap-50000") if "umap-50000" in run["works"] else {}
    if any(f"{stage} (s)" not in facts for stage in UMAP_STAGES):
        return "the stages below say where its time goes"
    whole = sum(facts[f"{stage} (s)"] for stage in UMAP_STAGES)
    shares = ", ".join(f"{stage} {facts[f'{stage} (s)'] / whole:.0%}" for stage in UMAP_STAGES)
    return f"of 50,000 points its stages take {shares} of the time"


DRAWN = {"draw-discs": "discs", "draw-density": "density", "index": "index", "hit": "hit test", "hit-moving": "hit test while they move"}


def own(name, facts):
    """One run measured all frames, the index and the questions; each line takes what is its own."""
    kind, _, points = name.rpartition("-")
    if kind not in DRAWN:
        return facts
    stage = f"{points} points: {DRAWN[kind]}"
    return {key: value for key, value in facts.items() if key == f"{stage} (s)" or key.startswith(f"{stage}, ")}


def write(source):
    run = json.loads(Path(source).read_text())
    host = run["machine"]
    out = ["# Performance", ""]
    out += ["Written by `src/bench/performance.py` from runs in which our engines and what people use today took turns on the same files; no figure of the tables is typed by",
            "hand. What was not reached stands here too.", ""]
    out += [f"- **Machine**: {host['processor']}, {host['cores']} cores, {host['memory']}, {host['system']}; {host['date']}, revision {', '.join(revisions(run))}."
            f" Two threads of numpy read {host['bytesPerSecond'] / 1e9:.0f} GB/s of memory and multiply matrices with"
            f" {host['floatOperationsPerSecond'] / 1e9:.0f} (float32) and {host['doubleOperationsPerSecond'] / 1e9:.0f} (float64) billion operations a second."]
    out += ["- **Input**: definitions of WordNet 3.0 in an order shuffled with a fixed seed, embedded by `all-minilm-l6-v2`: 384 dimensions, unit length."]
    out += ["- **Commands**: `python3 src/bench/performance.py measure RUN.json FOLDER NAME` measures the line of that name, without names all; `write RUN.json` makes this page. Each line of the table is one",
            "  process for us and one for every peer, in turn, as often as *turns* says, which is once where that takes minutes, and medians count, also of the ratios; ours repeats inside its process (vectors are read five times in a repetition), the median counts, and its first",
            "  repetition is cold. Lines of one subject share a process: live pictures that of the t-SNE, the approximate indexes that of the approximate graph of as many, an approximate graph that of the exact one",
            "  beside it, storing and reading one, all frames, the index of points and the questions to it one, and the memory of the window one. Two threads for everyone.",
            "- **Reasons**: a figure that no run here gives stands beside the words *a program that is not kept*, or a decision is named for it.", ""]
    out += ["## Ours against theirs", "", "The ratio is ours to theirs, the median of the turns and in brackets the least and the largest: below 1 is faster where time is measured, above 1 where a pace is.", ""]
    out += [row(["work", "ours", "peer", "theirs", "ratio", "goal", "turns", "name"]), row(["---", "---:", "---", "---:", "---:", "---", "---:", "---"])]
    for work in WORKS:
        if work.name not in run["works"]:
            continue
        found = run["works"][work.name]["found"]
        ours = found["ours"]["values"]
        last = [str(len(ours)), f"`{work.name}`"]
        for index, who in enumerate(work.peers):
            if who not in found:
                continue
            theirs = found[who]
            out.append(row([work.title if index == 0 else "", f"{number(statistics.median(ours))} {work.unit}" if index == 0 else "",
                            theirs["facts"].get("peer", who), f"{number(statistics.median(theirs['values']))} {work.unit}",
                            f"**{ratios(ours, theirs['values']):.2f}**{spread(ours, theirs['values'])}", work.goal if index == 0 else "", *(last if index == 0 else ["", ""])]))
        if not work.peers:
            out.append(row([work.title, f"{number(statistics.median(ours))} {work.unit}", "–", "–", "–", work.goal, *last]))
    out += ["", "## What holds us up", ""]
    for work in WORKS:
        if work.limit and work.name in run["works"]:
            ours = statistics.median(run["works"][work.name]["found"]["ours"]["values"])
            facts = run["works"][work.name]["found"]["ours"]["facts"]
            out.append(f"- **{work.title}**: {work.limit(ours, host, facts)}.")
    out += ["- **embedding**: the runtime's graph, which the table has alone beside us.",
            "- **storing**: SQLite's own loop, which the table has beside us.",
            f"- **UMAP**: no single limit is known; {umap_shares(run)}.",
            "- **HNSW**: no single limit is known; it is JVector's."]
    out += ["", "## What was not reached, and why", "", "The table has medians of the turns; a figure within a reason is of the last turn, whose figures stand below.", ""]
    out += [f"- **{work.title}** (goal {work.goal}): {reason}." for work, reason in missed(run)]
    out += [sentence + "." for sentence in worse(run)]
    profiles = profile_lines(run)
    if profiles:
        out += ["", "## Where the processor time goes", "",
                "By `python3 src/bench/performance.py profile RUN.json FOLDER`: whole programs are sampled, warming up, both ways with and without live pictures, and all repetitions included. A sample counts for the innermost",
                "method that is not Java's own; methods below 3 % of their part are its rest; the collector and Java's compilers are not sampled.", *profiles]
    out += ["", "## What our engines said of those runs", ""]
    shown_before = []
    for work in WORKS:
        if work.name in run["works"]:
            facts = run["works"][work.name]["found"]["ours"]["facts"]
            facts = own(work.name, facts)
            if not facts or facts in shown_before:
                continue
            shown_before.append(facts)
            shown = ", ".join(f"{key} {number(value)}" for key, value in facts.items())
            out.append(f"- **{work.title}**: {shown}.")
    for count, maps in run["quality"].items():
        out += ["", f"## Quality of the maps of {int(count):,} points", "",
                "By `src/bench/peers/quality.py`, on 2,000 rows, one set of affinities for every map; the divergence compares t-SNE maps only.",
                f"Shares that differ by {SAME_SHARE:g} or less and divergences within {SAME_DIVERGENCE:.1%} are called the same above.", "",
                row(["map", "trustworthiness", "nearest 10 kept", "KL divergence, nats"]), row(["---", "---:", "---:", "---:"])]
        for one in maps:
            method, whose = one["map"].split(".")[0].split("-")[0], one["map"].split(".")[1]
            divergence = f"{one['divergence']:.3f}" if method == "tsne" else "–"
            out.append(row([f"{method}, {'ours' if whose == 'ours' else 'peer'}", f"{one['trustworthiness']:.3f}", f"{one['neighboursKept']:.3f}", divergence]))
    anew = [f"{work.title} ({'; '.join(before(work, found) for found in run['works'][work.name]['replaced'])})" for work in WORKS
            if run["works"].get(work.name, {}).get("replaced")]
    if anew:
        out += ["", "Measured anew, the later run stands above: " + "; ".join(anew) + "."]
    busy = [f"{work.title} ({run['works'][work.name]['loadBefore']:.1f})" for work in WORKS
            if work.name in run["works"] and run["works"][work.name]["loadBefore"] > 2.5]
    if busy:
        out += ["", "The machine's one-minute load was above 2.5 before " + ", ".join(busy) + ": read those ratios with care."]
    if run.get("failed"):
        out += ["", "Could not be measured in the last run, so that what stands above of them, if anything, is of a run before: "
                + ", ".join(f"`{name}`" for name in run["failed"]) + "."]
    print("\n".join(out))


if __name__ == "__main__":
    if len(sys.argv) == 4 and sys.argv[1] == "inputs":
        inputs(sys.argv[2], sys.argv[3])
    elif len(sys.argv) >= 4 and sys.argv[1] == "measure":
        sys.exit(0 if measure(sys.argv[2], sys.argv[3], sys.argv[4:]) else 1)
    elif len(sys.argv) >= 4 and sys.argv[1] == "profile":
        sample(sys.argv[2], sys.argv[3], sys.argv[4:])
    elif len(sys.argv) == 3 and sys.argv[1] == "write":
        write(sys.argv[2])
    else:
        sys.exit(__doc__)

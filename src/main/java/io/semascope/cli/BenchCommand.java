package io.semascope.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.semascope.bench.BenchPlan;
import io.semascope.bench.BenchReport;
import io.semascope.bench.BenchedEngine;
import io.semascope.bench.EngineMeasure;
import io.semascope.bench.measure.EngineFigure;
import io.semascope.bench.measure.StageTime;
import io.semascope.bench.neighbour.NeighbourPart;
import io.semascope.cli.refusal.ArgumentRefused;
import io.semascope.cli.refusal.MayBeEmpty;
import io.semascope.cli.refusal.NumberLimits;
import io.semascope.model.ModelCatalogue;
import io.semascope.session.ModelChoice;
import io.semascope.session.Session;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `semascope bench`: how fast and how true the engines are here, on vectors of one's own.
@Command(
    name = "bench",
    description =
        "Measure the engines on any vectors: wall time by stage, peak memory, quality. Every row"
            + " is used; whatever is judged on some rows only is said in a note.")
final class BenchCommand extends SessionCommand {
  /// The engines by the names a script uses.
  enum Part {
    embed,
    neighbours,
    pca,
    tsne,
    umap,
    draw,
    store,
    start,
    all
  }

  private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,3})x([1-9]\\d{0,3})");
  private static final int MOST_POINTS = 20_000_000;
  private static final MathContext FOUR_DIGITS = new MathContext(4);

  @Parameters(
      arity = "0..1",
      defaultValue = "all",
      paramLabel = "ENGINE",
      description =
          "${COMPLETION-CANDIDATES} (default: all, which leaves out “start”, because that opens the"
              + " window).")
  private Part part = Part.all;

  @Option(
      names = "--vectors",
      paramLabel = "IN.npy",
      description = "The vectors, as “export” writes them.")
  private Optional<Path> vectors = Optional.empty();

  @Option(
      names = "--units",
      paramLabel = "IN.tsv",
      description = "Their texts, as “export” writes them: row i has vector i.")
  private Optional<Path> units = Optional.empty();

  @Option(
      names = "--parts",
      split = ",",
      paramLabel = "PART",
      description =
          "Of “neighbours” only these parts, with a comma between two: queries, graph,"
              + " approximate-graph, approximate-indexes (default: all of them). An approximate"
              + " graph is measured beside the exact one.")
  private List<String> parts = List.of();

  @Option(
      names = "--points",
      split = ",",
      defaultValue = "100000,1000000",
      paramLabel = "N",
      description = "How many points “draw” draws (default: 100000,1000000).")
  @NumberLimits(least = 1, most = MOST_POINTS)
  private List<Integer> points = List.of();

  @Option(
      names = "--size",
      defaultValue = "1600x1000",
      paramLabel = "WxH",
      description = "Size of what “draw” draws, in pixels (default: 1600x1000).")
  @MayBeEmpty
  private String size = "";

  @Option(
      names = "--repeat",
      defaultValue = "3",
      paramLabel = "N",
      description =
          "How often each engine runs, in turn with the others (default: 3). The first time is"
              + " cold.")
  @NumberLimits(least = 1)
  private int repeat;

  @Option(
      names = {"-m", "--model"},
      defaultValue = ModelCatalogue.DEFAULT_MODEL,
      paramLabel = "MODEL",
      description = "Id of the model that embeds (default: ${DEFAULT-VALUE}).")
  private String model = ModelCatalogue.DEFAULT_MODEL;

  @Spec private CommandSpec spec = CommandSpec.create();

  BenchCommand(Desk desk) {
    super(desk);
  }

  @Override
  Answer answer(Session session) {
    if (part != Part.draw && part != Part.start && (vectors.isEmpty() || units.isEmpty())) {
      throw ArgumentRefused.because(
          spec,
          "“%s” measures vectors and their texts, and %s."
              .formatted(
                  part,
                  vectors.isPresent()
                      ? "--units was not given"
                      : units.isPresent()
                          ? "--vectors was not given"
                          : "neither --vectors nor --units was given"),
          "Give both, as “export” writes them, or measure draw or start, which need none");
    }
    BenchPlan plan =
        new BenchPlan(
            vectors.orElse(Path.of("")),
            units.orElse(Path.of("")),
            engines(),
            repeat,
            neighbourParts(),
            drawing());
    return describe(await(session.bench(plan, new ModelChoice(model, 0))));
  }

  private Set<NeighbourPart> neighbourParts() {
    if (parts.isEmpty()) {
      return EnumSet.allOf(NeighbourPart.class);
    }
    if (part != Part.neighbours && part != Part.all) {
      throw ArgumentRefused.because(
          spec,
          "“--parts” chooses parts of “neighbours”, and “%s” is what is to be measured."
              .formatted(part),
          "Measure neighbours, or leave “--parts” out");
    }
    Map<String, NeighbourPart> named =
        Arrays.stream(NeighbourPart.values())
            .collect(Collectors.toMap(NeighbourPart::toString, Function.identity()));
    if (!named.keySet().containsAll(parts)) {
      throw ArgumentRefused.value(
          spec,
          "--parts",
          "any of queries, graph, approximate-graph and approximate-indexes, with a comma between"
              + " two");
    }
    return parts.stream().map(named::get).collect(Collectors.toSet());
  }

  private BenchPlan.Drawing drawing() {
    Matcher matcher = SIZE.matcher(size);
    if (!matcher.matches()) {
      throw ArgumentRefused.value(
          spec, "--size", "width and height in pixels, each from 1 to 9999, like 1600x1000");
    }
    boolean draws = part == Part.draw || part == Part.tsne || part == Part.all;
    return new BenchPlan.Drawing(
        points,
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        draws ? desk().painter().screen() : Optional.empty());
  }

  private List<BenchedEngine> engines() {
    return switch (part) {
      case embed -> List.of(BenchedEngine.EMBED);
      case neighbours -> List.of(BenchedEngine.NEIGHBOURS);
      case pca -> List.of(BenchedEngine.PCA);
      case tsne -> List.of(BenchedEngine.TSNE);
      case umap -> List.of(BenchedEngine.UMAP);
      case draw -> List.of(BenchedEngine.DRAW);
      case store -> List.of(BenchedEngine.STORE);
      case start -> List.of(BenchedEngine.START);
      // Without the window that “start” opens.
      case all ->
          Arrays.stream(BenchedEngine.values())
              .filter(engine -> engine != BenchedEngine.START)
              .toList();
    };
  }

  private Answer describe(BenchReport report) {
    String memoryKind = report.memory().kind().name().toLowerCase(Locale.ROOT);
    JsonObject json = new JsonObject();
    vectors.ifPresent(file -> json.addProperty("vectors", file.toString()));
    units.ifPresent(file -> json.addProperty("units", file.toString()));
    json.addProperty("count", report.count());
    json.addProperty("dimension", report.dimension());
    json.addProperty("repetitions", report.repetitions());
    json.addProperty("cores", report.cores());
    json.addProperty("peakMemoryBytes", report.memory().bytes());
    json.addProperty("peakMemoryKind", memoryKind);
    JsonArray engines = new JsonArray();
    List<List<String>> rows = new ArrayList<>();
    List<String> notes = new ArrayList<>(report.notes());
    for (EngineMeasure measure : report.engines()) {
      engines.add(json(measure));
      addRows(measure, rows);
      notes.addAll(measure.notes());
    }
    json.add("engines", engines);
    return new Answer(
        json,
        List.of(
            String.format(
                Locale.ROOT,
                "%s%s; %s; %s memory %,d MiB.",
                report.count() == 0
                    ? ""
                    : "%,d vectors of %d dimensions, "
                        .formatted(report.count(), report.dimension()),
                Answers.counted(report.cores(), "core"),
                report.repetitions() == 1
                    ? "one repetition"
                    : "medians of %,d repetitions in turn".formatted(report.repetitions()),
                memoryKind.equals("resident") ? "peak resident" : "heap",
                report.memory().bytes() >> 20)),
        List.of("engine", "what", "value", "fastest", "slowest"),
        rows,
        notes,
        Set.of("value", "fastest", "slowest"));
  }

  private static JsonObject json(EngineMeasure measure) {
    JsonArray stages = new JsonArray();
    for (StageTime stage : measure.stages()) {
      JsonArray seconds = new JsonArray();
      stage.seconds().forEach(seconds::add);
      JsonObject one = new JsonObject();
      one.addProperty("stage", stage.stage());
      one.addProperty("medianSeconds", stage.median());
      one.add("seconds", seconds);
      stages.add(one);
    }
    JsonObject figures = new JsonObject();
    for (EngineFigure figure : measure.figures()) {
      figures.addProperty(figure.name(), figure.value());
    }
    JsonObject json = new JsonObject();
    json.addProperty("engine", measure.engine().key());
    json.add("stages", stages);
    json.add("figures", figures);
    return json;
  }

  private static void addRows(EngineMeasure measure, List<List<String>> rows) {
    String engine = measure.engine().key();
    for (StageTime stage : measure.stages()) {
      rows.add(
          List.of(
              engine,
              words(stage.stage()) + ", seconds",
              number(stage.median()),
              number(stage.seconds().stream().min(Double::compare).orElseThrow()),
              number(stage.seconds().stream().max(Double::compare).orElseThrow())));
    }
    for (EngineFigure figure : measure.figures()) {
      String title = figure.title() + ", " + figure.unit();
      rows.add(List.of(engine, title, number(figure.value()), "", ""));
    }
  }

  /// The name of a stage as people read it.
  private static String words(String stage) {
    return Pattern.compile("(?<=[a-z])[A-Z]")
        .matcher(stage)
        .replaceAll(letter -> " " + letter.group().toLowerCase(Locale.ROOT));
  }

  /// Whole numbers whole, others to four digits.
  private static String number(double value) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : new BigDecimal(value).round(FOUR_DIGITS).toPlainString();
  }
}

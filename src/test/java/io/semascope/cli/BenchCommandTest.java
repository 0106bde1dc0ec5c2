package io.semascope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.semascope.bench.measure.EngineFigure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The twelve short documents of `TestSession`, measured by way of an export as a person would do it.
final class BenchCommandTest {
  private static final Map<String, List<String>> STAGES =
      Map.of(
          "embed", List.of("embed"),
          "neighbours",
              List.of(
                  "index",
                  "firstQuestion",
                  "codes",
                  "queries",
                  "queriesTogether",
                  "graph",
                  "approximateGraph"),
          "pca", List.of("axes", "project", "all components", "project on 50"),
          "tsne", List.of("neighbours", "affinities", "start", "iterations"),
          "umap", List.of("neighbours", "fuzzy graph", "start", "epochs"),
          "draw",
              List.of(
                  "300 points: discs, raster",
                  "300 points: discs",
                  "300 points: discs, raster, unmoved",
                  "300 points: density, raster",
                  "300 points: density",
                  "300 points: density, raster, unmoved",
                  "300 points: index",
                  "300 points: hit test",
                  "300 points: hit test while they move"),
          "store",
              List.of(
                  "create",
                  "documents",
                  "insert",
                  "insert map",
                  "bare loop: documents",
                  "bare loop: insert",
                  "open",
                  "read texts",
                  "read map",
                  "read vectors, memory handed out",
                  "read vectors",
                  "bare loop: read vectors",
                  "check"));

  /// Of every map.
  private static final Set<String> QUALITY =
      Set.of(
          "trustworthiness",
          "trustworthinessMargin",
          "continuity",
          "continuityMargin",
          "neighboursKept",
          "neighboursKeptMargin",
          "rankCorrelation",
          "rankCorrelationMargin",
          "rankCorrelationPairs",
          "classAgreementOnMap",
          "classAgreementOnMapMargin",
          "classAgreementInSpace",
          "classAgreementInSpaceMargin",
          "classes",
          "classRows",
          "qualityNeighbours",
          "qualityRows");

  /// Of the approximate indexes, dial by dial.
  private static final Set<String> DIALS =
      Stream.of("hnsw 10 20 40 60 80 100 150 200 400", "binary 2 5 10 20 50")
          .map(line -> List.of(line.split(" ")))
          .flatMap(
              line ->
                  line.stream()
                      .skip(1)
                      .flatMap(
                          dial ->
                              Stream.of(
                                  "RecallAt" + dial,
                                  "RecallAt" + dial + "Low",
                                  "RecallAt" + dial + "High",
                                  "QueriesPerSecondAt" + dial))
                      .map(name -> line.getFirst() + name))
          .collect(Collectors.toUnmodifiableSet());

  private static Set<String> with(Set<String> common, String... own) {
    Set<String> all = new HashSet<>(common);
    all.addAll(Set.of(own));
    return Set.copyOf(all);
  }

  private static final Map<String, Set<String>> FIGURES =
      Map.of(
          "embed",
              Set.of(
                  "distinctTexts", "textsPerSecond", "textsTruncated", "textsTypedWhileEmbedding"),
          "neighbours",
              with(
                  DIALS,
                  "queries",
                  "nearest",
                  "secondsPerQuery",
                  "secondsTogether",
                  "scanGigabytesPerSecond",
                  "graphNeighbours",
                  "graphRecall",
                  "graphRecallLow",
                  "graphRecallHigh",
                  "approximateQueries",
                  "hnswBuildSeconds",
                  "hnswFileBytes",
                  "hnswQueriesPerSecondAtGoodRecall",
                  "binaryCodeSeconds",
                  "binaryCodeBytes",
                  "binaryQueriesPerSecondAtGoodRecall"),
          "pca",
              Set.of(
                  "passes",
                  "byMatrix",
                  "firstVarianceShare",
                  "secondVarianceShare",
                  "first50VarianceShare"),
          "tsne",
              with(
                  QUALITY,
                  "perplexity",
                  "iterations",
                  "settled",
                  "repulsionOnGrid",
                  "divergence",
                  "livePicturesPerSecond",
                  "livePictureMilliseconds",
                  "timesWithoutPictures"),
          "umap", with(QUALITY, "neighbours", "epochs", "components"),
          "draw",
              Set.of(
                  "300_points_discs_raster_p95Milliseconds",
                  "300_points_discs_raster_unmoved_p95Milliseconds",
                  "300_points_discs_p95Milliseconds",
                  "300_points_density_raster_p95Milliseconds",
                  "300_points_density_raster_unmoved_p95Milliseconds",
                  "300_points_density_p95Milliseconds",
                  "300_points_index_p95Milliseconds",
                  "300_points_hit_test_p95Milliseconds",
                  "300_points_hit_test_while_they_move_p95Milliseconds"),
          "store",
              Set.of(
                  "rowsInsertedPerSecond",
                  "rowsReadPerSecond",
                  "insertToBareLoop",
                  "readToBareLoop",
                  "secondsUntilMap",
                  "fileBytes"));

  /// Only where there are so many rows that the graph is approximate.
  private static final Set<String> FIGURES_OF_MANY =
      Set.of(
          "approximateGraphToExact",
          "approximateGraphRecall",
          "approximateGraphStatedRecall",
          "approximateGraphStatedRecallMargin",
          "approximateGraphStatedRecallRows");

  /// Nothing is cut, and nothing is estimated where every row is measured; a correlation has either sign.
  private static final Set<String> MAY_BE_NOTHING =
      Set.of(
          "passes",
          "settled",
          "repulsionOnGrid",
          "textsTruncated",
          "textsTypedWhileEmbedding",
          "trustworthinessMargin",
          "continuityMargin",
          "classAgreementOnMap",
          "classAgreementOnMapMargin",
          "classAgreementInSpace",
          "classAgreementInSpaceMargin",
          "neighboursKeptMargin",
          "livePicturesPerSecond",
          "livePictureMilliseconds",
          "rankCorrelation",
          "rankCorrelationMargin");

  @TempDir private Path folder = Path.of("");
  private Optional<ExportedVectors> exported = Optional.empty();

  @BeforeEach
  void exportTwelveVectors() throws Exception {
    exported = Optional.of(ExportedVectors.in(folder));
  }

  private RunCommand.Result bench(String... more) {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.addAll(List.of("--points", "300", "--size", "80x60"));
    return exported.orElseThrow().bench(arguments);
  }

  @Test
  void jsonHasExactlyTheKeysScriptsRelyOn() {
    RunCommand.Result result = bench("--repeat", "2", "--format", "json");
    assertEquals(0, result.code(), result.err());
    JsonObject answer = JsonParser.parseString(result.out()).getAsJsonObject();
    assertEquals(
        Set.of(
            "vectors",
            "units",
            "count",
            "dimension",
            "repetitions",
            "cores",
            "peakMemoryBytes",
            "peakMemoryKind",
            "engines",
            "notes"),
        answer.keySet());
    assertEquals(12, answer.get("count").getAsInt());
    assertEquals(32, answer.get("dimension").getAsInt());
    assertEquals(2, answer.get("repetitions").getAsInt());
    assertTrue(answer.get("peakMemoryBytes").getAsLong() > 1 << 20);
    List<String> engines =
        answer.getAsJsonArray("engines").asList().stream()
            .map(one -> one.getAsJsonObject().get("engine").getAsString())
            .toList();
    assertEquals(List.of("embed", "neighbours", "pca", "tsne", "umap", "draw", "store"), engines);
    for (JsonElement engine : answer.getAsJsonArray("engines")) {
      requireMeasured(engine.getAsJsonObject());
    }
    assertTrue(result.err().contains("measuring tsne"), "progress: " + result.err());
    String notes = answer.getAsJsonArray("notes").toString();
    assertTrue(notes.contains("was exact, because there are fewer than 16,000 rows"), notes);
    assertFalse(notes.contains("aimed at"), notes);
  }

  private static void requireMeasured(JsonObject measure) {
    String engine = measure.get("engine").getAsString();
    assertEquals(Set.of("engine", "stages", "figures"), measure.keySet());
    List<JsonObject> stages =
        measure.getAsJsonArray("stages").asList().stream()
            .map(JsonElement::getAsJsonObject)
            .toList();
    assertEquals(
        STAGES.get(engine), stages.stream().map(one -> one.get("stage").getAsString()).toList());
    for (JsonObject stage : stages) {
      assertEquals(Set.of("stage", "medianSeconds", "seconds"), stage.keySet());
      boolean overSoon = stage.get("stage").getAsString().contains("read vectors");
      List<Double> seconds =
          stage.getAsJsonArray("seconds").asList().stream().map(JsonElement::getAsDouble).toList();
      assertEquals(
          overSoon ? 10 : 2, seconds.size(), "one time, or five, for each of two repetitions");
      assertTrue(seconds.stream().allMatch(each -> each > 0), engine + " " + stage);
      List<Double> sorted = seconds.stream().sorted().toList();
      int half = sorted.size() / 2;
      assertEquals(
          (sorted.get(half - 1) + sorted.get(half)) / 2,
          stage.get("medianSeconds").getAsDouble(),
          1e-12);
    }
    JsonObject figures = measure.getAsJsonObject("figures");
    Set<String> always = new HashSet<>(figures.keySet());
    // An import of six texts may be over before anything can be typed beside it.
    always.removeAll(Set.of("typedMedianMillis", "typed95thPercentileMillis"));
    assertEquals(FIGURES.get(engine), always);
    for (String name : figures.keySet()) {
      double value = figures.get(name).getAsDouble();
      assertTrue(Double.isFinite(value), name + " " + value);
      assertTrue(value > 0 || MAY_BE_NOTHING.contains(name), name + " " + value);
    }
  }

  @Test
  void theGuideSaysWhatEveryFigureOfTheNeighboursMeans() throws Exception {
    String guide =
        Files.readString(
            Path.of(System.getProperty("semascope.basedir"), "src/site/markdown/guide.md"));
    Set<String> rows =
        guide.lines().filter(line -> line.startsWith("| `")).collect(Collectors.toSet());
    Set<String> figures = new HashSet<>(FIGURES.get("neighbours"));
    figures.addAll(FIGURES_OF_MANY);
    for (String figure : figures) {
      String name = "`" + figure.replaceFirst("At[0-9]+", "AtN") + "`";
      assertTrue(rows.stream().anyMatch(row -> row.contains(name)), name);
    }
  }

  @Test
  void whatIsExactIsMeasuredAsExact() {
    JsonObject neighbours = only("neighbours");
    assertEquals(1, neighbours.get("graphRecall").getAsDouble());
    assertEquals(12, neighbours.get("queries").getAsInt());
    assertEquals(11, neighbours.get("graphNeighbours").getAsInt(), "all the others");
    assertEquals(1, neighbours.get("hnswRecallAt400").getAsDouble(), "twelve rows are all met");
    assertEquals(1, neighbours.get("binaryRecallAt2").getAsDouble(), "every row is rescored");
    assertEquals(1, neighbours.get("binaryRecallAt2Low").getAsDouble(), "every row was asked");
    assertEquals(12, neighbours.get("approximateQueries").getAsInt());
    JsonObject tsne = only("tsne");
    assertEquals(12, tsne.get("qualityRows").getAsInt());
    assertEquals(0, tsne.get("repulsionOnGrid").getAsInt(), "so few points take the tree");
    boolean ended = tsne.get("iterations").getAsInt() < 750;
    assertEquals(ended ? 1 : 0, tsne.get("settled").getAsInt());
    assertEquals(12, only("embed").get("distinctTexts").getAsInt());
    JsonObject pca = only("pca");
    double first = pca.get("firstVarianceShare").getAsDouble();
    double second = pca.get("secondVarianceShare").getAsDouble();
    assertTrue(first >= second && first + second <= 1, first + " and " + second);
  }

  private JsonObject only(String engine) {
    RunCommand.Result result = bench(engine, "--repeat", "1", "--format", "json");
    assertEquals(0, result.code(), result.err());
    JsonObject answer = JsonParser.parseString(result.out()).getAsJsonObject();
    assertEquals(1, answer.getAsJsonArray("engines").size());
    JsonObject measure = answer.getAsJsonArray("engines").get(0).getAsJsonObject();
    assertEquals(engine, measure.get("engine").getAsString());
    return measure.getAsJsonObject("figures");
  }

  @Test
  void theTableNamesMachineInputAndRepetitions() {
    RunCommand.Result table = bench("pca", "--repeat", "1");
    assertEquals(0, table.code(), table.err());
    assertTrue(table.out().startsWith("12 vectors of 32 dimensions"), table.out());
    assertTrue(table.out().contains("; one repetition; "), table.out());
    RunCommand.Result tsv = bench("pca", "--repeat", "1", "--format", "tsv");
    assertTrue(tsv.out().startsWith("engine\twhat\tvalue\tfastest\tslowest\n"), tsv.out());
    assertEquals(
        10, tsv.out().lines().count(), "a header, four stages and five figures: " + tsv.out());
    assertTrue(
        table.out().contains("The two axes come from the covariance matrix (32 × 32)."),
        table.out());
  }

  @Test
  void everyLineForPeopleIsInWordsAndHasAUnit() {
    RunCommand.Result table = bench("all", "--repeat", "1", "--format", "tsv", "--points", "40");
    assertEquals(0, table.code(), table.err());
    List<String> what = table.out().lines().skip(1).map(line -> line.split("\t", -1)[1]).toList();
    assertTrue(what.size() > 60, table.out());
    for (String line : what) {
      assertFalse(line.matches(".*[a-z][A-Z].*|.*_.*"), line);
      assertTrue(line.matches(".+, [^,]+|.+, 1 yes, 0 no"), line);
    }
    assertTrue(what.contains("read by the exact index, gigabytes per second"), table.out());
    assertTrue(what.contains("queries together, seconds"), table.out());
    assertTrue(what.contains("first question, seconds"), table.out());
    assertTrue(what.contains("HNSW at breadth 20: true ten nearest, 0 to 1"), table.out());
    assertThrows(IllegalArgumentException.class, () -> new EngineFigure("recall", "recall", "", 1));
  }

  @Test
  void onlyThePartsThatWereAskedForAreMeasured() {
    RunCommand.Result result =
        bench("neighbours", "--parts", "graph,queries", "--repeat", "1", "--format", "json");
    assertEquals(0, result.code(), result.err());
    JsonObject answer = JsonParser.parseString(result.out()).getAsJsonObject();
    String measure = answer.getAsJsonArray("engines").get(0).toString();
    assertTrue(measure.contains("secondsPerQuery"), measure);
    assertTrue(measure.contains("graphRecall"), measure);
    assertFalse(measure.contains("hnsw"), measure);
    assertFalse(measure.contains("approximate"), measure);
    String notes = answer.getAsJsonArray("notes").toString();
    assertTrue(notes.contains("only these parts were asked for: queries, graph."), notes);
  }

  @Test
  void drawingNeedsNoFileAndSaysThatNothingShowsIt() {
    RunCommand.Result result =
        RunCommand.in(
            folder, "bench", "draw", "--points", "40,50", "--size", "30x20", "--repeat", "1");
    assertEquals(0, result.code(), result.err());
    assertTrue(result.out().contains("50 points: discs, raster, seconds"), result.out());
    assertTrue((result.out() + result.err()).contains("no toolkit here"), result.out());
    assertFalse(result.out().contains("0 vectors"), "no file was read");
  }
}

package io.semascope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.bench.neighbour.NeighbourPart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `bench` does not measure, and how it says so.
final class BenchRefusalTest {
  @TempDir private Path folder = Path.of("");
  private Optional<ExportedVectors> exported = Optional.empty();

  @BeforeEach
  void exportTwelveVectors() throws Exception {
    exported = Optional.of(ExportedVectors.in(folder));
  }

  private ExportedVectors files() {
    return exported.orElseThrow();
  }

  private RunCommand.Result run(String... arguments) {
    return RunCommand.in(folder, arguments);
  }

  private RunCommand.Result bench(String... more) {
    return files().bench(List.of(more));
  }

  @Test
  void unknownPartsAndPartsOfOtherEnginesAreRefusedInThreeSentences() {
    RunCommand.Result unknown = bench("neighbours", "--parts", "queries,warp");
    assertEquals(2, unknown.code());
    assertRefused(
        unknown,
        "“--parts” cannot be “queries,warp”.",
        "Give any of queries, graph, approximate-graph and approximate-indexes, with a comma"
            + " between two; “semascope bench --help” says more.");
    RunCommand.Result other = bench("pca", "--parts", "queries");
    assertEquals(2, other.code());
    assertRefused(
        other,
        "“--parts” chooses parts of “neighbours”, and “pca” is what is to be measured.",
        "Measure neighbours, or leave “--parts” out; “semascope bench --help” says more.");
    String help = run("bench", "--help").out();
    for (NeighbourPart part : NeighbourPart.values()) {
      assertTrue(help.contains(part.toString()), help);
    }
  }

  private static void assertRefused(RunCommand.Result result, String... whyAndRemedy) {
    assertTrue(
        result.err().contains("The command was not run.\n" + String.join("\n", whyAndRemedy)),
        result.err());
  }

  @Test
  void nothingIsDrawnWithoutASizeOrPointsAndOthersNeedFiles() {
    assertEquals(2, run("bench", "draw", "--size", "30").code());
    assertEquals(2, run("bench", "draw", "--points", "0").code());
    assertEquals(2, run("bench", "pca").code(), "the others need files");
  }

  @Test
  void aFileThatIsNotThereIsRefusedInThreeSentences() {
    String missing = folder.resolve("missing.npy").toString();
    RunCommand.Result result =
        run("bench", "pca", "--vectors", missing, "--units", files().units());
    assertEquals(5, result.code());
    assertTrue(result.err().contains("“missing.npy” cannot be read."), result.err());
    assertTrue(result.err().contains("There is no such file."), result.err());
    assertEquals("", result.out());
  }

  @Test
  void filesOfDifferentSizesAreRefused() throws Exception {
    List<String> lines = Files.readAllLines(Path.of(files().units()));
    Files.write(Path.of(files().units()), lines.subList(0, lines.size() - 1));
    RunCommand.Result result = bench("pca");
    assertEquals(4, result.code());
    assertTrue(result.err().contains("Nothing was measured."), result.err());
    assertTrue(result.err().contains("in.npy has 12 rows but in.tsv has 11 units."), result.err());
  }

  @Test
  void anUnknownEngineAndNoRepetitionAreMisuse() {
    RunCommand.Result unknown = bench("warp");
    assertEquals(2, unknown.code());
    assertTrue(unknown.err().contains("warp"), unknown.err());
    assertEquals(2, bench("pca", "--repeat", "0").code());
    assertEquals(2, run("bench", "pca", "--vectors", files().vectors()).code(), "no units");
    assertFalse(unknown.err().contains("Exception"), unknown.err());
  }
}

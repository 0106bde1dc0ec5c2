package io.semascope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A list that is shorter than was asked for says how many texts there are.
final class ShortListTest {
  @TempDir private Path folder = Path.of("");
  private String workspace = "";

  @BeforeEach
  void importOneText() throws Exception {
    workspace = folder.resolve("one.semascope").toString();
    Path text = Files.writeString(folder.resolve("one.txt"), "The only text there is.");
    assertEquals(0, RunCommand.in(folder, "import", text.toString(), "-w", workspace).code());
  }

  private List<String> notes(String command, String... arguments) {
    List<String> all = new ArrayList<>(List.of(command, "-w", workspace));
    all.addAll(List.of(arguments));
    RunCommand.Result result = RunCommand.in(folder, all.toArray(String[]::new));
    assertEquals(0, result.code(), result.err());
    return result.out().lines().filter(line -> line.startsWith("note: ")).toList();
  }

  @Test
  void whatStandsAloneHasNoNeighbour() {
    assertEquals(
        List.of("note: The space has no other text."), notes("neighbours", "--id", "one.txt"));
    assertTrue(
        notes("neighbours", "--text", "another").contains("note: The space has only 1 text."));
  }

  @Test
  void aPlacedTextHasAsManyNeighboursAsThereAreTexts() throws Exception {
    Path two = Files.writeString(folder.resolve("two.txt"), "Another one.");
    Path three = Files.writeString(folder.resolve("three.txt"), "And a third.");
    assertEquals(
        0,
        RunCommand.in(folder, "import", two.toString(), three.toString(), "-w", workspace).code());
    String picture = folder.resolve("map.csv").toString();
    notes("map", "--method", "pca", "--out", picture);
    assertTrue(
        notes("place", "--text", "another", "-k", "9")
            .contains("note: The space has only 3 texts."));
    assertTrue(
        notes("neighbours", "--id", "two.txt").contains("note: The space has only 2 other texts."));
  }
}

package io.semascope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.store.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `map --resume` goes on with a t-SNE that was stopped after 30 of 60 iterations.
final class ResumeMapTest {
  @TempDir private Path folder = Path.of("");
  private Path workspace = Path.of("");
  private Optional<TsneOfTable> imported = Optional.empty();

  @BeforeEach
  void storeStopped() throws Exception {
    TsneOfTable table = TsneOfTable.in(folder);
    table.keep(table.after(30));
    workspace = table.workspace();
    imported = Optional.of(table);
  }

  private String info() {
    return RunCommand.in(folder, "info", "-w", workspace.toString()).out();
  }

  private JsonObject lastProjection() {
    String json =
        RunCommand.in(folder, "info", "-w", workspace.toString(), "--format", "json").out();
    JsonArray all = JsonParser.parseString(json).getAsJsonObject().getAsJsonArray("projections");
    return all.get(all.size() - 1).getAsJsonObject();
  }

  @Test
  void whatWasLeftIsListedWithTheWayToGoOn() {
    String way = "A t-SNE of space 1 was left at iteration 30 of 60. “map --method tsne --resume";
    String left = info();
    assertTrue(left.contains("2 projections"), left);
    assertTrue(left.contains("Projection: pca of space 1, 12 points: finished."), left);
    String tsne = "Projection: tsne of space 1, 12 points: ";
    assertTrue(left.contains(tsne + "left at iteration 30 of 60 (seed 7, perplexity 3, "), left);
    assertTrue(left.contains("note: " + way + " --space 1” goes on with it."), left);
    JsonObject json = lastProjection();
    assertEquals("tsne", json.get("method").getAsString());
    assertFalse(json.get("finished").getAsBoolean());
    assertTrue(json.get("canGoOn").getAsBoolean());
    assertEquals(30, json.get("iterations").getAsInt());
    assertEquals(60, json.get("plannedIterations").getAsInt());
    assertEquals(3, json.getAsJsonObject("settings").get("perplexity").getAsDouble());
    assertEquals(0, resume("map.csv", "--method", "tsne", "--space", "1").code());
    String gone = info();
    assertTrue(gone.contains(tsne + "finished (seed 7, "), gone);
    assertFalse(gone.contains("left at"), gone);
  }

  /// As a killed process leaves it: what it had reached stands beside the map that was there.
  @Test
  void theFrameThatWasStoredLastIsTheOneToGoOnWith() {
    TsneOfTable table = imported.orElseThrow();
    Projection stopped = table.kept().orElseThrow();
    ProjectionFacts facts = new ProjectionFacts.OfTsne(3, 45, 60, 1);
    Projection later = new Projection(TsneOfTable.METHOD, stopped.layout(), facts);
    try (Workspace store = Workspace.open(workspace)) {
      store.putRunningProjection(table.spaces(), table.revision(), later);
    }
    String both = info();
    assertTrue(both.contains("12 points: left at iteration 30 of 60"), both);
    assertTrue(both.contains("12 points: left at iteration 45 of 60"), both);
    assertEquals(1, both.split("goes on with it", -1).length - 1, both);
    assertTrue(both.contains("note: A t-SNE of space 1 was left at iteration 45 of 60."), both);
  }

  @Test
  void aMapOfBeforeTheSpaceChangedIsNotGoneOnWith() throws Exception {
    Path more = Files.writeString(folder.resolve("more.txt"), "Another text about a lamp.");
    RunCommand.Result added =
        RunCommand.in(folder, "import", more.toString(), "-w", workspace.toString());
    assertEquals(0, added.code(), added.err());
    String outdated = info();
    assertTrue(outdated.contains("made before the space changed, no longer shown."), outdated);
    assertFalse(outdated.contains("goes on with it"), outdated);
    assertFalse(lastProjection().get("canGoOn").getAsBoolean());
    assertEquals(7, resume("map.csv", "--method", "tsne").code());
  }

  private RunCommand.Result resume(String name, String... more) {
    List<String> arguments = new ArrayList<>(List.of("map", "-w", workspace.toString()));
    arguments.addAll(List.of("--resume", "--out", folder.resolve(name).toString()));
    arguments.addAll(List.of(more));
    return RunCommand.in(folder, arguments.toArray(String[]::new));
  }

  @Test
  void goesOnToTheEndAndKeepsTheResult() throws Exception {
    RunCommand.Result refused = resume("map.odt", "--method", "tsne");
    assertTrue(refused.err().contains("ends in none of"), refused.err());
    RunCommand.Result result = resume("map.csv", "--method", "tsne", "--format", "json");
    assertEquals(0, result.code(), result.err());
    JsonObject answer = JsonParser.parseString(result.out()).getAsJsonObject();
    assertEquals(60, answer.get("iterations").getAsInt());
    assertEquals(60, answer.get("plannedIterations").getAsInt());
    assertEquals(3, answer.get("perplexity").getAsDouble(), "that of the run, not the usual one");
    assertTrue(result.out().contains("Momentum and gains began anew"), result.out());
    assertEquals(13, Files.readAllLines(folder.resolve("map.csv")).size());
    RunCommand.Result again = resume("again.csv", "--method", "tsne");
    assertEquals(7, again.code(), again.out() + again.err());
    assertTrue(again.err().contains("There is no map to go on with."), again.err());
    assertFalse(Files.exists(folder.resolve("again.csv")));
  }

  @Test
  void refusesWhatTheStoppedRunHasAlready() {
    assertEquals(2, resume("map.csv", "--method", "umap").code());
    for (String setting :
        List.of("--seed=3", "--perplexity=4", "--iterations=9", "--neighbour-graph=exact")) {
      RunCommand.Result result = resume("map.csv", "--method", "tsne", setting);
      assertEquals(2, result.code(), setting);
      assertTrue(result.err().contains("--resume goes with --method tsne only"), result.err());
    }
    assertEquals(2, resume("map.csv", "--method", "tsne", "--engine", "fft").code());
    assertEquals(2, resume("map.csv", "--method", "tsne", "--all-iterations").code());
  }
}

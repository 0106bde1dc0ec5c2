package io.semascope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.semascope.session.TestSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `neighbours --category --document` on the twelve documents of `TestSession`, four in each of three categories.
final class NeighbourFilterTest {
  @TempDir private Path folder = Path.of("");
  private String workspace = "";

  @BeforeEach
  void importTable() throws Exception {
    workspace = folder.resolve("work.semascope").toString();
    String table = TestSession.table(folder).toString();
    assertEquals(0, RunCommand.in(folder, "import", table, "-w", workspace).code());
  }

  private RunCommand.Result neighbours(String... more) {
    List<String> arguments = new ArrayList<>(List.of("neighbours", "-w", workspace));
    arguments.addAll(List.of(more));
    return RunCommand.in(folder, arguments.toArray(String[]::new));
  }

  private JsonObject json(String... more) {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.addAll(List.of("--format", "json"));
    RunCommand.Result result = neighbours(arguments.toArray(String[]::new));
    assertEquals(0, result.code(), result.err());
    return JsonParser.parseString(result.out()).getAsJsonObject();
  }

  private static List<String> ids(JsonObject answer) {
    List<String> ids = new ArrayList<>();
    for (JsonElement one : answer.getAsJsonArray("neighbours")) {
      ids.add(one.getAsJsonObject().get("id").getAsString());
    }
    return ids;
  }

  /// The nearest two of all are animals: a filter that came after the search would find nothing.
  @ParameterizedTest
  @ValueSource(strings = {"exact", "hnsw", "binary"})
  void isAppliedWhileSearching(String index) {
    JsonObject all = json("--id", "animal-0", "-k", "11", "--index", index);
    List<String> tools = ids(all).stream().filter(id -> id.startsWith("tool-")).toList();
    assertFalse(ids(all).get(0).startsWith("tool-") || ids(all).get(1).startsWith("tool-"));
    JsonObject some = json("--id", "animal-0", "-k", "2", "--index", index, "--category", "tools");
    assertEquals(tools.subList(0, 2), ids(some));
    assertEquals(
        value(all, tools.getFirst()), value(some, tools.getFirst()), "scores and percentiles stay");
  }

  private static List<Double> value(JsonObject answer, String id) {
    for (JsonElement one : answer.getAsJsonArray("neighbours")) {
      JsonObject neighbour = one.getAsJsonObject();
      if (neighbour.get("id").getAsString().equals(id)) {
        return List.of(
            neighbour.get("value").getAsDouble(), neighbour.get("percentile").getAsDouble());
      }
    }
    throw new AssertionError(id + " is not in " + answer);
  }

  @Test
  void saysTheFilterAndHowManyTextsItLetIn() {
    String[] asked = {"--id", "animal-0", "--category", "animals", "--category", "tools"};
    JsonObject answer = json(asked);
    JsonObject filter = answer.getAsJsonObject("filter");
    assertEquals("[\"animals\",\"tools\"]", filter.getAsJsonArray("categories").toString());
    assertEquals(0, filter.getAsJsonArray("documents").size());
    assertEquals(7, filter.get("letIn").getAsInt(), "the text itself is not counted");
    assertEquals(11, filter.get("of").getAsInt());
    JsonArray notes = answer.getAsJsonArray("notes");
    assertEquals(
        "Searched 7 of the 11 other texts: category “animals” or “tools”.",
        notes.get(0).getAsString());
    assertEquals("The filter leaves only 7 to be found.", notes.get(1).getAsString());
    RunCommand.Result tsv = neighbours("--id=dish-0", "-k=3", "--category=tools", "--format=tsv");
    assertTrue(tsv.err().contains("note: Searched 4 of the 11 other texts"), tsv.err());
    assertFalse(tsv.err().contains("leaves only"), tsv.err());
    assertFalse(json("--id", "animal-0").has("filter"));
  }

  @Test
  void categoryAndDocumentMustBothHold() {
    assertEquals(
        List.of("tool-1"),
        ids(json("--text=a cat", "--document=tool-1", "--document=dish-1", "--category=tools")));
  }

  @Test
  void aFilterThatLetsNothingInSaysSo() {
    JsonObject answer = json("--id", "tool-1", "--document", "tool-1");
    assertEquals(List.of(), ids(answer));
    assertEquals(0, answer.getAsJsonObject("filter").get("letIn").getAsInt());
    assertEquals(
        "[\"The filter lets in none of the 11 other texts: document “tool-1”.\"]",
        answer.getAsJsonArray("notes").toString());
  }

  @Test
  void anApproximateAnswerSaysThatItsRecallKnowsNoFilter() {
    String[] asked = {
      "--text", "a cat", "--index=binary", "--oversampling=1", "-k=1", "--document=dish-1"
    };
    List<String> wide = new ArrayList<>(List.of(asked));
    for (String category : List.of("animals", "tools", "dishes")) {
      wide.addAll(List.of("--category", category));
    }
    assertTrue(json(asked).get("exact").getAsBoolean(), "one text is compared by its values");
    wide.remove("--document=dish-1");
    JsonObject said = json(wide.toArray(String[]::new));
    assertFalse(said.get("exact").getAsBoolean());
    assertFalse(said.getAsJsonObject("approximate").get("measuredWithFilter").getAsBoolean());
    String table = neighbours(wide.toArray(String[]::new)).out();
    assertTrue(table.contains("at oversampling 1, without the filter."), table);
    assertFalse(
        json("--id=dish-1", "--index=binary", "--oversampling=1")
            .getAsJsonObject("approximate")
            .has("measuredWithFilter"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--category | Tools | the categories “animals”, “dishes”, “tools”.",
        "--category | ''    | the categories “animals”, “dishes”, “tools”.",
        "--document | tool1 | the documents “animal-0”, "
      })
  void whatThereIsNotIsAProblemThatNamesWhatThereIs(String option, String name, String named) {
    RunCommand.Result result = neighbours("--id", "tool-1", option, name);
    assertEquals(5, result.code(), result.out() + result.err());
    assertEquals("", result.out());
    assertTrue(result.err().contains("“" + name + "”"), result.err());
    assertTrue(result.err().contains(named), result.err());
  }
}

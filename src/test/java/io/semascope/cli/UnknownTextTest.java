package io.semascope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import io.semascope.session.TestSession;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A vector of a text of which the model knows no word is never shown as if it meant something.
final class UnknownTextTest {
  private static final String CRAB = "\uD83E\uDD80";

  @TempDir private Path folder = Path.of("");

  private RunCommand.Result run(String... arguments) {
    RunCommand.Result result = RunCommand.in(folder, arguments);
    assertEquals(0, result.code(), result.err());
    return result;
  }

  private String table(String... texts) throws Exception {
    StringBuilder rows = new StringBuilder("id,text\n");
    for (int i = 0; i < texts.length; i++) {
      rows.append("row-%d,%s\n".formatted(i, texts[i]));
    }
    return Files.writeString(folder.resolve("table.csv"), rows).toString();
  }

  @Test
  void anImportCountsThem() throws Exception {
    String workspace = folder.resolve("a.semascope").toString();
    String some = table("a", CRAB, "b", CRAB + CRAB);
    String said = run("import", some, "-w", workspace).out();
    assertTrue(
        said.contains(
            "Of 4 texts, 2 consist of unknown tokens only: the model's vocabulary has nothing of"
                + " them, so their vectors say nothing of their meaning."),
        said);
    String again = folder.resolve("b.semascope").toString();
    String json = run("import", some, "-w", again, "--format", "json").out();
    assertEquals(
        2, JsonParser.parseString(json).getAsJsonObject().get("unitsUnknown").getAsInt(), json);
    String one = run("import", table(CRAB), "-w", folder.resolve("c.semascope").toString()).out();
    assertTrue(one.contains("Of 1 text, 1 consists of unknown tokens only"), one);
    String none = run("import", table("a"), "-w", folder.resolve("d.semascope").toString()).out();
    assertFalse(none.contains("unknown"), none);
  }

  @Test
  void anAnswerToOneSaysSo() throws Exception {
    String workspace = folder.resolve("a.semascope").toString();
    run("import", TestSession.table(folder).toString(), "-w", workspace);
    String text = run("neighbours", "-w", workspace, "--text", CRAB).out();
    assertTrue(text.contains("note: The text consists of unknown tokens only"), text);
    String json = run("neighbours", "-w", workspace, "--text", CRAB, "--format", "json").out();
    assertTrue(json.contains("The text consists of unknown tokens only"), json);
    assertFalse(run("neighbours", "-w", workspace, "--text", "a").out().contains("unknown"));
    String compared = run("compare", "a", CRAB).out();
    assertTrue(compared.contains("Text B consists of unknown tokens only"), compared);
    assertFalse(compared.contains("Text A consists"), compared);
    String levels =
        run("granularity", "-w", workspace, "--document", "tool-1", "--text", CRAB).out();
    assertTrue(levels.contains("The query consists of unknown tokens only"), levels);
  }
}

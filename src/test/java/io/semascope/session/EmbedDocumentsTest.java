package io.semascope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.corpus.PastedText;
import io.semascope.model.ModelCatalogue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// In which company texts go to the model.
class EmbedDocumentsTest {
  @TempDir private Path folder = Path.of("");

  private List<List<String>> parts(List<String> lines) {
    WatchedModels models = new WatchedModels();
    List<List<String>> parts = new CopyOnWriteArrayList<>();
    models.before = parts::add;
    try (Session session = new Session(new FakeCatalogue(), models)) {
      session.openOrCreateWorkspace(folder.resolve("work.semascope")).await();
      session
          .importPasted(
              String.join("\n", lines),
              PastedText.Split.LINES,
              new ModelChoice(ModelCatalogue.DEFAULT_MODEL, 0),
              SessionFixture.WHOLE)
          .await();
    }
    return parts;
  }

  /// Texts that share a part are about equally long, and the longest come first, however they lie in the document.
  @Test
  void theLongestTextsAreEmbeddedFirst() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 1100; i++) {
      lines.add("number" + i + " word".repeat(i * 7 % 30));
    }
    List<List<String>> parts = parts(lines);
    List<Integer> lengths = parts.stream().flatMap(List::stream).map(String::length).toList();
    assertEquals(1100, lengths.size());
    assertEquals(lengths.stream().sorted(Comparator.reverseOrder()).toList(), lengths);
    assertTrue(parts.size() > 2, "parts: " + parts.size());
    for (List<String> part : parts) {
      assertTrue(part.size() <= 512, "texts in a part: " + part.size());
    }
  }

  /// What is lost when the process is killed: about a second's work.
  @Test
  void aPartEndsWith32768Characters() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      lines.add("%05d".formatted(i) + "x".repeat(995));
    }
    assertEquals(List.of(33, 33, 33, 1), parts(lines).stream().map(List::size).toList());
  }
}

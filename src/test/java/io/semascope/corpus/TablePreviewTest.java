package io.semascope.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.corpus.ReadOptions.Columns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablePreviewTest {
  @TempDir Path folder;

  @Test
  void aTableShowsItsHeaderFiveRowsAndAGuess() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("t.csv"), "ID,Title,Text,Class\n" + "1,t,\"x\ny\",c\n".repeat(9));
    TablePreview preview = TablePreview.of(file);
    assertEquals(List.of("ID", "Title", "Text", "Class"), preview.header());
    assertEquals(5, preview.rows().size());
    assertEquals(List.of("1", "t", "x\ny", "c"), preview.rows().getFirst());
    assertEquals(
        Columns.automatic().withId("ID").withLabel("Title").withText("Text").withCategory("Class"),
        preview.guess());
  }

  @Test
  void jsonLinesShowTheKeysOfTheFirstObject() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("t.jsonl"), "{\"content\":\"a\",\"n\":{\"x\":1}}\n{\"content\":2}\n");
    TablePreview preview = TablePreview.of(file);
    assertEquals(List.of("content", "n"), preview.header());
    assertEquals(List.of(List.of("a", "{\"x\":1}"), List.of("2", "")), preview.rows());
    assertEquals(Columns.automatic().withText("content"), preview.guess());
  }

  @Test
  void aTableWithoutAUsualTextColumnLeavesTheChoiceOpen() throws IOException {
    TablePreview preview = TablePreview.of(Files.writeString(folder.resolve("t.tsv"), "a\tb\n"));
    assertEquals(Optional.empty(), preview.guess().text());
    assertEquals(List.of(), preview.rows());
  }

  @Test
  void tablesAreKnownByName() {
    assertTrue(TablePreview.isTable(Path.of("a.CSV")));
    assertTrue(TablePreview.isTable(Path.of("a.ndjson")));
    assertFalse(TablePreview.isTable(Path.of("a.txt")));
  }
}

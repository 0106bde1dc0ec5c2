package io.semascope.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.text.Chunk;
import io.semascope.text.Document;
import io.semascope.text.Granularity;
import io.semascope.text.Span;
import io.semascope.text.TextUnit;
import io.semascope.text.TypedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitTableTest {
  private static final String HEADER =
      "id\ttext\tlabel\tcategory\tdocument\tstart\tend\tgranularity\n";
  private static final Document DOCUMENT =
      new Document("a", "Title\\t", "\"One\"\tline.\r\nTwo\\n 😀", "K", "a.txt");

  @TempDir Path folder;

  @Test
  void unitsComeBackAsTheyWere() throws IOException {
    List<TextUnit> units =
        List.of(
            chunk("a", new Granularity.WholeDocument(), 0, DOCUMENT.text().length()),
            chunk("a#s1", new Granularity.Sentence(), 0, 11),
            chunk("a#t1", new Granularity.TokenWindow(16, 3), 6, 18),
            new TypedText("typed-1", "=1+1\n\"x\""));
    Path file = folder.resolve("units.tsv");
    UnitTable.write(file, units, Map.of("a", DOCUMENT));
    UnitTable table = UnitTable.read(file, Cancellation.never());
    assertEquals(units, table.units());
    assertEquals(
        List.of(new Document("a", "Title\\t", DOCUMENT.text(), "K", "units.tsv")),
        table.documents());
    assertEquals(List.of(), table.notes());
    List<String> lines = Files.readAllLines(file);
    assertEquals(HEADER.strip(), lines.getFirst());
    assertEquals("a#s1\t\\\"One\"\\tline.\tTitle\\\\t\tK\ta\t0\t11\tsentence", lines.get(2));
    assertEquals("typed-1\t=1+1\\n\"x\"\t\t\t\t\t\ttyped", lines.get(4));
  }

  @Test
  void aDocumentIsPiecedTogetherFromItsChunks() throws IOException {
    UnitTable table =
        read(HEADER + "d#w1\tone\tT\t\td\t0\t3\tword\nd#w2\ttwo\tT\t\td\t5\t8\tword\n");
    assertEquals(List.of(new Document("d", "T", "one  two", "", "units.tsv")), table.documents());
    assertEquals(
        List.of(
            "The text of 1 document was pieced together from its chunks, with spaces in the gaps."),
        table.notes());
    for (TextUnit unit : table.units()) {
      Chunk chunk = (Chunk) unit;
      assertEquals(chunk.text(), chunk.span().of(table.documents().getFirst().text()));
    }
  }

  @Test
  void rowsThatDoNotFitAreRefusedWithTheirLine() {
    for (String row :
        List.of(
            "a\tb\n",
            "d\ttext\t\t\td\t0\t5\tdocument\n",
            "d\ttext\t\t\td\t-1\t3\tdocument\n",
            "d\ttext\t\t\td\t0\t99999999999\tdocument\n",
            "d\ttext\t\t\td\t0\t4\tchapter\n",
            "d\ttext\t\t\t\t0\t4\tdocument\n",
            "d\ttext\t\t\td\t1\t5\tdocument\n",
            "d\t \t\t\td\t0\t1\tdocument\n",
            "d\ta\\x\t\t\td\t0\t2\tdocument\n",
            "good\tgood\t\t\tgood\t0\t4\tdocument\n",
            "d#w1\tbad\t\t\tgood\t0\t3\tword\n",
            "d#w1\tword\t\t\tgood\t4\t8\tword\n")) {
      String table = HEADER + "good\tgood\t\t\tgood\t0\t4\tdocument\n" + row;
      String why = assertThrows(CorpusUnreadable.class, () -> read(table), row).report().why();
      assertTrue(why.startsWith("Line 3 does not fit: "), why);
    }
    assertThrows(CorpusUnreadable.class, () -> read(HEADER));
    assertThrows(CorpusUnreadable.class, () -> read(""));
  }

  @Test
  void anyTableWithTextsCanNameTheRows() throws IOException {
    UnitTable table = read("id\ttext\tlabel\n1\t\"a\nb\"\tA\n2\tc\tB\n");
    assertEquals(
        List.of(
            new Chunk("1", "1", new Granularity.WholeDocument(), new Span(0, 3), "a\nb"),
            new Chunk("2", "2", new Granularity.WholeDocument(), new Span(0, 1), "c")),
        table.units());
    assertThrows(CorpusUnreadable.class, () -> read("id\ttext\n1\t\n"));
  }

  private UnitTable read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("units.tsv"), text);
    return UnitTable.read(file, Cancellation.never());
  }

  private static Chunk chunk(String id, Granularity granularity, int start, int end) {
    Span span = new Span(start, end);
    return new Chunk(id, "a", granularity, span, span.of(DOCUMENT.text()));
  }
}

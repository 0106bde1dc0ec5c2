package io.semascope.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.StringReader;
import org.junit.jupiter.api.Test;

class TableFileTest {
  private static String refusal(String text) {
    try (TableFile table = TableFile.open(new StringReader(text), "a.csv", false)) {
      return assertThrows(CorpusUnreadable.class, table::nextRow).report().why();
    }
  }

  @Test
  void whereATableBreaksOffIsToldWithoutWordsOfALibrary() {
    String reasons =
        " a quotation mark is not closed, a text is longer than 16,777,216 characters, or a row has"
            + " more than 4,096 columns.";
    String where = "The table breaks off after the row that begins in line 1:";
    assertEquals(where + reasons, refusal("a,b\n\"x,1\ny,2\n"));
    assertEquals(where + reasons, refusal("a,b\n" + "1,".repeat(5000) + "\n"));
  }
}

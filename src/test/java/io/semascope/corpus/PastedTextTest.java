package io.semascope.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.semascope.corpus.PastedText.Split;
import io.semascope.job.JobContext;
import io.semascope.text.Document;
import java.util.List;
import org.junit.jupiter.api.Test;

class PastedTextTest {
  private static final String TEXT = "one\r\nmore\r\n \r\n\r\ntwo\n";

  @Test
  void aPastedTextIsCutAsAsked() {
    assertEquals(List.of(new Document("pasted-1", "one more two", TEXT, "", "")), cut(Split.WHOLE));
    assertEquals(List.of("one", "more", "two"), texts(Split.LINES));
    assertEquals(List.of("one\r\nmore", "two"), texts(Split.PARAGRAPHS));
    assertEquals("pasted-1:5", cut(Split.LINES).getLast().id());
  }

  @Test
  void brokenUnicodeAndNulAreRefused() {
    for (String bad : List.of("a\uD83D", "a\uDE00b", "a\0")) {
      var problem =
          assertThrows(
              CorpusUnreadable.class,
              () -> new PastedText("p", bad).documents(Split.WHOLE, JobContext.direct()));
      assertEquals("The text from the clipboard cannot be used.", problem.report().what());
    }
  }

  @Test
  void nothingToReadIsRefused() {
    var problem =
        assertThrows(
            CorpusUnreadable.class,
            () -> new PastedText("p", " \n\t").documents(Split.LINES, JobContext.direct()));
    assertEquals("It has 3 characters, but none to read.", problem.report().why());
  }

  private static List<Document> cut(Split split) {
    return new PastedText("pasted-1", TEXT).documents(split, JobContext.direct()).documents();
  }

  private static List<String> texts(Split split) {
    return cut(split).stream().map(Document::text).toList();
  }
}

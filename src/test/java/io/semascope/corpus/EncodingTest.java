package io.semascope.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.JobContext;
import io.semascope.text.Document;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncodingTest {
  private static final String TEXT = "Grüße, 東京 😀\nline two\n";

  @TempDir Path folder;

  @Test
  void unicodeWithAndWithoutAMarkGivesTheSameText() throws IOException {
    for (byte[] bytes :
        List.of(
            TEXT.getBytes(StandardCharsets.UTF_8),
            marked(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
            marked(StandardCharsets.UTF_16LE, 0xFF, 0xFE),
            marked(StandardCharsets.UTF_16BE, 0xFE, 0xFF))) {
      assertEquals(TEXT, read("a.txt", bytes).getFirst().text());
    }
  }

  @Test
  void tablesAndJsonLinesMayBeMarkedToo() throws IOException {
    byte[] table = "\uFEFFid,text\n1,\"ä\nb\"\n".getBytes(StandardCharsets.UTF_16LE);
    assertEquals("ä\nb", read("a.csv", table).getFirst().text());
    byte[] json = "\uFEFF{\"text\":\"ä\"}\n".getBytes(StandardCharsets.UTF_8);
    assertEquals("ä", read("a.jsonl", json).getFirst().text());
  }

  @Test
  void aCharacterAcrossTheBufferSurvives() throws IOException {
    String text = "x".repeat((1 << 16) - 1) + "😀é".repeat(50_000);
    assertEquals(text, read("a.txt", text.getBytes(StandardCharsets.UTF_8)).getFirst().text());
  }

  @Test
  void otherEncodingsAreRefusedWithLineAndByte() {
    assertEquals(
        "Byte 9, in line 2, (0xE4) is not valid UTF-8.",
        refusal("a.txt", "line 1\r\nB\u00E4r".getBytes(StandardCharsets.ISO_8859_1)));
    byte[] late = ("x\n".repeat(100_000) + "\u00E4").getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(
        "Byte 200,000, in line 100,001, (0xE4) is not valid UTF-8.", refusal("a.txt", late));
    assertEquals(
        "Byte 4, in line 2, (0xFF) is not valid UTF-8.",
        refusal("a.txt", new byte[] {'o', 'k', '!', '\n', (byte) 0xFF}));
    assertTrue(
        refusal("a.csv", "id,text\n1,B\u00E4r\n".getBytes(StandardCharsets.ISO_8859_1))
            .startsWith("Byte 11, in line 2, (0xE4)"));
  }

  @Test
  void halfAUtf16PairIsRefused() {
    byte[] bytes = {(byte) 0xFF, (byte) 0xFE, 'a', 0, 0x3D, (byte) 0xD8, 'b', 0};
    assertEquals("Byte 4, in line 1, (0x3D) is not valid UTF-16.", refusal("a.txt", bytes));
  }

  @Test
  void aNulCharacterIsRefusedWithLineAndByte() {
    assertEquals(
        "Byte 5, in line 2, is a NUL character, which no text has.",
        refusal("a.txt", "ä\nab\0".getBytes(StandardCharsets.UTF_8)));
    assertEquals(
        "Byte 1, in line 1, is a NUL character, which no text has.",
        refusal("a.txt", "ab".getBytes(StandardCharsets.UTF_16LE)));
  }

  @Test
  void binaryFilesAreNamed() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(TEXT.getBytes(StandardCharsets.UTF_8));
    }
    assertTrue(refusal("a.csv", zipped.toByteArray()).endsWith("begins like a gzip archive."));
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    assertTrue(refusal("a.txt", png).endsWith("begins like a PNG picture."));
  }

  @Test
  void randomBytesNeverPassAndNeverCrash() {
    for (long seed = 0; seed < 200; seed++) {
      byte[] bytes = new byte[4096];
      new Random(seed).nextBytes(bytes);
      for (String name : List.of("a.txt", "a.csv", "a.tsv", "a.jsonl")) {
        assertThrows(CorpusUnreadable.class, () -> read(name, bytes), "seed " + seed + ", " + name);
      }
    }
  }

  private List<Document> read(String name, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    return CorpusReader.read(file, ReadOptions.standard(), JobContext.direct()).documents();
  }

  private String refusal(String name, byte[] bytes) {
    return assertThrows(CorpusUnreadable.class, () -> read(name, bytes)).report().why();
  }

  private static byte[] marked(Charset charset, int... mark) {
    byte[] text = TEXT.getBytes(charset);
    byte[] all = new byte[mark.length + text.length];
    for (int i = 0; i < mark.length; i++) {
      all[i] = (byte) mark[i];
    }
    System.arraycopy(text, 0, all, mark.length, text.length);
    return all;
  }
}

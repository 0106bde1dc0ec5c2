package io.semascope.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.corpus.ReadOptions.Columns;
import io.semascope.corpus.ReadOptions.Split;
import io.semascope.job.Cancellation;
import io.semascope.job.JobCancelled;
import io.semascope.job.JobContext;
import io.semascope.job.ProgressMeter;
import io.semascope.text.Document;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusReaderTest {
  @TempDir Path folder;

  @Test
  void aTextFileIsOneDocument() throws IOException {
    CorpusContents contents = read(write("note.txt", "First line.\r\nSecond.\n"));
    assertEquals(
        List.of(new Document("note.txt", "note", "First line.\r\nSecond.\n", "", "note.txt")),
        contents.documents());
    assertEquals(List.of(), contents.notes());
  }

  @Test
  void aMarkdownFileIsCalledAfterItsHeading() throws IOException {
    assertEquals(
        List.of("The Sea"),
        list(read(write("a.md", "\n# The Sea #\n\n## Part\n\nBody.")), Document::title));
    assertEquals(List.of("b"), list(read(write("b.md", "Body\n# Late")), Document::title));
  }

  @Test
  void everyLineCanBeADocument() throws IOException {
    CorpusContents contents =
        read(
            write("lines.txt", "one\r\n\r\ntwo\rthree\nfour"),
            ReadOptions.standard().withSplit(Split.DOCUMENT_PER_LINE));
    assertEquals(List.of("one", "two", "three", "four"), list(contents, Document::text));
    assertEquals(
        List.of("lines.txt:1", "lines.txt:3", "lines.txt:4", "lines.txt:5"),
        list(contents, Document::id));
    assertEquals("lines.txt, line 5", contents.documents().getLast().source());
    assertEquals(List.of("1 blank text was skipped: lines.txt, line 2."), contents.notes());
  }

  @Test
  void aTableKeepsQuotedSeparatorsQuotesAndLineBreaks() throws IOException {
    CorpusContents contents =
        read(
            write(
                "t.csv",
                "id,name,category,text\r\n"
                    + "x,First,A,\"one, \"\"two\"\"\r\n\r\n"
                    + "three\"\r\n"
                    + "y,Second,B,plain\r\n"));
    assertEquals(
        List.of(
            new Document("x", "First", "one, \"two\"\r\n\r\nthree", "A", "t.csv, line 2"),
            new Document("y", "Second", "plain", "B", "t.csv, line 5")),
        contents.documents());
    assertEquals(List.of(), contents.notes());
  }

  @Test
  void separatorsAreFoundInTheHeader() throws IOException {
    assertEquals(List.of("a, b"), list(read(write("s.csv", "id;text\n1;a, b\n")), Document::text));
    assertEquals(
        List.of("a, b; c"), list(read(write("t.tsv", "id\ttext\n1\ta, b; c\n")), Document::text));
  }

  @Test
  void columnsCanBeNamed() throws IOException {
    Path file = write("t.csv", "Key,Long,Short,Kind\n7,the text,the title,K\n");
    Columns columns =
        Columns.automatic().withText("Long").withId("key").withLabel("Short").withCategory("Kind");
    assertEquals(
        List.of(new Document("7", "the title", "the text", "K", "t.csv, line 2")),
        read(file, ReadOptions.standard().withColumns(columns)).documents());
  }

  @Test
  void aMissingColumnIsRefusedWithThoseThereAre() throws IOException {
    Path file = write("t.csv", "a,b\n1,2\n");
    var automatic = assertThrows(CorpusUnreadable.class, () -> read(file));
    assertEquals(
        "“t.csv” cannot be read. The first line is taken for the header, and no column there has a"
            + " usual name for texts: “a”, “b”. Name the column that holds the texts (--text-column"
            + " on the command line). If the first line is a text already, put a line with names of"
            + " the columns above it.",
        automatic.getMessage());
    var named =
        assertThrows(
            CorpusUnreadable.class,
            () ->
                read(file, ReadOptions.standard().withColumns(Columns.automatic().withText("c"))));
    assertEquals("It has no column “c”; there are “a”, “b”.", named.report().why());
  }

  @Test
  void ambiguousColumnsAreNoted() throws IOException {
    CorpusContents contents = read(write("t.csv", "description,text,label\nd,t,L\n"));
    assertEquals(List.of("t"), list(contents, Document::text));
    assertEquals(List.of("L"), list(contents, Document::category));
    assertEquals(
        List.of(
            "t.csv: The texts are taken from column “text”; “description” would have done as well.",
            "t.csv: Column “label” was taken as the category; as a title it is taken when it is"
                + " named so (--label-column on the command line)."),
        contents.notes());
  }

  @Test
  void aColumnNamedForOnePurposeServesNoOther() throws IOException {
    Path file = write("t.csv", "text,label\nt,L\n");
    CorpusContents titled =
        read(file, ReadOptions.standard().withColumns(Columns.automatic().withLabel("label")));
    assertEquals(List.of("L"), list(titled, Document::title));
    assertEquals(List.of(""), list(titled, Document::category));
    assertEquals(List.of(), titled.notes());
    CorpusContents read =
        read(file, ReadOptions.standard().withColumns(Columns.automatic().withText("LABEL")));
    assertEquals(List.of("L"), list(read, Document::text));
    assertEquals(List.of(""), list(read, Document::category));
  }

  @Test
  void aTableOfOurOwnComesBackWithItsTitlesAndCategories() throws IOException {
    CorpusContents contents = read(write("t.csv", "id,text,label,category\na,t,L,C\n"));
    assertEquals(List.of("L"), list(contents, Document::title));
    assertEquals(List.of("C"), list(contents, Document::category));
    assertEquals(List.of(), contents.notes());
  }

  @Test
  void aRaggedRowIsRefusedWithItsLine() throws IOException {
    var problem =
        assertThrows(
            CorpusUnreadable.class, () -> read(write("t.csv", "id,text\n1,\"a\nb\"\n2,b,c\n")));
    assertEquals(
        "The row that begins in line 4 has 3 values, but the header names 2 columns.",
        problem.report().why());
  }

  @Test
  void anUnclosedQuotationIsRefused() throws IOException {
    var problem =
        assertThrows(
            CorpusUnreadable.class, () -> read(write("t.csv", "id,text\n1,a\n2,\"b\n3,c\n")));
    assertTrue(problem.report().why().contains("line 2"), problem.report().why());
  }

  @Test
  void idsAreUniqueAndNeverLookLikeChunks() throws IOException {
    CorpusContents contents =
        read(write("t.csv", "id,text\na,1\na,2\n,3\na-2,4\na,5\nb#p1,6\nc#1,7\n"));
    assertEquals(
        List.of("a", "a-2", "t.csv:3", "a-2-2", "a-3", "b/p1", "c#1"),
        list(contents, Document::id));
    assertEquals(
        List.of(
            "3 ids had been used before and were numbered, the first: “a” in t.csv, line 3, now"
                + " “a-2”.",
            "1 id could not be used as it is and was changed: “b/p1” in t.csv, line 7."),
        contents.notes());
  }

  @Test
  void aShortenedTitleSaysHowLongItMayBe() throws IOException {
    CorpusContents contents =
        read(write("t.csv", "id,text,title\n1,a," + "x".repeat(121) + "\n2,b,short\n"));
    assertEquals(List.of("x".repeat(119) + "…", "short"), list(contents, Document::title));
    assertEquals(
        List.of("1 title was shortened to 120 characters: t.csv, line 2."), contents.notes());
  }

  @Test
  void jsonLinesAreReadByKey() throws IOException {
    CorpusContents contents =
        read(
            write(
                "t.jsonl",
                "{\"id\":1,\"text\":\"a\\n"
                    + "b\",\"category\":[\"x\",\"y\"]}\n\n"
                    + "{\"text\":\"c\",\"id\":\"q\"}\n"
                    + "{\"id\":3}"));
    assertEquals(
        List.of(
            new Document("1", "a b", "a\nb", "x, y", "t.jsonl, line 1"),
            new Document("q", "c", "c", "", "t.jsonl, line 3")),
        contents.documents());
    assertEquals(List.of("1 blank text was skipped: t.jsonl, line 4."), contents.notes());
  }

  @Test
  void brokenJsonIsRefusedWithItsLine() throws IOException {
    for (String broken :
        List.of(
            "{\"text\":\"b\"",
            "[1]",
            "null",
            "5",
            "{\"text\":\"b\"} x",
            "{text:'b'}",
            "{\"text\":{}}",
            "[".repeat(100_000))) {
      Path file = write("t.jsonl", "{\"text\":\"a\"}\n" + broken + "\n{\"text\":\"z\"}");
      var problem = assertThrows(CorpusUnreadable.class, () -> read(file), broken);
      assertTrue(problem.report().why().contains("line 2 does not fit"), problem.getMessage());
    }
  }

  @Test
  void unsoundCharactersInsideJsonAreRefused() throws IOException {
    for (String escape : List.of("\\ud83d", "\\ude00x", "\\u0000")) {
      Path file = write("t.jsonl", "{\"text\":\"a" + escape + "\"}");
      var problem = assertThrows(CorpusUnreadable.class, () -> read(file));
      assertTrue(problem.report().sentences().contains("line 1"), escape + problem);
    }
  }

  @Test
  void aFolderIsReadInOrderAndNotLeft() throws IOException {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Files.writeString(outside.resolve("secret.txt"), "secret");
    Path root = Files.createDirectories(folder.resolve("root"));
    Files.createDirectories(root.resolve("sub/deep"));
    Files.writeString(root.resolve("b.txt"), "b");
    Files.writeString(root.resolve("a.md"), "a");
    Files.writeString(root.resolve("sub/c.txt"), "c");
    Files.writeString(root.resolve("sub/deep/t.csv"), "text,category\nrow,K\n");
    Files.writeString(root.resolve("picture.png"), "no text");
    Files.writeString(root.resolve(".hidden.txt"), "no text");
    Files.write(root.resolve("sub/bad.txt"), new byte[] {'o', 'k', (byte) 0xFF});
    Files.createSymbolicLink(root.resolve("link"), outside);
    Files.createSymbolicLink(root.resolve("link.txt"), outside.resolve("secret.txt"));
    CorpusContents contents = read(root);
    assertEquals(
        List.of("a.md", "b.txt", "sub/c.txt", "sub/deep/t.csv:1"), list(contents, Document::id));
    assertEquals(List.of("", "", "sub", "K"), list(contents, Document::category));
    assertEquals(
        List.of(
            "Files of unknown kinds that were left out: 1 (picture.png).",
            "Files that are hidden and were left out: 1 (.hidden.txt).",
            "Files that are symbolic links and were not followed: 2 (link, link.txt).",
            "Left out: “sub/bad.txt” cannot be read. Byte 2, in line 1, (0xFF) is not valid UTF-8."
                + " Save it as UTF-8 text and import it again."),
        sortedLinks(contents.notes()));
  }

  @Test
  void nothingToReadIsAProblem() throws IOException {
    for (Path empty :
        List.of(
            write("empty.txt", ""),
            write("blank.md", " \n\u00A0\t\n"),
            write("empty.csv", ""),
            write("header.csv", "id,text\n"),
            write("empty.jsonl", "\n"),
            Files.createDirectory(folder.resolve("nothing")),
            folder.resolve("missing.txt"))) {
      var problem = assertThrows(CorpusUnreadable.class, () -> read(empty), empty.toString());
      assertTrue(problem.report().what().contains(empty.getFileName().toString()));
    }
  }

  @Test
  void aHundredThousandRowsAreRead() throws IOException {
    StringBuilder table = new StringBuilder("id,text,category\n");
    for (int i = 0; i < 100_000; i++) {
      table.append(i).append(",\"text, number ").append(i).append("\",").append(i % 9).append('\n');
    }
    CorpusContents contents = read(write("big.csv", table.toString()));
    assertEquals(100_000, contents.documents().size());
    assertEquals(
        new Document(
            "99999", "text, number 99999", "text, number 99999", "0", "big.csv, line 100001"),
        contents.documents().getLast());
  }

  @Test
  void aMegabyteOnOneLineIsRead() throws IOException {
    String line = "word ".repeat(210_000);
    CorpusContents contents = read(write("long.csv", "text\n" + line + "\n"));
    assertEquals(List.of(line), list(contents, Document::text));
    ReadOptions lines = ReadOptions.standard().withSplit(Split.DOCUMENT_PER_LINE);
    assertEquals(List.of(line), list(read(write("long.txt", line), lines), Document::text));
  }

  @Test
  void readingStopsWhenAsked() throws IOException {
    Cancellation cancellation = new Cancellation();
    long[] last = {0};
    ProgressMeter meter =
        new ProgressMeter(
            progress -> {
              last[0] = progress.done();
              if (progress.done() == 3) {
                cancellation.request();
              }
            });
    Path file = write("t.csv", "text\na\nb\nc\nd\ne\n");
    JobContext context = new JobContext(cancellation, meter, () -> {});
    assertThrows(
        JobCancelled.class, () -> CorpusReader.read(file, ReadOptions.standard(), context));
    assertEquals(3, last[0]);
  }

  private Path write(String name, String text) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }

  private static CorpusContents read(Path file) {
    return read(file, ReadOptions.standard());
  }

  private static CorpusContents read(Path file, ReadOptions options) {
    return CorpusReader.read(file, options, JobContext.direct());
  }

  private static List<String> list(CorpusContents contents, Function<Document, String> part) {
    return contents.documents().stream().map(part).toList();
  }

  /// A folder's links come in the order the system lists them.
  private static List<String> sortedLinks(List<String> notes) {
    return notes.stream()
        .map(note -> note.replace("(link.txt, link)", "(link, link.txt)"))
        .toList();
  }
}

package io.semascope.text.chunking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.semascope.text.Chunk;
import io.semascope.text.Document;
import io.semascope.text.Granularity;
import io.semascope.text.Granularity.TokenWindow;
import io.semascope.text.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChunkerTest {
  private static final Granularity PARAGRAPH = new Granularity.Paragraph();
  private static final Granularity SENTENCE = new Granularity.Sentence();
  private static final Granularity WORD = new Granularity.Word();
  private static final TokenRuler RULER = new FakeRuler(2);

  @Test
  void idsTellDocumentLevelAndNumber() {
    Document document = new Document("skill-001", "t", "One. Two.\n\nThree words here.", "", "");
    assertEquals(List.of("skill-001"), ids(document, new Granularity.WholeDocument()));
    assertEquals(List.of("skill-001#p1", "skill-001#p2"), ids(document, PARAGRAPH));
    assertEquals(List.of("skill-001#s1", "skill-001#s2", "skill-001#s3"), ids(document, SENTENCE));
    assertEquals("skill-001#w5", ids(document, WORD).getLast());
    assertEquals(List.of("skill-001#t8-2.1"), ids(document, new TokenWindow(8, 2)));
  }

  @Test
  void aWholeDocumentKeepsEveryCharacter() {
    assertEquals(List.of("  a \n"), pieces("  a \n", new Granularity.WholeDocument()));
    assertEquals(List.of(), pieces(" \n\t\u00A0", new Granularity.WholeDocument()));
  }

  @Test
  void blankLinesPartParagraphsWhateverTheLineEnd() {
    assertEquals(List.of("a\nb", "c", "d"), pieces("a\nb  \n \t\n\nc\n\nd\n", PARAGRAPH));
    assertEquals(List.of("a\r\nb", "c"), pieces("a\r\nb\r\n\r\nc\r\n", PARAGRAPH));
    assertEquals(List.of("a\rb", "c"), pieces("a\rb\r\rc", PARAGRAPH));
    assertEquals(List.of(), pieces("\n\n \n", PARAGRAPH));
  }

  @Test
  void aHeadingBelongsToTheBlockAfterIt() {
    assertEquals(
        List.of("# Title\n\n## Part\n\nBody text.", "More.", "## End"),
        pieces("# Title\n\n## Part\n\nBody text.\n\nMore.\n\n## End\n", PARAGRAPH));
    assertEquals(List.of("Title\n=====\n\nBody."), pieces("Title\n=====\n\nBody.", PARAGRAPH));
    assertEquals(List.of("#no heading", "b"), pieces("#no heading\n\nb", PARAGRAPH));
  }

  @Test
  void fencedCodeStaysOneBlock() {
    String code = "```java\nint a;\n\nint b;\n```";
    assertEquals(
        List.of("Before.", code, "After."), pieces("Before.\n\n" + code + "\n\nAfter.", PARAGRAPH));
    assertEquals(
        List.of("~~~\na\n\n```\n\nb\n~~~~"), pieces("~~~\na\n\n```\n\nb\n~~~~", PARAGRAPH));
    assertEquals(List.of("```\na", "b"), pieces("```\na\n\nb", PARAGRAPH));
    assertEquals(List.of("See.", code, "Done."), pieces("See.\n" + code + "\nDone.", SENTENCE));
  }

  @Test
  void sentencesEndWhereTheyEnd() {
    assertEquals(
        List.of("It rains.", "Does it?", "Yes!", "Good."),
        pieces("It rains. Does it?  Yes! Good.", SENTENCE));
    assertEquals(
        List.of("A wrapped\nline goes on.", "Next."),
        pieces("A wrapped\nline goes on.\nNext.", SENTENCE));
    assertEquals(List.of("One", "Two"), pieces("One\n\nTwo", SENTENCE));
    assertEquals(List.of("日本語です。", "次の文。"), pieces("日本語です。次の文。", SENTENCE));
  }

  @Test
  void abbreviationsEndNoSentence() {
    for (String whole :
        List.of(
            "Dr. Smith met Mrs. Jones.",
            "Use a tool, e.g. Git, or i.e. Anything.",
            "See Fig. 3 and No. 5 there.",
            "Pi is 3.14 and e is 2.718 today.",
            "George W. Bush met J. R. R. Tolkien.",
            "Das gilt z. B. Montags, d.h. Am Anfang.",
            "Am 3. Mai kam Prof. Weber bzw. Frau Lang.",
            "Im 21. Jahrhundert vgl. Abb. 4 dazu.")) {
      assertEquals(List.of(whole), pieces(whole, SENTENCE));
    }
    assertEquals(
        List.of("The answer is no.", "We left."), pieces("The answer is no. We left.", SENTENCE));
    assertEquals(
        List.of("Take vitamin C.", "It helps."), pieces("Take vitamin C. It helps.", SENTENCE));
    assertEquals(List.of("It was I.", "Then."), pieces("It was I. Then.", SENTENCE));
  }

  @Test
  void listItemsAndHeadingsAreSentencesOfTheirOwn() {
    assertEquals(
        List.of("# Head", "Text here", "- first item", "- second item", "1. Third."),
        pieces("# Head\nText here\n- first item\n- second item\n1. Third.", SENTENCE));
  }

  @Test
  void wordsHoldALetterOrADigit() {
    assertEquals(
        List.of("It's", "3.14", "naïve", "übergroß", "x"),
        pieces("It's 3.14 – naïve, (übergroß) … x!", WORD));
    assertEquals(List.of("東京"), pieces("「東京」。", WORD));
  }

  @Test
  void windowsEndAtSentencesWhereTheyCan() {
    assertEquals(
        List.of("a b c. D e.", "F g h i j k", "l m."),
        pieces("a b c. D e. F g h i j k l m.", new TokenWindow(8, 0)));
  }

  @Test
  void windowsShareTheirOverlap() {
    assertEquals(
        List.of("a b c d e f", "e f g h i j", "i j k l"),
        pieces("a b c d e f g h i j k l", new TokenWindow(8, 2)));
  }

  @Test
  void specialTokensAndPromptCount() {
    assertEquals(
        List.of("a b", "c d", "e"), spans("a b c d e", new TokenWindow(8, 0), new FakeRuler(6)));
    var problem =
        assertThrows(
            WindowTooSmall.class,
            () -> Chunker.spans("a b", new TokenWindow(8, 3), new FakeRuler(5)));
    assertEquals(
        "Of 8 tokens, 5 go to special tokens and the prompt, which leaves 3 for text and its"
            + " overlap of 3.",
        problem.report().why());
  }

  @Test
  void aMegabyteOnOneLineIsCut() {
    String text = "lorem ipsum dolor ".repeat(60_000);
    assertEquals(1, Chunker.spans(text, PARAGRAPH, RULER).size());
    assertEquals(1, Chunker.spans(text, SENTENCE, RULER).size());
    assertEquals(180_000, Chunker.spans(text, WORD, RULER).size());
    assertEquals(360, Chunker.spans(text, new TokenWindow(502, 0), RULER).size());
  }

  private static List<String> ids(Document document, Granularity granularity) {
    return Chunker.cut(document, granularity, RULER).stream().map(Chunk::id).toList();
  }

  private static List<String> pieces(String text, Granularity granularity) {
    return spans(text, granularity, RULER);
  }

  private static List<String> spans(String text, Granularity granularity, TokenRuler ruler) {
    return Chunker.spans(text, granularity, ruler).stream()
        .map((Span span) -> span.of(text))
        .toList();
  }
}

package io.semascope.text.chunking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.text.Chunk;
import io.semascope.text.Document;
import io.semascope.text.Granularity;
import io.semascope.text.Granularity.TokenWindow;
import io.semascope.text.Span;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every text, tried on seeded random ones; a failure names its seed.
class ChunkerPropertyTest {
  private static final int TEXTS = 400;
  private static final String[] PIECES = {
    "word",
    "Word",
    "naïve",
    "über",
    "東京",
    "日本語です。",
    "ไทย",
    "😀",
    "👩‍👩‍👧",
    "𝔘𝔫𝔦",
    "e\u0301",
    " ",
    "  ",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    "\r\n\r\n",
    "\n \t\n",
    ". ",
    "! ",
    "? ",
    "… ",
    "e.g. ",
    "Dr. ",
    "3.14",
    "J. ",
    "z. B. ",
    "# ",
    "## Head\n",
    "===\n",
    "```\n",
    "~~~",
    "- item\n",
    "1. ",
    "\u00A0",
    "\u200B",
    "\uFEFF",
    "\t",
    "\u2028",
    "(",
    ")",
    "\"",
    "'",
    ",",
    "a",
    "b",
    "\u0007"
  };

  static Stream<Granularity> granularities() {
    return Stream.of(
        new Granularity.WholeDocument(),
        new Granularity.Paragraph(),
        new Granularity.Sentence(),
        new Granularity.Word(),
        new TokenWindow(8, 0),
        new TokenWindow(9, 3),
        new TokenWindow(24, 5),
        new TokenWindow(4000, 7));
  }

  @ParameterizedTest
  @MethodSource("granularities")
  void spansAreSoundAndCoverTheText(Granularity granularity) {
    for (long seed = 0; seed < TEXTS; seed++) {
      String text = randomText(new Random(seed));
      TokenRuler ruler = seed % 2 == 0 ? new FakeRuler(2) : new BytePieceRuler();
      String where = granularity.key() + ", seed " + seed;
      List<Chunk> chunks = Chunker.cut(new Document("d", "t", text, "", ""), granularity, ruler);
      Set<String> ids = new HashSet<>();
      int start = -1;
      int end = 0;
      for (Chunk chunk : chunks) {
        Span span = chunk.span();
        boolean window = granularity instanceof TokenWindow;
        assertTrue(span.start() > start, where + ": order at " + span);
        assertTrue(window ? span.end() > end : span.start() >= end, where + ": overlap at " + span);
        assertTrue(span.end() <= text.length(), where + ": outside at " + span);
        assertEquals(text.substring(span.start(), span.end()), chunk.text(), where);
        assertTrue(!chunk.text().isBlank(), where + ": blank at " + span);
        assertTrue(!splitsPair(text, span.start()) && !splitsPair(text, span.end()), where + span);
        assertTrue(ids.add(chunk.id()), where + ": id twice " + chunk.id());
        start = span.start();
        end = span.end();
      }
      if (!(granularity instanceof Granularity.Word)) {
        requireCovered(text, chunks, where);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("granularities")
  void windowsKeepTheirLimitWhenMeasuredAlone(Granularity granularity) {
    if (!(granularity instanceof TokenWindow window)) {
      return;
    }
    for (long seed = 0; seed < TEXTS; seed++) {
      String text = randomText(new Random(seed));
      TokenRuler ruler = seed % 2 == 0 ? new FakeRuler(2) : new BytePieceRuler();
      for (Span span : Chunker.spans(text, window, ruler)) {
        int tokens = ruler.tokenSpans(span.of(text)).size() + ruler.overhead();
        assertTrue(tokens <= window.tokens(), tokens + " tokens, seed " + seed);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("granularities")
  void everySentenceLiesInOneParagraph(Granularity ignored) {
    for (long seed = 0; seed < TEXTS; seed++) {
      String text = randomText(new Random(seed));
      List<Span> paragraphs = Blocks.paragraphs(text);
      for (Span sentence : Sentences.spans(text)) {
        long homes = paragraphs.stream().filter(p -> p.contains(sentence)).count();
        assertEquals(1, homes, "seed " + seed + " at " + sentence);
      }
    }
  }

  private static void requireCovered(String text, List<Chunk> chunks, String where) {
    BitSet covered = new BitSet(text.length());
    chunks.forEach(chunk -> covered.set(chunk.span().start(), chunk.span().end()));
    for (int i = 0; i < text.length(); i++) {
      assertTrue(
          covered.get(i) || Blanks.isBlank(text.codePointAt(i)),
          where + ": offset " + i + " is in no chunk");
    }
  }

  private static boolean splitsPair(String text, int offset) {
    return offset > 0
        && offset < text.length()
        && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
  }

  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    int pieces = random.nextInt(120);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
      if (random.nextInt(3) == 0) {
        text.append(' ');
      }
    }
    return text.toString();
  }
}

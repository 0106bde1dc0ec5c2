package io.semascope.model.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.job.JobCancelled;
import io.semascope.job.JobContext;
import io.semascope.job.Progress;
import io.semascope.job.ProgressMeter;
import io.semascope.model.EmbeddedPart;
import io.semascope.model.EmbeddedTexts;
import io.semascope.model.EmbeddingModel;
import io.semascope.model.InputUnusable;
import io.semascope.model.Purpose;
import io.semascope.model.Token;
import io.semascope.model.Truncation;
import io.semascope.vector.DenseVector;
import io.semascope.vector.Similarity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the bundled models do to texts, kind and unkind.
@Tag("model")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnnxEmbeddingModelTest {
  private EmbeddingModel model;

  @BeforeAll
  void load() {
    model = RealModels.load("all-minilm-l6-v2");
  }

  @AfterAll
  void close() {
    model.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"all-minilm-l6-v2", "e5-small-v2-q"})
  void textsOfUnknownTokensOnlyAreNamed(String id) {
    String emoji = "\uD83E\uDD80\uD83E\uDD80 \uD83E\uDD80";
    List<String> texts =
        List.of("A longer text of known words.", emoji, emoji + " crab", "[UNK]", "two words");
    try (EmbeddingModel tested = RealModels.load(id)) {
      EmbeddedTexts embedded = tested.embed(texts, Purpose.QUERY, JobContext.direct());
      assertEquals(List.of(1, 3), embedded.unknown(), "whatever prompt goes before it");
      List<EmbeddedPart> parts = new ArrayList<>();
      tested.embedParts(
          List.of(texts.subList(0, 1), List.of(" ", emoji)),
          Purpose.DOCUMENT,
          JobContext.direct(),
          parts::add);
      assertEquals(
          List.of(List.of(), List.of(0)),
          parts.stream()
              .sorted(java.util.Comparator.comparing(EmbeddedPart::index))
              .map(part -> part.embedded().unknown())
              .toList(),
          "the refused text has no row");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"all-minilm-l6-v2", "all-minilm-l6-v2-q"})
  void aVectorIsTheSameAloneAndInAnyCompany(String id) {
    List<String> texts = GoldenVectors.sentences().subList(0, 60);
    try (EmbeddingModel tested = RealModels.load(id)) {
      List<DenseVector> together = RealModels.embed(tested, texts, Purpose.DOCUMENT);
      List<Integer> order =
          new ArrayList<>(java.util.stream.IntStream.range(0, 60).boxed().toList());
      Collections.shuffle(order, new Random(7));
      List<DenseVector> shuffled =
          RealModels.embed(
              tested, order.stream().map(texts::get).toList().subList(0, 37), Purpose.DOCUMENT);
      for (int i = 0; i < 60; i++) {
        DenseVector alone =
            RealModels.embed(tested, List.of(texts.get(i)), Purpose.DOCUMENT).get(0);
        assertArrayEquals(alone.toArray(), together.get(i).toArray(), 1e-6f, texts.get(i));
        if (i < 37) {
          DenseVector again = together.get(order.get(i));
          assertArrayEquals(again.toArray(), shuffled.get(i).toArray(), 1e-6f);
        }
      }
    }
  }

  /// fp32 sums in another order when a text stands beside others; eight-bit vectors of one text per call do not change at all.
  @Test
  void anEightBitVectorIsTheSameToTheLastBitAloneAndInAnyCompany() {
    List<String> texts = GoldenVectors.sentences();
    try (EmbeddingModel tested = RealModels.load("all-minilm-l6-v2-q")) {
      List<DenseVector> together = RealModels.embed(tested, texts, Purpose.DOCUMENT);
      List<DenseVector> reversed =
          RealModels.embed(tested, texts.reversed(), Purpose.DOCUMENT).reversed();
      assertEquals(together, reversed);
      for (int i = 0; i < texts.size(); i += 3) {
        assertEquals(
            together.get(i),
            RealModels.embed(tested, List.of(texts.get(i)), Purpose.DOCUMENT).getFirst(),
            texts.get(i));
      }
    }
  }

  @Test
  void partsArriveInOrderAndNameWhatTheyRefuse() {
    List<String> texts = GoldenVectors.sentences().subList(0, 40);
    String cut = "word ".repeat(400);
    List<List<String>> parts =
        List.of(
            texts.subList(0, 17), List.of("", cut, "half \uD83D", "fine"), List.of("  "), texts);
    List<EmbeddedPart> seen = new ArrayList<>();
    model.embedParts(parts, Purpose.DOCUMENT, JobContext.direct(), seen::add);
    assertEquals(List.of(0, 1, 2, 3), seen.stream().map(EmbeddedPart::index).toList());
    assertEquals(
        List.of(List.of(), List.of(0, 2), List.of(0), List.of()),
        seen.stream().map(EmbeddedPart::refused).toList());
    EmbeddedTexts second = seen.get(1).embedded();
    assertEquals(2, second.vectors().count());
    assertEquals(0, second.truncations().getFirst().index());
    assertArrayEquals(
        RealModels.embed(model, List.of("fine"), Purpose.DOCUMENT).getFirst().toArray(),
        second.vectors().row(1).toArray(),
        1e-6f);
    assertEquals(0, seen.get(2).embedded().vectors().count());
    assertArrayEquals(
        seen.get(0).embedded().vectors().row(16).toArray(),
        seen.get(3).embedded().vectors().row(16).toArray(),
        1e-6f);
  }

  @Test
  void whatTheReceiverThrowsEndsTheRequestAndTheModelLivesOn() {
    List<String> texts = GoldenVectors.sentences();
    IllegalStateException full = new IllegalStateException("the disk is full");
    assertEquals(
        full,
        assertThrows(
            IllegalStateException.class,
            () ->
                model.embedParts(
                    List.of(texts.subList(0, 5), texts, texts),
                    Purpose.DOCUMENT,
                    JobContext.direct(),
                    part -> {
                      throw full;
                    })));
    assertEquals(1, RealModels.embed(model, List.of("still here"), Purpose.QUERY).size());
  }

  /// The typed text arrives while the graph is running for the first part; it is embedded then, before the parts behind it are handed on.
  @Test
  void aTypedTextIsEmbeddedBeforeTheRemainingBulk() {
    List<String> order = new ArrayList<>();
    List<String> texts = GoldenVectors.sentences();
    boolean[] typed = {false};
    JobContext context =
        new JobContext(
            Cancellation.never(),
            ProgressMeter.silent(),
            () -> {
              if (order.contains("part 0") && !typed[0]) {
                typed[0] = true;
                RealModels.embed(model, List.of("an urgent text"), Purpose.QUERY);
                order.add("typed");
              }
            });
    model.embedParts(
        List.of(texts.subList(0, 20), texts, texts, texts),
        Purpose.DOCUMENT,
        context,
        part -> order.add("part " + part.index()));
    assertEquals(List.of("part 0", "typed", "part 1", "part 2", "part 3"), order);
  }

  @Test
  void reportsTheLostTailInUtf16() {
    String text = "😀 word ".repeat(200) + "tail";
    EmbeddedTexts embedded =
        model.embed(List.of("short", text), Purpose.DOCUMENT, JobContext.direct());
    assertEquals(1, embedded.truncations().size());
    Truncation cut = embedded.truncations().getFirst();
    List<Token> tokens = model.tokenize(text, Purpose.DOCUMENT).tokens();
    assertEquals(1, cut.index());
    assertEquals(256, cut.keptTokens());
    assertEquals(tokens.size(), cut.tokens());
    assertEquals(tokens.get(255).span().start(), cut.lost().start());
    assertEquals(text.length(), cut.lost().end());
    String kept = text.substring(0, cut.lost().start());
    List<DenseVector> rows = RealModels.embed(model, List.of(text, kept), Purpose.DOCUMENT);
    assertArrayEquals(rows.get(0).toArray(), rows.get(1).toArray(), 1e-6f);
  }

  @Test
  void spansCoverTheWordsTheyName() {
    String text = "Naïve 😀 cafés — 北京";
    for (Token token : model.tokenize(text, Purpose.DOCUMENT).tokens()) {
      if (token.piece().equals("cafe")) {
        assertEquals("café", token.span().of(text));
      }
      if (token.piece().equals("京")) {
        assertEquals("京", token.span().of(text));
      }
      assertEquals(token.special(), token.span().isEmpty(), token.toString());
    }
    assertTrue(
        model.tokenize(text, Purpose.DOCUMENT).tokens().stream()
            .anyMatch(token -> token.piece().equals("京")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "\n\t\u2003",
        "half \uD83D",
        "\uDE00 half",
        "\u0000",
        "\u0000\u0001\u0000"
      })
  void refusesTextsThatCanGetNoVector(String text) {
    InputUnusable refused =
        assertThrows(
            InputUnusable.class,
            () -> model.embed(List.of("fine", text), Purpose.DOCUMENT, JobContext.direct()));
    assertTrue(refused.report().what().contains("Text 2"), refused.report().what());
    assertThrows(InputUnusable.class, () -> model.tokenize(text, Purpose.DOCUMENT));
  }

  @Test
  void takesStrangeTexts() {
    String line = "x".repeat(1 << 20);
    String words = "many words ".repeat(100_000);
    List<String> texts =
        List.of("nul \u0000 inside", line, words, "👩‍👩‍👧‍👦", "\uFEFFmarked", "مرحبا");
    EmbeddedTexts embedded = model.embed(texts, Purpose.DOCUMENT, JobContext.direct());
    for (int row = 0; row < texts.size(); row++) {
      assertEquals(1, embedded.vectors().row(row).norm(), 1e-5);
    }
    assertEquals(List.of(2), embedded.truncations().stream().map(Truncation::index).toList());
  }

  @Test
  void embedsNothingAndManyEqualTexts() {
    assertEquals(0, model.embed(List.of(), Purpose.QUERY, JobContext.direct()).vectors().count());
    List<DenseVector> rows =
        RealModels.embed(model, Collections.nCopies(1100, "the same"), Purpose.QUERY);
    assertArrayEquals(rows.get(0).toArray(), rows.get(1099).toArray(), 1e-6f);
  }

  @Test
  void tellsProgressAndPausesBetweenCalls() {
    List<Progress> seen = new ArrayList<>();
    int[] pauses = {0};
    JobContext context =
        new JobContext(
            Cancellation.never(),
            new ProgressMeter(seen::add),
            () -> {
              pauses[0]++;
              RealModels.embed(model, List.of("an urgent text"), Purpose.QUERY);
            });
    context.meter().begin(0, 200);
    model.embed(GoldenVectors.sentences(), Purpose.DOCUMENT, context);
    assertEquals(200, seen.getLast().done());
    assertTrue(pauses[0] > 2, "pauses: " + pauses[0]);
  }

  @Test
  void stopsWhenAsked() {
    Cancellation cancellation = new Cancellation();
    int[] pauses = {0};
    JobContext context =
        new JobContext(
            cancellation,
            ProgressMeter.silent(),
            () -> {
              pauses[0]++;
              cancellation.request();
            });
    assertThrows(
        JobCancelled.class,
        () -> model.embed(GoldenVectors.sentences(), Purpose.DOCUMENT, context));
    assertEquals(1, pauses[0]);
  }

  @Test
  void putsPromptsInFrontByPurpose() {
    try (EmbeddingModel bge = RealModels.load("bge-small-en-v1.5-q")) {
      String text = "how do bees find flowers";
      String prompt = "Represent this sentence for searching relevant passages: ";
      DenseVector query = RealModels.embed(bge, List.of(text), Purpose.QUERY).getFirst();
      List<DenseVector> documents =
          RealModels.embed(bge, List.of(text, prompt + text), Purpose.DOCUMENT);
      assertArrayEquals(documents.get(1).toArray(), query.toArray(), 1e-6f);
      assertNotEquals(documents.get(0), query);
      Token word =
          bge.tokenize(text, Purpose.QUERY).tokens().stream()
              .filter(token -> token.piece().equals("bees"))
              .findFirst()
              .orElseThrow();
      assertEquals("bees", word.span().of(text));
    }
  }

  @Test
  void knowsMeaning() {
    List<DenseVector> rows =
        RealModels.embed(
            model,
            List.of("A physician treats the sick.", "Doctors heal patients.", "Rocks are heavy."),
            Purpose.DOCUMENT);
    double near = Similarity.COSINE.between(rows.get(0), rows.get(1));
    double far = Similarity.COSINE.between(rows.get(0), rows.get(2));
    assertTrue(near > far + 0.3, near + " and " + far);
  }
}

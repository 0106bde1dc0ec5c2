package io.semascope.model.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.job.JobContext;
import io.semascope.job.ProgressMeter;
import io.semascope.model.EmbeddedTexts;
import io.semascope.model.EmbeddingModel;
import io.semascope.model.ModelDescriptor;
import io.semascope.model.ModelFile;
import io.semascope.model.ModelFileDamaged;
import io.semascope.model.ModelUnavailable;
import io.semascope.model.Pooling;
import io.semascope.model.Purpose;
import io.semascope.model.Token;
import io.semascope.vector.DenseVector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Proves the plumbing of decoder models (Qwen3) on generated graphs whose output says what was fed: channel 0 the token id, 1 the position id, 2 the mask,
/// 3 the length of the cache, 6 a causal sum, 7 one. It proves plumbing only: no language model is in these graphs.
class TinyGraphTest {
  private static final int END = 32;
  private static final String WITH_CACHE = "qwen-with-cache.onnx";

  @TempDir Path folder;

  private ModelDescriptor descriptor(String graph) throws IOException {
    for (String name : List.of(graph, "tokenizer.json")) {
      Files.write(folder.resolve(name), GoldenVectors.bytes(name));
    }
    return new ModelDescriptor(
        "tiny",
        "Tiny",
        "none",
        ModelDescriptor.Kind.TEXT_EMBEDDING,
        8,
        12,
        Pooling.LAST_TOKEN,
        true,
        "last_hidden_state",
        Map.of(Purpose.QUERY, "river: {text} ?"),
        List.of(4, 2),
        false,
        "",
        "1.23",
        List.of(),
        List.of(file("graph", graph), file("tokenizer", "tokenizer.json")));
  }

  private static ModelFile file(String role, String name) {
    return new ModelFile(
        role, name, 1, role.equals("graph") ? "a".repeat(64) : "b".repeat(64), List.of());
  }

  private EmbeddingModel load(ModelDescriptor descriptor, int dimension) {
    return new OnnxModelLoader(new OneModel(descriptor, folder), RealModels.cache())
        .load(descriptor.id(), dimension, JobContext.direct());
  }

  @Test
  void aGraphThatIsGoneIsToldWithoutWordsOfJava() throws IOException {
    ModelDescriptor descriptor = descriptor(WITH_CACHE);
    Path graph = folder.resolve(WITH_CACHE);
    Files.delete(graph);
    ModelUnavailable gone = assertThrows(ModelUnavailable.class, () -> load(descriptor, 0));
    assertEquals("There is no file " + graph + ".", gone.report().why());
  }

  @ParameterizedTest
  @ValueSource(strings = {WITH_CACHE, "qwen-without-cache.onnx"})
  void readsTheLastTokenAndFeedsWhatTheGraphAsksFor(String graph) throws IOException {
    List<String> texts =
        List.of("the", "rain falls on the old mill", "the bank", "money <|endoftext|> sleeps");
    try (EmbeddingModel model = load(descriptor(graph), 0)) {
      List<DenseVector> rows = RealModels.embed(model, texts, Purpose.DOCUMENT);
      int[] tokens = {2, 7, 3, 4};
      for (int row = 0; row < texts.size(); row++) {
        DenseVector vector = rows.get(row);
        assertEquals(END, channel(vector, 0), 1e-3, "token id");
        assertEquals(tokens[row] - 1, channel(vector, 1), 1e-3, "position id");
        assertEquals(1, channel(vector, 2), 1e-5, "mask");
        assertEquals(0, channel(vector, 3), 1e-5, "cache length");
        DenseVector alone =
            RealModels.embed(model, List.of(texts.get(row)), Purpose.DOCUMENT).get(0);
        assertArrayEquals(alone.toArray(), vector.toArray(), 1e-6f);
      }
    }
  }

  private static double channel(DenseVector vector, int channel) {
    return vector.get(channel) / vector.get(7);
  }

  @Test
  void cutsTheTextButKeepsTheEndToken() throws IOException {
    try (EmbeddingModel model = load(descriptor(WITH_CACHE), 0)) {
      String text = "the rain falls on the old mill and the money sleeps in a quiet vault";
      EmbeddedTexts embedded = model.embed(List.of(text), Purpose.DOCUMENT, JobContext.direct());
      assertEquals(END, channel(embedded.vectors().row(0), 0), 1e-3);
      assertEquals(11, channel(embedded.vectors().row(0), 1), 1e-3);
      assertEquals(12, embedded.truncations().getFirst().keptTokens());
      assertEquals(
          "in a quiet vault",
          embedded.truncations().getFirst().lost().of(text).strip().replace("sleeps ", ""));
    }
  }

  @Test
  void cutsVectorsAndNormalisesAgain() throws IOException {
    ModelDescriptor descriptor = descriptor(WITH_CACHE);
    try (EmbeddingModel whole = load(descriptor, 0);
        EmbeddingModel cut = load(descriptor, 4)) {
      DenseVector full = RealModels.embed(whole, List.of("the mill"), Purpose.DOCUMENT).get(0);
      DenseVector head = RealModels.embed(cut, List.of("the mill"), Purpose.DOCUMENT).get(0);
      assertEquals(4, cut.descriptor().dimension());
      assertArrayEquals(full.head(4).normalised().toArray(), head.toArray(), 1e-6f);
      assertNotEquals(whole.fingerprint(), cut.fingerprint());
    }
    assertThrows(ModelUnavailable.class, () -> load(descriptor, 3));
  }

  @Test
  void putsThePromptAroundTheText() throws IOException {
    try (EmbeddingModel model = load(descriptor(WITH_CACHE), 0)) {
      List<Token> tokens = model.tokenize("money", Purpose.QUERY).tokens();
      assertEquals(
          List.of("river", "<unk>", "money", "?", "<|endoftext|>"),
          tokens.stream().map(Token::piece).toList());
      assertEquals("money", tokens.get(2).span().of("money"));
      assertTrue(tokens.get(0).span().isEmpty() && tokens.get(3).span().isEmpty());
    }
  }

  @Test
  void refusesAGraphThatIsNotWhatItsEntrySays() throws IOException {
    ModelDescriptor sound = descriptor(WITH_CACHE);
    ModelDescriptor otherOutput = OneModel.with(sound, "sentence_embedding", 8, "1.23");
    ModelFileDamaged damaged = assertThrows(ModelFileDamaged.class, () -> load(otherOutput, 0));
    assertTrue(damaged.report().why().contains("last_hidden_state"), damaged.report().why());
    ModelDescriptor otherSize = OneModel.with(sound, "", 16, "1.23");
    try (EmbeddingModel model = load(otherSize, 0)) {
      assertThrows(
          ModelFileDamaged.class, () -> RealModels.embed(model, List.of("a"), Purpose.DOCUMENT));
    }
    ModelDescriptor newer = OneModel.with(sound, "", 8, "99.0");
    assertThrows(ModelUnavailable.class, () -> load(newer, 0));
    Files.writeString(folder.resolve(WITH_CACHE), "no graph at all");
    assertThrows(ModelUnavailable.class, () -> load(sound, 0));
  }

  @Test
  void aTokenizerThatIsNoneIsToldWithoutWordsOfALibrary() throws IOException {
    ModelDescriptor sound = descriptor(WITH_CACHE);
    Path tokenizer = folder.resolve("tokenizer.json");
    assertTokenizerRefused(
        sound, "{}", tokenizer + " stops being a tokenizer file, in line 1, column 2.");
    assertTokenizerRefused(
        sound,
        "{\"version\": \n",
        tokenizer + " ends too early for a tokenizer file, in line 2, column 0.");
    assertTokenizerRefused(
        sound, "letter", tokenizer + " stops being a tokenizer file, in line 1, column 1.");
    Files.delete(tokenizer);
    ModelFileDamaged gone = assertThrows(ModelFileDamaged.class, () -> load(sound, 0));
    assertEquals("There is no file " + tokenizer + ".", gone.report().why());
  }

  private void assertTokenizerRefused(ModelDescriptor descriptor, String content, String why)
      throws IOException {
    Files.writeString(folder.resolve("tokenizer.json"), content);
    ModelFileDamaged damaged = assertThrows(ModelFileDamaged.class, () -> load(descriptor, 0));
    assertEquals(why, damaged.report().why());
    assertNotNull(damaged.getCause());
  }

  /// Each core runs a call of its own, up to eight; a graph of more than 400 MiB takes all cores for one call.
  @Test
  void theCoresAreSharedByTheSizeOfTheGraph() {
    long small = 400L << 20;
    assertEquals(new GraphLoader.CoreUse(1, 1), GraphLoader.CoreUse.of(1, small));
    assertEquals(new GraphLoader.CoreUse(2, 1), GraphLoader.CoreUse.of(2, small));
    assertEquals(new GraphLoader.CoreUse(8, 1), GraphLoader.CoreUse.of(8, small));
    assertEquals(new GraphLoader.CoreUse(8, 1), GraphLoader.CoreUse.of(64, small));
    assertEquals(new GraphLoader.CoreUse(1, 1), GraphLoader.CoreUse.of(1, small + 1));
    assertEquals(new GraphLoader.CoreUse(1, 64), GraphLoader.CoreUse.of(64, small + 1));
  }

  /// The crew is counted while it works. A graphics card takes one call at a time.
  @Test
  void asManyThreadsRunTheGraphAsTheMachineAllows() throws IOException {
    Set<Integer> crews = new HashSet<>();
    JobContext counting =
        new JobContext(Cancellation.never(), ProgressMeter.silent(), () -> crews.add(crew()));
    try (EmbeddingModel model = load(descriptor(WITH_CACHE), 0)) {
      model.embedParts(
          List.of(List.of("the rain"), List.of("the mill")), Purpose.DOCUMENT, counting, _ -> {});
      int cores = Runtime.getRuntime().availableProcessors();
      boolean onCpu = model.device().name().startsWith("CPU");
      assertEquals(Set.of(onCpu ? Math.min(cores, 8) : 1), crews, model.device().name());
    }
  }

  private static int crew() {
    return (int)
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("graph-"))
            .count();
  }

  /// Parts of texts of about the same length: else a few long ones would widen the calls of every part.
  @Test
  void theTextsOfARequestAreTakenLongestFirst() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 1100; i++) {
      texts.add("x".repeat(1 + i * 7 % 30));
    }
    List<List<Integer>> windows = OnnxEmbeddingModel.windows(texts);
    assertEquals(List.of(512, 512, 76), windows.stream().map(List::size).toList());
    List<Integer> order = windows.stream().flatMap(List::stream).toList();
    assertEquals(
        IntStream.range(0, 1100)
            .boxed()
            .sorted(
                Comparator.comparing((Integer row) -> texts.get(row).length())
                    .reversed()
                    .thenComparing(Comparator.naturalOrder()))
            .toList(),
        order);
  }
}

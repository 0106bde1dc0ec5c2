package io.semascope.model;

import io.semascope.job.JobContext;
import io.semascope.problem.ProblemReport;
import io.semascope.text.Span;
import io.semascope.vector.VectorBlock;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A model without weights, for tests: every word has a fixed pseudo-random direction, a text is the normalised sum of its words, so texts that share words
/// are near. Same text, same vector, on every machine and in any company. The purpose changes nothing.
public final class FakeEmbeddingModel implements EmbeddingModel {
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{N}]+|[^\\s\\p{L}\\p{N}]", Pattern.UNICODE_CHARACTER_CLASS);
  private static final int SPECIAL_TOKENS = 2;
  private static final int TEXTS_PER_PAUSE = 16;

  private final ModelDescriptor descriptor;

  /// 32 dimensions and at most 64 tokens.
  public FakeEmbeddingModel() {
    this("fake", 32, 64);
  }

  public FakeEmbeddingModel(String id, int dimension, int maxTokens) {
    descriptor =
        new ModelDescriptor(
            id,
            "Fake model of " + dimension + " dimensions",
            "none",
            ModelDescriptor.Kind.TEXT_EMBEDDING,
            dimension,
            maxTokens,
            Pooling.MEAN,
            true,
            "",
            Map.of(),
            List.of(),
            false,
            "",
            "",
            List.of("Only words count, meaning does not."),
            List.of());
  }

  /// Loads a fake of the id and dimension asked for; dimension 0 means 32.
  public static ModelLoader loader() {
    return (id, dimension, context) ->
        new FakeEmbeddingModel(id, dimension == 0 ? 32 : dimension, 64);
  }

  @Override
  public ModelDescriptor descriptor() {
    return descriptor;
  }

  @Override
  public ModelFingerprint fingerprint() {
    long seed = hash(descriptor.id() + '/' + descriptor.dimension() + '/' + descriptor.maxTokens());
    byte[] bytes = new byte[32];
    new SplittableRandom(seed).nextBytes(bytes);
    return new ModelFingerprint(HexFormat.of().formatHex(bytes));
  }

  @Override
  public Device device() {
    return new Device("fake", "");
  }

  @Override
  public EmbeddedTexts embed(List<String> texts, Purpose purpose, JobContext context) {
    List<float[]> rows = new ArrayList<>();
    List<Truncation> truncations = new ArrayList<>();
    List<Integer> unknown = new ArrayList<>();
    for (int index = 0; index < texts.size(); index++) {
      context.cancellation().check();
      String text = texts.get(index);
      List<Token> tokens = tokenize(text, purpose).tokens();
      int kept = Math.min(tokens.size(), descriptor.maxTokens());
      if (kept < tokens.size()) {
        int from = tokens.get(kept - 1).span().start();
        truncations.add(new Truncation(index, tokens.size(), kept, new Span(from, text.length())));
      }
      if (text.codePoints().allMatch(Character::isSupplementaryCodePoint)) {
        unknown.add(index);
      }
      rows.add(vector(tokens.subList(1, kept - 1)));
      context.meter().advance(index + 1);
      if (index % TEXTS_PER_PAUSE == TEXTS_PER_PAUSE - 1) {
        context.pause().run();
      }
    }
    return new EmbeddedTexts(
        VectorBlock.copyOf(rows, descriptor.dimension()), truncations, unknown);
  }

  private float[] vector(List<Token> words) {
    double[] sum = new double[descriptor.dimension()];
    for (Token word : words) {
      SplittableRandom random = new SplittableRandom(hash(word.piece()));
      for (int i = 0; i < sum.length; i++) {
        sum[i] += random.nextDouble(-1, 1);
      }
    }
    double squares = 0;
    for (double value : sum) {
      squares += value * value;
    }
    float[] scaled = new float[sum.length];
    for (int i = 0; i < sum.length; i++) {
      scaled[i] = (float) (sum[i] / Math.sqrt(squares));
    }
    return scaled;
  }

  @Override
  public Tokenization tokenize(String text, Purpose purpose) {
    if (text.isBlank() || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new InputUnusable(
          new ProblemReport(
              "This text can get no vector.",
              "It is empty, only white space, or broken Unicode (" + text.length() + " chars).",
              "Give a text with at least one word."));
    }
    List<Token> tokens = new ArrayList<>();
    Span nowhere = new Span(0, 0);
    tokens.add(new Token(0, "[CLS]", nowhere, true));
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      String piece = words.group().toLowerCase(Locale.ROOT);
      Span span = new Span(words.start(), words.end());
      tokens.add(new Token((int) (hash(piece) & 0xFFFF) + SPECIAL_TOKENS, piece, span, false));
    }
    tokens.add(new Token(1, "[SEP]", nowhere, true));
    return new Tokenization(tokens, descriptor.maxTokens());
  }

  /// FNV-1a, 64 bits: the same on every machine.
  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (byte value : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (value & 0xFF)) * 0x100000001b3L;
    }
    return hash;
  }

  @Override
  public void close() {}
}

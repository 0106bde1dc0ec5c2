package io.semascope.model.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.semascope.job.JobContext;
import io.semascope.model.EmbeddedTexts;
import io.semascope.model.EmbeddingModel;
import io.semascope.model.Purpose;
import io.semascope.model.Truncation;
import io.semascope.vector.DenseVector;
import io.semascope.vector.Similarity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Compares our vectors with those transformers.js made of the same weights (`golden/README.md` says how, and where the bounds come from).
@Tag("model")
class GoldenVectorsTest {
  /// fp32 agrees on every line; int8 graphs round otherwise under another runtime version, which is known and bounded.
  @ParameterizedTest
  @CsvSource({
    "all-minilm-l6-v2, 0.99999, 0.99999",
    "all-minilm-l6-v2-q, 0.98, 0.998",
    "bge-small-en-v1.5-q, 0.98, 0.998",
    "e5-small-v2-q, 0.98, 0.998"
  })
  void agreesWithTransformersJs(String id, double leastCosine, double leastMean) {
    List<String> sentences = GoldenVectors.sentences();
    assertEquals(200, sentences.size());
    try (EmbeddingModel model = RealModels.load(id)) {
      EmbeddedTexts embedded = model.embed(sentences, Purpose.DOCUMENT, JobContext.direct());
      List<DenseVector> golden = GoldenVectors.of(id, model.descriptor().dimension());
      double lowest = 1;
      double sum = 0;
      for (int row = 0; row < 200; row++) {
        DenseVector ours = embedded.vectors().row(row);
        assertEquals(1, ours.norm(), 1e-6);
        double cosine = Similarity.COSINE.between(golden.get(row), ours);
        lowest = Math.min(lowest, cosine);
        sum += cosine / 200;
      }
      assertTrue(lowest >= leastCosine, id + ": lowest cosine " + lowest);
      assertTrue(sum >= leastMean, id + ": mean cosine " + sum);
      assertSameTokenCounts(id, sentences, model, embedded);
    }
  }

  private static void assertSameTokenCounts(
      String id, List<String> sentences, EmbeddingModel model, EmbeddedTexts embedded) {
    String json = new String(GoldenVectors.bytes(id + ".json"), StandardCharsets.UTF_8);
    JsonObject facts = JsonParser.parseString(json).getAsJsonObject();
    for (int row = 0; row < sentences.size(); row++) {
      int golden = facts.getAsJsonArray("tokensBeforeTruncation").get(row).getAsInt();
      int ours = model.tokenize(sentences.get(row), Purpose.DOCUMENT).tokens().size();
      assertEquals(golden, ours, id + ": tokens of line " + row);
    }
    List<Integer> golden =
        facts.getAsJsonArray("truncated").asList().stream().map(cut -> cut.getAsInt()).toList();
    List<Integer> ours = embedded.truncations().stream().map(Truncation::index).toList();
    assertEquals(golden, ours);
  }
}

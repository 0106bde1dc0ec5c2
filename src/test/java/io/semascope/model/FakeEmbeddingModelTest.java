package io.semascope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.JobContext;
import io.semascope.text.Span;
import io.semascope.vector.DenseVector;
import io.semascope.vector.Similarity;
import java.util.List;
import org.junit.jupiter.api.Test;

class FakeEmbeddingModelTest {
  private final FakeEmbeddingModel model = new FakeEmbeddingModel();

  private List<DenseVector> embed(String... texts) {
    EmbeddedTexts embedded = model.embed(List.of(texts), Purpose.DOCUMENT, JobContext.direct());
    return java.util.stream.IntStream.range(0, texts.length)
        .mapToObj(embedded.vectors()::row)
        .toList();
  }

  @Test
  void textsThatShareWordsAreNearer() {
    List<DenseVector> rows = embed("a cat on a mat", "the cat on the mat", "stock prices fell");
    double near = Similarity.COSINE.between(rows.get(0), rows.get(1));
    double far = Similarity.COSINE.between(rows.get(0), rows.get(2));
    assertTrue(near > far + 0.2, near + " " + far);
    assertEquals(1, rows.get(0).norm(), 1e-6);
  }

  @Test
  void aVectorDoesNotDependOnItsCompany() {
    assertEquals(embed("alone").get(0), embed("first", "alone").get(1));
    assertNotEquals(embed("alone").get(0), embed("other").get(0));
  }

  @Test
  void reportsTheLostTail() {
    FakeEmbeddingModel narrow = new FakeEmbeddingModel("narrow", 8, 4);
    EmbeddedTexts embedded =
        narrow.embed(List.of("one two three four"), Purpose.QUERY, JobContext.direct());
    assertEquals(List.of(new Truncation(0, 6, 4, new Span(8, 18))), embedded.truncations());
  }

  @Test
  void refusesWhatHasNoWords() {
    assertThrows(InputUnusable.class, () -> embed("  \n"));
    assertThrows(InputUnusable.class, () -> embed("half \uD83D of a pair"));
  }
}

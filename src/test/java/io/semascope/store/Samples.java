package io.semascope.store;

import io.semascope.model.ModelFingerprint;
import io.semascope.space.SpaceOrigin;
import io.semascope.text.Chunk;
import io.semascope.text.Document;
import io.semascope.text.Granularity;
import io.semascope.text.Span;
import io.semascope.vector.VectorBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Documents, units and vectors that depend on nothing but what is asked for.
final class Samples {
  static final int DIMENSION = 8;
  static final SpaceOrigin MODEL =
      new SpaceOrigin.FromModel("sample-model", new ModelFingerprint("a1".repeat(32)));
  static final SpaceOrigin OTHER_MODEL =
      new SpaceOrigin.FromModel("other-model", new ModelFingerprint("b2".repeat(32)));
  static final SpaceOrigin IMPORTED =
      new SpaceOrigin.Imported("vectors.npy", new ModelFingerprint("c3".repeat(32)));
  static final Granularity WHOLE = new Granularity.WholeDocument();
  static final Granularity WORD = new Granularity.Word();

  private Samples() {}

  static Document document(String id, String text) {
    return new Document(id, "Title of " + id, text, "category", "sample.csv:1");
  }

  static List<Document> documents(int count) {
    List<Document> documents = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      documents.add(document("doc-" + i, "Text number " + i + " of many."));
    }
    return documents;
  }

  static Chunk whole(Document document) {
    return new Chunk(
        document.id(),
        document.id(),
        WHOLE,
        new Span(0, document.text().length()),
        document.text());
  }

  static List<Chunk> wholes(List<Document> documents) {
    return documents.stream().map(Samples::whole).toList();
  }

  /// The words of a text that are separated by single blanks.
  static List<Chunk> words(Document document) {
    List<Chunk> words = new ArrayList<>();
    int start = 0;
    for (String word : document.text().split(" ")) {
      words.add(
          new Chunk(
              document.id() + "#w" + (words.size() + 1),
              document.id(),
              WORD,
              new Span(start, start + word.length()),
              word));
      start += word.length() + 1;
    }
    return words;
  }

  /// The vector of a text: the same text gives the same values.
  static float[] vector(String text, int dimension) {
    Random random = new Random(text.hashCode());
    float[] values = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      values[i] = random.nextFloat() * 2 - 1;
    }
    return values;
  }

  static VectorBlock vectors(List<Chunk> units) {
    return vectors(units, DIMENSION);
  }

  static VectorBlock vectors(List<Chunk> units, int dimension) {
    return VectorBlock.copyOf(
        units.stream().map(unit -> vector(unit.text(), dimension)).toList(), dimension);
  }
}

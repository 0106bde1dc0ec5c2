package io.semascope.store;

import io.semascope.model.ModelFingerprint;
import io.semascope.model.Truncation;
import io.semascope.neighbour.GraphSearch;
import io.semascope.projection.Pca;
import io.semascope.projection.PlanarLayout;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.projection.Tsne;
import io.semascope.space.SpaceOrigin;
import io.semascope.text.Chunk;
import io.semascope.text.Document;
import io.semascope.text.Granularity;
import io.semascope.text.Span;
import io.semascope.text.TypedText;
import io.semascope.vector.DenseVector;
import io.semascope.vector.VectorBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  /// Twenty documents as wholes and words under one model, an imported space, typed texts, two pictures and a window state.
  static void fill(Workspace workspace) {
    List<Document> documents = documents(20);
    workspace.addDocuments(documents);
    long id = workspace.openSpace(MODEL, DIMENSION, WHOLE).id();
    List<Chunk> units = wholes(documents);
    workspace.addUnits(id, units);
    workspace.putVectors(
        id, units, vectors(units), List.of(new Truncation(3, 300, 256, new Span(10, 20))));
    long wordId = workspace.openSpace(MODEL, DIMENSION, WORD).id();
    documents.forEach(document -> workspace.addUnits(wordId, words(document)));
    List<Chunk> pending = workspace.pending(wordId).subList(0, 10);
    workspace.putVectors(wordId, pending, vectors(pending), List.of());
    long importedId = workspace.openSpace(IMPORTED, 3, WHOLE).id();
    workspace.putImported(importedId, units, vectors(units, 3));
    workspace.addTypedText(
        id, new TypedText("typed-1", "Hello"), DenseVector.of(vector("Hello", DIMENSION)));
    workspace.putProjection(
        List.of(id),
        2,
        new Projection(new Pca(), layout(20), new ProjectionFacts.OfPca(0.31, 0.17)));
    workspace.putProjection(
        List.of(id),
        2,
        new Projection(
            tsneOfVersionOne(), layout(20), new ProjectionFacts.OfTsne(6.3, 750, 750, 1.25)));
    workspace.putWindowState(Map.of("panel", "map", "theme", "light"));
  }

  static PlanarLayout layout(int count) {
    return PlanarLayout.copyOf(vector("layout", 2 * count));
  }

  /// What a t-SNE was before an engine could be chosen by size, a run could end by itself, and neighbours could be approximate.
  static Tsne tsneOfVersionOne() {
    return new Tsne(
        30, 42, Tsne.Engine.BARNES_HUT, 250, 500, 12, 0, false, new GraphSearch.Exact());
  }
}

package io.semascope.store;

import io.semascope.space.SpaceSummary;
import io.semascope.text.Chunk;
import io.semascope.text.Document;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Imports the same documents in small batches whenever it is started, going on where it was stopped. `KillTest` runs it in a process of its own.
final class ImportingProcess {
  static final int DOCUMENTS = 1800;
  static final int DOCUMENT_BATCH = 60;
  static final int VECTOR_BATCH = 12;
  static final int DIMENSION = 384;

  private ImportingProcess() {}

  /// Takes the path of the workspace; prints a line after each call that has returned.
  public static void main(String[] arguments) {
    try (Workspace workspace = Workspace.openOrCreate(Path.of(arguments[0]))) {
      run(
          workspace,
          line -> {
            System.out.println(line);
            System.out.flush();
          });
    }
  }

  static void run(Workspace workspace, Consumer<String> committed) {
    committed.accept("opened 0");
    List<Document> documents = Samples.documents(DOCUMENTS);
    for (int from = workspace.documents().size(); from < DOCUMENTS; from += DOCUMENT_BATCH) {
      workspace.addDocuments(documents.subList(from, from + DOCUMENT_BATCH));
      committed.accept("documents " + (from + DOCUMENT_BATCH));
    }
    SpaceSummary summary = workspace.openSpace(Samples.MODEL, DIMENSION, Samples.WHOLE);
    long space = summary.id();
    List<Chunk> units = Samples.wholes(documents);
    for (int from = summary.units(); from < DOCUMENTS; from += DOCUMENT_BATCH) {
      workspace.addUnits(space, units.subList(from, from + DOCUMENT_BATCH));
      committed.accept("units " + (from + DOCUMENT_BATCH));
    }
    List<Chunk> pending = workspace.pending(space);
    for (int from = 0; from < pending.size(); from += VECTOR_BATCH) {
      List<Chunk> batch = pending.subList(from, Math.min(pending.size(), from + VECTOR_BATCH));
      workspace.putVectors(space, batch, Samples.vectors(batch, DIMENSION), List.of());
      int there = DOCUMENTS - pending.size() + from + batch.size();
      committed.accept("vectors " + there);
    }
    workspace.putWindowState(java.util.Map.of("import", "done"));
    committed.accept("finished 0");
  }
}

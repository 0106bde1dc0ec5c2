package io.semascope.session;

import io.semascope.corpus.NpyFile;
import io.semascope.corpus.UnitTable;
import io.semascope.job.Cancellation;
import io.semascope.model.ModelFingerprint;
import io.semascope.problem.ProblemReport;
import io.semascope.space.SpaceMismatch;
import io.semascope.space.SpaceOrigin;
import io.semascope.space.SpaceSummary;
import io.semascope.store.DocumentsAdded;
import io.semascope.store.Workspace;
import io.semascope.text.Chunk;
import io.semascope.text.Document;
import io.semascope.text.Granularity;
import io.semascope.text.TextUnit;
import io.semascope.text.TypedText;
import io.semascope.vector.VectorBlock;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads vectors another tool made, with their texts, into spaces of their own that have no model: one for each granularity in the file.
final class ImportVectors {
  /// Keeps two ids from running into one another.
  private static final byte UNIT_END = 0x1E;

  private final Workspace workspace;

  ImportVectors(Workspace workspace) {
    this.workspace = workspace;
  }

  ImportedVectors run(Path vectorFile, Path unitFile, Cancellation cancellation) {
    NpyFile.Contents contents = NpyFile.read(vectorFile, cancellation);
    UnitTable table = UnitTable.read(unitFile, cancellation);
    VectorBlock vectors = contents.vectors();
    if (table.units().size() != vectors.count()) {
      throw rowsDiffer(vectorFile, unitFile, vectors.count(), table.units().size());
    }
    SpaceOrigin origin =
        new SpaceOrigin.Imported(
            vectorFile.getFileName().toString(), fingerprint(vectors, table.units()));
    DocumentsAdded added = workspace.addDocuments(table.documents());
    Map<String, String> storedIds = ids(table.documents(), added.stored());
    Map<Granularity, List<Integer>> rowsByLevel = new LinkedHashMap<>();
    List<Integer> typedRows = new ArrayList<>();
    for (int row = 0; row < table.units().size(); row++) {
      switch (table.units().get(row)) {
        case Chunk chunk ->
            rowsByLevel.computeIfAbsent(chunk.granularity(), level -> new ArrayList<>()).add(row);
        case TypedText typed -> typedRows.add(row);
      }
    }
    List<Long> spaceIds = new ArrayList<>();
    rowsByLevel.forEach(
        (level, rows) -> {
          SpaceSummary space = workspace.openSpace(origin, vectors.dimension(), level);
          List<Chunk> chunks =
              rows.stream().map(row -> renamed((Chunk) table.units().get(row), storedIds)).toList();
          workspace.putImported(
              space.id(),
              chunks,
              rows.size() == vectors.count()
                  ? vectors
                  : vectors.select(rows.stream().mapToInt(Integer::intValue).toArray()));
          spaceIds.add(space.id());
        });
    // As long as it is held the store need not read the documents back.
    Reference.reachabilityFence(added);
    List<String> notes = new ArrayList<>(contents.notes());
    notes.addAll(table.notes());
    keepTyped(table.units(), typedRows, vectors, spaceIds, notes);
    List<SpaceSummary> spaces =
        workspace.spaces().stream().filter(space -> spaceIds.contains(space.id())).toList();
    return new ImportedVectors(spaces, notes);
  }

  private void keepTyped(
      List<TextUnit> units,
      List<Integer> typedRows,
      VectorBlock vectors,
      List<Long> spaceIds,
      List<String> notes) {
    if (typedRows.isEmpty()) {
      return;
    }
    if (spaceIds.isEmpty()) {
      throw new SpaceMismatch(
          new ProblemReport(
              "The vectors were not imported.",
              typedRows.size() == 1
                  ? "Its only unit is a typed text and belongs to no document."
                  : "All "
                      + typedRows.size()
                      + " units are typed texts and none belongs to a document.",
              "Export a space that has documents."));
    }
    for (int row : typedRows) {
      workspace.addTypedText(spaceIds.getFirst(), (TypedText) units.get(row), vectors.row(row));
    }
    notes.add(
        typedRows.size() == 1
            ? "1 typed text came along."
            : typedRows.size() + " typed texts came along.");
  }

  /// The ids that documents have in the workspace.
  private static Map<String, String> ids(List<Document> documents, List<Document> stored) {
    Map<String, String> ids = HashMap.newHashMap(documents.size());
    for (int i = 0; i < documents.size(); i++) {
      ids.put(documents.get(i).id(), stored.get(i).id());
    }
    return ids;
  }

  /// A document whose id was taken has another one here, and its chunks follow it.
  private static Chunk renamed(Chunk chunk, Map<String, String> storedIds) {
    String id = storedIds.getOrDefault(chunk.documentId(), chunk.documentId());
    if (id.equals(chunk.documentId())) {
      return chunk;
    }
    String unitId =
        chunk.id().startsWith(chunk.documentId())
            ? id + chunk.id().substring(chunk.documentId().length())
            : chunk.id();
    return new Chunk(unitId, id, chunk.granularity(), chunk.span(), chunk.text());
  }

  private static SpaceMismatch rowsDiffer(Path vectorFile, Path unitFile, int vectors, int units) {
    return new SpaceMismatch(
        new ProblemReport(
            "The vectors were not imported.",
            "%s has %,d rows but %s has %,d units."
                .formatted(vectorFile.getFileName(), vectors, unitFile.getFileName(), units),
            "Give the two files that were exported together."));
  }

  /// Nothing is known about the contract, so only the very same values for the very same units count as the same space.
  private static ModelFingerprint fingerprint(VectorBlock vectors, List<TextUnit> units) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(("imported " + vectors.dimension()).getBytes(StandardCharsets.US_ASCII));
      long bytes = vectors.segment().byteSize();
      long part = 1 << 20;
      for (long from = 0; from < bytes; from += part) {
        digest.update(vectors.segment().asSlice(from, Math.min(part, bytes - from)).asByteBuffer());
      }
      for (TextUnit unit : units) {
        digest.update(unit.id().getBytes(StandardCharsets.UTF_16LE));
        digest.update(UNIT_END);
      }
      return new ModelFingerprint(HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}

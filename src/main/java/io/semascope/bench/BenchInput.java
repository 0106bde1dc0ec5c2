package io.semascope.bench;

import io.semascope.corpus.NpyFile;
import io.semascope.corpus.UnitTable;
import io.semascope.job.Cancellation;
import io.semascope.problem.ProblemReport;
import io.semascope.projection.quality.RowClasses;
import io.semascope.space.SpaceMismatch;
import io.semascope.text.Chunk;
import io.semascope.text.Document;
import io.semascope.text.TextUnit;
import io.semascope.text.TypedText;
import io.semascope.vector.VectorBlock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What the engines are measured on.
///
/// @param vectors row i belongs to unit i
/// @param units as many as there are rows
/// @param documents those the units were cut from
/// @param notes what was converted or guessed, one sentence each
public record BenchInput(
    VectorBlock vectors, List<TextUnit> units, List<Document> documents, List<String> notes) {
  public BenchInput {
    units = List.copyOf(units);
    documents = List.copyOf(documents);
    notes = List.copyOf(notes);
  }

  /// For engines that make their own input.
  public static BenchInput none() {
    return new BenchInput(VectorBlock.copyOf(List.of(), 1), List.of(), List.of(), List.of());
  }

  /// The category of each row's document, as the quality of a map asks for them; a typed text has none.
  RowClasses classes() {
    Map<String, Document> known =
        documents.stream().collect(Collectors.toMap(Document::id, Function.identity()));
    List<Optional<String>> names = new ArrayList<>(units.size());
    for (TextUnit unit : units) {
      names.add(
          switch (unit) {
            case Chunk chunk ->
                Optional.ofNullable(known.get(chunk.documentId()))
                    .map(Document::category)
                    .filter(category -> !category.isEmpty());
            case TypedText typed -> Optional.empty();
          });
    }
    return RowClasses.of(names);
  }

  /// Reads both files. Throws `CorpusUnreadable`, `SpaceMismatch` when they have not the same number of rows, `JobCancelled`.
  public static BenchInput read(Path vectorFile, Path unitFile, Cancellation cancellation) {
    NpyFile.Contents contents = NpyFile.read(vectorFile, cancellation);
    UnitTable table = UnitTable.read(unitFile, cancellation);
    int rows = contents.vectors().count();
    if (table.units().size() != rows) {
      throw new SpaceMismatch(
          new ProblemReport(
              "Nothing was measured.",
              "%s has %,d rows but %s has %,d units."
                  .formatted(
                      vectorFile.getFileName(), rows, unitFile.getFileName(), table.units().size()),
              "Give the two files that were exported together."));
    }
    List<String> notes = new ArrayList<>(contents.notes());
    notes.addAll(table.notes());
    return new BenchInput(contents.vectors(), table.units(), table.documents(), notes);
  }
}

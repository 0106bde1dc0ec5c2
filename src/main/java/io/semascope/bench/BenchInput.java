package io.semascope.bench;

import io.semascope.corpus.NpyFile;
import io.semascope.corpus.UnitTable;
import io.semascope.job.Cancellation;
import io.semascope.problem.ProblemReport;
import io.semascope.space.SpaceMismatch;
import io.semascope.text.Document;
import io.semascope.text.TextUnit;
import io.semascope.vector.VectorBlock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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

  /// Reads both files. Throws `CorpusUnreadable`, `SpaceMismatch` when they have not the same number of rows, `JobCancelled`.
  public static BenchInput read(Path vectorFile, Path unitFile, Cancellation cancellation) {
    NpyFile.Contents contents = NpyFile.read(vectorFile, cancellation);
    UnitTable table = UnitTable.read(unitFile, cancellation);
    int rows = contents.vectors().count();
    if (table.units().size() != rows) {
      throw new SpaceMismatch(
          new ProblemReport(
              "Nothing was measured.",
              "%s has %d rows but %s has %d units."
                  .formatted(
                      vectorFile.getFileName(), rows, unitFile.getFileName(), table.units().size()),
              "Give the two files that were exported together."));
    }
    List<String> notes = new ArrayList<>(contents.notes());
    notes.addAll(table.notes());
    return new BenchInput(contents.vectors(), table.units(), table.documents(), notes);
  }
}

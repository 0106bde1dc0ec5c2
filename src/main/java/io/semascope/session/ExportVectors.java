package io.semascope.session;

import io.semascope.corpus.ExportFailed;
import io.semascope.corpus.NpyFile;
import io.semascope.corpus.UnitTable;
import io.semascope.space.VectorSpace;
import java.nio.file.Path;

/// Writes the shown units and their vectors in the same order.
final class ExportVectors {
  private final SessionState state;

  ExportVectors(SessionState state) {
    this.state = state;
  }

  VectorSpace run(Path vectorFile, Path unitFile) {
    VectorSpace space =
        state
            .space()
            .orElseThrow(
                () ->
                    SessionProblem.noSpace(
                        state.workspaceFile().map(Path::toString).orElse("the workspace")));
    if (vectorFile.toAbsolutePath().normalize().equals(unitFile.toAbsolutePath().normalize())) {
      throw ExportFailed.because(vectorFile, "Vectors and units were to go into the same file.");
    }
    NpyFile.write(vectorFile, space.vectors());
    UnitTable.write(unitFile, space.units(), state.documents());
    return space;
  }
}

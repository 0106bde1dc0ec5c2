package io.semascope.session;

import io.semascope.corpus.ExportFailed;
import io.semascope.corpus.NpyFile;
import io.semascope.corpus.UnitTable;
import io.semascope.job.Cancellation;
import io.semascope.projection.variance.ComponentsOutOfRange;
import io.semascope.projection.variance.PrincipalComponents;
import io.semascope.space.VectorSpace;
import io.semascope.vector.VectorBlock;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/// Writes the shown units and their vectors in the same order.
final class ExportVectors {
  private final SessionState state;

  ExportVectors(SessionState state) {
    this.state = state;
  }

  VectorSpace run(Path vectorFile, Path unitFile, Cancellation cancellation) {
    return run(vectorFile, unitFile, VectorSpace::vectors, cancellation);
  }

  /// The same with the vectors on their first principal components, found of all units that belong to documents; the shares they carry come back.
  PrincipalComponents runOnComponents(
      Path vectorFile, Path unitFile, int kept, Cancellation cancellation) {
    int chunks = state.chunkCount();
    AtomicReference<Optional<PrincipalComponents>> found = new AtomicReference<>(Optional.empty());
    run(
        vectorFile,
        unitFile,
        space -> {
          PrincipalComponents components =
              PrincipalComponents.of(space.vectors().firstRows(chunks), cancellation);
          ComponentsOutOfRange.require(kept, components.rows(), components.count());
          found.set(Optional.of(components));
          return components.project(space.vectors(), kept, cancellation);
        },
        cancellation);
    return found.get().orElseThrow();
  }

  private VectorSpace run(
      Path vectorFile,
      Path unitFile,
      Function<VectorSpace, VectorBlock> written,
      Cancellation cancellation) {
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
    NpyFile.write(vectorFile, written.apply(space), cancellation);
    UnitTable.write(unitFile, space.units(), state.documents());
    return space;
  }
}

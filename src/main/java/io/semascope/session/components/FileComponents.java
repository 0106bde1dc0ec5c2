package io.semascope.session.components;

import io.semascope.corpus.ExportFailed;
import io.semascope.corpus.NpyFile;
import io.semascope.job.Cancellation;
import io.semascope.projection.variance.ComponentShares;
import io.semascope.projection.variance.ComponentsOutOfRange;
import io.semascope.projection.variance.PrincipalComponents;
import io.semascope.vector.VectorBlock;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// How much of the variance of a file's vectors lies along each principal component.
///
/// @param parts how many pieces it was read in, one after the other through the same memory; 1 when it was read whole
/// @param partBytes the most memory that vectors took at a time
/// @param notes what was converted, one sentence each
public record FileComponents(
    ComponentShares shares, int parts, long partBytes, List<String> notes) {
  /// A file that takes more than this share of the memory allowed is read in parts: the session may hold a space besides.
  private static final int SHARE = 4;

  private static final long PART_BYTES = 1L << 26;

  /// So that reading in parts is that also where the file is small.
  private static final int FEWEST_PARTS = 4;

  public FileComponents {
    notes = List.copyOf(notes);
  }

  /// Reads the file and finds its components. Throws `CorpusUnreadable`; `JobCancelled` when asked to stop.
  ///
  /// @param inParts whether it is read in parts even if there is room for all
  public static FileComponents of(Path vectorFile, boolean inParts, Cancellation cancellation) {
    return of(vectorFile, inParts, Runtime.getRuntime().maxMemory(), cancellation);
  }

  static FileComponents of(
      Path vectorFile, boolean inParts, long allowedBytes, Cancellation cancellation) {
    return find(Source.of(vectorFile, inParts, allowedBytes), part -> {}, cancellation).told();
  }

  /// Reads the file twice: finds its components, then writes every row on the first of them, in the same parts, so that neither the vectors nor the result need room
  /// for all. Nothing is left of a run that is stopped. Throws `CorpusUnreadable`; `ComponentsOutOfRange`; `ExportFailed`, also
  /// when the file would take the place of the one it is made from; `JobCancelled` when asked to stop.
  public static FileComponents write(Wish wish, Cancellation cancellation) {
    return write(wish, Runtime.getRuntime().maxMemory(), cancellation);
  }

  static FileComponents write(Wish wish, long allowedBytes, Cancellation cancellation) {
    if (isSame(wish.vectorFile, wish.target)) {
      throw ExportFailed.because(wish.target, "The vectors are read from this very file.");
    }
    Source source = Source.of(wish.vectorFile, wish.inParts, allowedBytes);
    AtomicReference<Optional<Found>> told = new AtomicReference<>(Optional.empty());
    NpyFile.writeInParts(
        wish.target,
        NpyFile.rows(wish.vectorFile),
        wish.kept,
        receiver -> {
          long rows = NpyFile.rows(wish.vectorFile);
          Found found =
              find(
                  source,
                  part -> ComponentsOutOfRange.require(wish.kept, rows, part.dimension()),
                  cancellation);
          told.set(Optional.of(found));
          try (Arena arena = Arena.ofShared()) {
            Projector projector = new Projector(found.components, wish.kept, arena);
            NpyFile.readInParts(
                source.file,
                source.partBytes,
                part -> receiver.accept(projector.project(part, cancellation)),
                cancellation);
          }
        });
    return told.get().orElseThrow().told();
  }

  private static boolean isSame(Path file, Path target) {
    try {
      return Files.exists(target) && Files.isSameFile(file, target);
    } catch (IOException unreadable) {
      // Reading the one or writing the other fails for the same reason and says so.
      return false;
    }
  }

  /// @param watcher sees each part first
  private static Found find(
      Source source, Consumer<VectorBlock> watcher, Cancellation cancellation) {
    PrincipalComponents.Incremental sums = new PrincipalComponents.Incremental();
    AtomicInteger parts = new AtomicInteger();
    List<String> notes =
        NpyFile.readInParts(
            source.file,
            source.partBytes,
            part -> {
              watcher.accept(part);
              sums.add(part, cancellation);
              parts.incrementAndGet();
            },
            cancellation);
    return new Found(
        sums.components(cancellation),
        parts.get(),
        Math.min(source.partBytes, source.bytes),
        notes);
  }

  /// Vectors on their first components.
  ///
  /// @param inParts whether the file is read in parts even if there is room for all
  /// @param kept how many components
  /// @param target where the vectors go: float32, rows in the order of the file
  public record Wish(Path vectorFile, boolean inParts, int kept, Path target) {}

  /// @param partBytes the most that is read at a time
  private record Source(Path file, long bytes, long partBytes) {
    static Source of(Path vectorFile, boolean inParts, long allowedBytes) {
      long bytes = NpyFile.bytesInMemory(vectorFile);
      boolean large = bytes > allowedBytes / SHARE;
      return new Source(
          vectorFile,
          bytes,
          inParts || large ? Math.clamp(bytes / FEWEST_PARTS, 1, PART_BYTES) : Math.max(1, bytes));
    }
  }

  private record Found(
      PrincipalComponents components, int parts, long partBytes, List<String> notes) {
    FileComponents told() {
      return new FileComponents(components.shares(), parts, partBytes, notes);
    }
  }

  /// Puts parts on components, one after the other in the same memory: the first part has the most rows.
  private static final class Projector {
    private final PrincipalComponents components;
    private final int kept;
    private final Arena arena;
    private Optional<MemorySegment> memory = Optional.empty();

    Projector(PrincipalComponents components, int kept, Arena arena) {
      this.components = components;
      this.kept = kept;
      this.arena = arena;
    }

    VectorBlock project(VectorBlock part, Cancellation cancellation) {
      long bytes = (long) part.count() * kept * Float.BYTES;
      if (memory.isEmpty()) {
        memory = Optional.of(arena.allocate(bytes, 64));
      }
      return components.project(part, kept, memory.get().asSlice(0, bytes), cancellation);
    }
  }
}

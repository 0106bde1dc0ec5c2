package io.semascope.session.components;

import io.semascope.corpus.NpyFile;
import io.semascope.job.Cancellation;
import io.semascope.projection.variance.ComponentShares;
import io.semascope.projection.variance.PrincipalComponents;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

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
    long bytes = NpyFile.bytesInMemory(vectorFile);
    boolean large = bytes > allowedBytes / SHARE;
    long partBytes =
        inParts || large ? Math.clamp(bytes / FEWEST_PARTS, 1, PART_BYTES) : Math.max(1, bytes);
    PrincipalComponents.Incremental sums = new PrincipalComponents.Incremental();
    AtomicInteger parts = new AtomicInteger();
    List<String> notes =
        NpyFile.readInParts(
            vectorFile,
            partBytes,
            part -> {
              sums.add(part, cancellation);
              parts.incrementAndGet();
            },
            cancellation);
    return new FileComponents(
        sums.components(cancellation).shares(), parts.get(), Math.min(partBytes, bytes), notes);
  }
}

package io.semascope.neighbour;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.neighbour.quantised.LazyCodes;
import io.semascope.neighbour.quantised.RowCodes;
import io.semascope.vector.Kernel;
import io.semascope.vector.Kernels;
import io.semascope.vector.Similarity;
import io.semascope.vector.VectorBlock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Compares a query with every row. The answer is exact in double precision and the same on every machine.
///
/// A float32 kernel gives each row an interval that is certain to hold its true value; every row whose interval reaches into the best k is then
/// computed again in double precision by `Similarity`. So a fast kernel cannot change which rows are found, nor their order.
///
/// From the second question on, a large block is first read as one byte per value (`RowCodes`), which gives wider intervals from a quarter of the memory;
/// where those leave too many rows, float32 decides as before. That costs count · (dimension + 8) bytes more and changes no answer.
///
/// A question that is known to accept few rows is answered without reading the others.
///
/// Two kinds of rows are never found: those with a value that is not finite, and, by cosine, those of length zero, whose cosine is undefined. A query of
/// length zero finds nothing by cosine. `rowsNotFinite` and `rowsWithoutDirection` count them, so that a face can say so.
///
/// Safe for use from several threads. A query's filter may be called from several threads at once.
public final class ExactIndex implements NeighbourIndex {
  /// Rows per block of the scan: 6 MiB at 384 dimensions, about a millisecond of work.
  private static final int BLOCK_ROWS = RowCodes.CHUNK_ROWS;

  /// Rows that stay in the second-level cache while several queries are compared with them.
  private static final int CACHED_ROWS = 128;

  /// Queries asked together that still gain from codes: comparing is what takes the time for more, and codes must be widened for each of them.
  private static final int MOST_CODED = 4;

  /// A scan of codes is given up when it leaves more than this part of all rows.
  private static final int CODED_SHARE = 32;

  /// A question that accepts at most this part of all rows reads no others: their values are half as many bytes as the codes of all.
  private static final int FEW_SHARE = 8;

  private final VectorBlock block;
  private final LazyCodes codes;
  private final double[] norms;
  private final Kernel kernel;

  private ExactIndex(VectorBlock block, double[] norms, Kernel kernel) {
    this.block = block;
    this.codes = new LazyCodes(block);
    this.norms = norms;
    this.kernel = kernel;
  }

  /// An index over `block`, which costs one pass over it to know the length of every row. Throws `JobCancelled` when asked to stop.
  public static ExactIndex over(VectorBlock block, Cancellation cancellation) {
    return over(block, Kernels.best(), cancellation);
  }

  static ExactIndex over(VectorBlock block, Kernel kernel, Cancellation cancellation) {
    double[] norms = new double[block.count()];
    Fork.blocks(
        blocks(block.count()),
        cancellation,
        part -> {
          for (int row = start(part); row < end(part, block.count()); row++) {
            norms[row] = block.norm(row);
          }
        });
    return new ExactIndex(block, norms, kernel);
  }

  /// The same with codes from the first question on, however few rows there are.
  static ExactIndex coded(VectorBlock block, Cancellation cancellation) {
    ExactIndex index = over(block, cancellation);
    index.codes.make(cancellation);
    return index;
  }

  /// Makes the codes before there is a question, where they pay: for whoever knows that many will come. Throws `JobCancelled` when asked to stop.
  public void prepare(Cancellation cancellation) {
    if (codes.worthwhile()) {
      codes.make(cancellation);
    }
  }

  /// Bytes that a prepared index reads to answer one question.
  public long bytesPerQuestion() {
    int perValue = codes.worthwhile() ? Byte.BYTES : Float.BYTES;
    return (long) block.count() * (block.dimension() * perValue + Double.BYTES);
  }

  /// How many rows hold a value that is not finite.
  public int rowsNotFinite() {
    return (int) Arrays.stream(norms).filter(norm -> !Double.isFinite(norm)).count();
  }

  /// How many rows have length zero.
  public int rowsWithoutDirection() {
    return (int) Arrays.stream(norms).filter(norm -> norm == 0).count();
  }

  /// {@inheritDoc} Also throws `IllegalArgumentException` when the query holds a value that is not finite.
  @Override
  public NeighbourList nearest(NeighbourQuery query, Cancellation cancellation) {
    return query.mostAccepted() <= block.count() / FEW_SHARE
        ? nearestAccepted(query, cancellation)
        : nearest(List.of(query), cancellation).getFirst();
  }

  /// The same answer without a look at the rows that are not accepted: for filters that let few in. Makes no codes.
  public NeighbourList nearestAccepted(NeighbourQuery query, Cancellation cancellation) {
    ExactScan scan = ExactScan.ofAccepted(this, query);
    Fork.blocks(blocks(block.count()), cancellation, part -> scan(List.of(scan), part));
    return best(scan, cancellation);
  }

  /// {@inheritDoc} All queries share one pass over the rows.
  @Override
  public List<NeighbourList> nearest(List<NeighbourQuery> queries, Cancellation cancellation) {
    Optional<RowCodes> coded =
        queries.size() > MOST_CODED ? Optional.empty() : codes.forQuestion(cancellation);
    return scanned(queries, coded, cancellation).stream()
        .map(scan -> best(scan, cancellation))
        .toList();
  }

  /// Scans that know their candidates; those that codes cannot decide are made again from the values themselves.
  private List<ExactScan> scanned(
      List<NeighbourQuery> queries, Optional<RowCodes> coded, Cancellation cancellation) {
    List<ExactScan> scans =
        queries.stream().map(query -> new ExactScan(this, query, coded)).toList();
    Fork.blocks(blocks(block.count()), cancellation, part -> scan(scans, part));
    return coded.isEmpty()
        ? scans
        : scans.stream().map(scan -> decided(scan, cancellation)).toList();
  }

  private ExactScan decided(ExactScan scan, Cancellation cancellation) {
    int few = Math.max(2 * scan.query().count(), block.count() / CODED_SHARE);
    return scan.candidates().length <= few
        ? scan
        : scanned(List.of(scan.query()), Optional.empty(), cancellation).getFirst();
  }

  /// Shows each query a stretch of rows while it is in the cache.
  private void scan(List<ExactScan> scans, int part) {
    ExactScan.Scratch scratch = new ExactScan.Scratch(CACHED_ROWS);
    for (int first = start(part); first < end(part, block.count()); first += CACHED_ROWS) {
      int count = Math.min(CACHED_ROWS, end(part, block.count()) - first);
      for (ExactScan scan : scans) {
        scan.part(part).take(first, count, scratch);
      }
    }
  }

  /// Compares what a scan left once more, in double precision.
  private NeighbourList best(ExactScan scan, Cancellation cancellation) {
    NeighbourQuery query = scan.query();
    Similarity similarity = query.similarity();
    int[] candidates = scan.candidates();
    Neighbour[] found = new Neighbour[candidates.length];
    Fork.blocks(
        blocks(candidates.length),
        cancellation,
        part -> {
          for (int i = start(part); i < end(part, candidates.length); i++) {
            int row = candidates[i];
            found[i] = new Neighbour(row, similarity.between(query.vector(), block.row(row)));
          }
        });
    Arrays.sort(found, nearestFirst(similarity));
    return new NeighbourList(
        similarity, Arrays.asList(found).subList(0, Math.min(query.count(), found.length)), true);
  }

  private static Comparator<Neighbour> nearestFirst(Similarity similarity) {
    Comparator<Neighbour> byValue = Comparator.comparingDouble(Neighbour::value);
    return (similarity.largerIsNearer() ? byValue.reversed() : byValue)
        .thenComparingInt(Neighbour::row);
  }

  private static int blocks(int rows) {
    return Math.ceilDiv(rows, BLOCK_ROWS);
  }

  private static int start(int part) {
    return part * BLOCK_ROWS;
  }

  private static int end(int part, int rows) {
    return Math.min(start(part) + BLOCK_ROWS, rows);
  }

  /// How many parts a scan has.
  int parts() {
    return blocks(block.count());
  }

  /// The most rows a part has.
  int partRows() {
    return BLOCK_ROWS;
  }

  VectorBlock block() {
    return block;
  }

  Kernel kernel() {
    return kernel;
  }

  /// The Euclidean length of every row.
  double[] norms() {
    return norms;
  }

  /// The Euclidean length of a row.
  double norm(int row) {
    return norms[row];
  }
}

package io.semascope.projection.quality;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.job.Scratch;
import io.semascope.neighbour.SquaredDistances;
import io.semascope.vector.Estimate;
import io.semascope.vector.VectorBlock;
import java.util.Arrays;
import java.util.Optional;

/// How some rows fare, each compared with all others.
final class RowTallies {
  private static final int ROWS_AT_ONCE = 16;

  private final QualityQuestion question;
  private final int k;
  private final int[] rows;
  private final Cancellation cancellation;
  private final Scratch<Distances> scratch;
  private final double[] trustworthiness;
  private final double[] continuity;
  private final double[] kept;
  private final double[] sameClassOnMap;
  private final double[] sameClassInSpace;

  /// Squared distances from some rows to all.
  private static final class Distances {
    final float[][] inSpace;

    /// Of one row at a time.
    final float[] onMap;

    Distances(int count) {
      inSpace = new float[ROWS_AT_ONCE][count];
      onMap = new float[count];
    }
  }

  private RowTallies(QualityQuestion question, int k, int[] rows, Cancellation cancellation) {
    this.question = question;
    this.k = k;
    this.rows = rows;
    this.cancellation = cancellation;
    int count = question.block().count();
    scratch = new Scratch<>(() -> new Distances(count));
    trustworthiness = new double[rows.length];
    continuity = new double[rows.length];
    kept = new double[rows.length];
    sameClassOnMap = new double[rows.length];
    sameClassInSpace = new double[rows.length];
  }

  static RowTallies of(QualityQuestion question, int k, int[] rows, Cancellation cancellation) {
    RowTallies tallies = new RowTallies(question, k, rows, cancellation);
    Fork.blocks(
        (rows.length + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE,
        cancellation,
        part -> tallies.scratch.lend(room -> tallies.measure(part * ROWS_AT_ONCE, room)));
    return tallies;
  }

  /// How many neighbours were compared.
  int neighbours() {
    return k;
  }

  int measuredRows() {
    return rows.length;
  }

  double[] trustworthiness() {
    return trustworthiness.clone();
  }

  double[] continuity() {
    return continuity.clone();
  }

  double[] kept() {
    return kept.clone();
  }

  /// Empty when no measured row has a class.
  Optional<ClassAgreement> classAgreement(RowClasses classes) {
    int[] withClass = new int[rows.length];
    int found = 0;
    for (int i = 0; i < rows.length; i++) {
      if (classes.has(rows[i])) {
        withClass[found++] = i;
      }
    }
    if (found == 0) {
      return Optional.empty();
    }
    int population = 0;
    for (int row = 0; row < classes.rows(); row++) {
      population += classes.has(row) ? 1 : 0;
    }
    int[] chosen = Arrays.copyOf(withClass, found);
    return Optional.of(
        new ClassAgreement(
            Estimate.ofSample(chosen(sameClassOnMap, chosen), population),
            Estimate.ofSample(chosen(sameClassInSpace, chosen), population),
            found,
            classes.count()));
  }

  private static double[] chosen(double[] values, int[] places) {
    double[] chosen = new double[places.length];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = values[places[i]];
    }
    return chosen;
  }

  private void measure(int from, Distances room) {
    int some = Math.min(ROWS_AT_ONCE, rows.length - from);
    findInSpace(from, some, room.inSpace);
    NearestRows onMap = new NearestRows(room.onMap, k);
    for (int i = 0; i < some; i++) {
      cancellation.check();
      int row = rows[from + i];
      MapQuality.mapDistances(question.layout(), row, room.onMap);
      onMap.find(row);
      NearestRows near = new NearestRows(room.inSpace[i], k);
      near.find(row);
      tally(from + i, near, onMap);
    }
  }

  private void tally(int place, NearestRows inSpace, NearestRows onMap) {
    RowClasses classes = question.classes();
    int row = rows[place];
    long intrusion = 0;
    long tear = 0;
    int both = 0;
    int sameOnMap = 0;
    int sameInSpace = 0;
    for (int rank = 1; rank <= k; rank++) {
      int seen = onMap.row(rank);
      int real = inSpace.row(rank);
      if (inSpace.has(seen)) {
        both++;
      } else {
        intrusion += inSpace.rank(seen) - k;
      }
      if (!onMap.has(real)) {
        tear += onMap.rank(real) - k;
      }
      sameOnMap += classes.same(row, seen) ? 1 : 0;
      sameInSpace += classes.same(row, real) ? 1 : 0;
    }
    double worst = k * (2.0 * question.block().count() - 3.0 * k - 1) / 2;
    trustworthiness[place] = 1 - intrusion / worst;
    continuity[place] = 1 - tear / worst;
    kept[place] = (double) both / k;
    sameClassOnMap[place] = (double) sameOnMap / k;
    sameClassInSpace[place] = (double) sameInSpace / k;
  }

  private void findInSpace(int from, int some, float[][] distances) {
    VectorBlock block = question.block();
    int dimension = block.dimension();
    float[] queries = new float[some * dimension];
    float[] query = new float[dimension];
    for (int i = 0; i < some; i++) {
      block.copyRow(rows[from + i], query);
      System.arraycopy(query, 0, queries, i * dimension, dimension);
    }
    SquaredDistances.scan(
        block,
        queries,
        cancellation,
        (i, first, values, at, count) -> System.arraycopy(values, at, distances[i], first, count));
  }
}

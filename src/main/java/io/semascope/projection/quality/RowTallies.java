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
  private final MapDistances map;
  private final int k;
  private final int[] rows;
  private final Cancellation cancellation;
  private final double[] trustworthiness;
  private final double[] continuity;
  private final double[] kept;
  private final double[] sameClassOnMap;
  private final double[] sameClassInSpace;

  /// What one thread needs: the squared distances from some rows to all, and the nearest of one row at a time.
  private final class Distances {
    final float[][] inSpace;
    final NearestRows near;
    final OnMap map;

    Distances(int count) {
      inSpace = new float[ROWS_AT_ONCE][count];
      near = new NearestRows(count, k);
      map = new OnMap(count);
    }
  }

  /// The nearest points of one row at a time.
  private final class OnMap {
    private final float[] distances;
    private final NearestRows near;

    OnMap(int count) {
      distances = new float[count];
      near = new NearestRows(count, k);
    }

    NearestRows find(int row) {
      cancellation.check();
      near.find(map.from(row, distances), row);
      return near;
    }
  }

  private RowTallies(QualityQuestion question, int k, int[] rows, Cancellation cancellation) {
    this.question = question;
    map = new MapDistances(question.layout());
    this.k = k;
    this.rows = rows;
    this.cancellation = cancellation;
    trustworthiness = new double[rows.length];
    continuity = new double[rows.length];
    kept = new double[rows.length];
    sameClassOnMap = new double[rows.length];
    sameClassInSpace = new double[rows.length];
  }

  static RowTallies of(QualityQuestion question, int k, int[] rows, Cancellation cancellation) {
    RowTallies tallies = new RowTallies(question, k, rows, cancellation);
    int count = question.block().count();
    Scratch<Distances> scratch = new Scratch<>(() -> tallies.new Distances(count));
    Fork.blocks(
        (rows.length + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE,
        cancellation,
        part -> scratch.lend(room -> tallies.measure(part * ROWS_AT_ONCE, room)));
    return tallies;
  }

  /// Of the rows a sample knows by now, without another look at the space. The question's `k` and `rows` have no say.
  static RowTallies of(QualityQuestion question, SpaceSample sample, Cancellation cancellation) {
    int[] rows = sample.rows();
    RowTallies tallies = new RowTallies(question, sample.neighbours(), rows, cancellation);
    int count = question.block().count();
    Scratch<OnMap> scratch = new Scratch<>(() -> tallies.new OnMap(count));
    Fork.blocks(
        (rows.length + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE,
        cancellation,
        part -> scratch.lend(onMap -> tallies.measure(part * ROWS_AT_ONCE, sample, onMap)));
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
    for (int i = 0; i < some; i++) {
      int row = rows[from + i];
      room.near.find(room.inSpace[i], row);
      tally(from + i, room.near, room.map.find(row));
    }
  }

  private void measure(int from, SpaceSample sample, OnMap onMap) {
    for (int place = from; place < Math.min(rows.length, from + ROWS_AT_ONCE); place++) {
      tally(place, sample.at(place), onMap.find(rows[place]));
    }
  }

  private void tally(int place, SpaceNeighbours inSpace, NearestRows onMap) {
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
    SquaredDistances.scan(
        block,
        vectors(block, Arrays.copyOfRange(rows, from, from + some)),
        cancellation,
        (i, first, values, at, count) -> System.arraycopy(values, at, distances[i], first, count));
  }

  /// The vectors of some rows, one after the other.
  static float[] vectors(VectorBlock block, int[] rows) {
    int dimension = block.dimension();
    float[] vectors = new float[rows.length * dimension];
    float[] vector = new float[dimension];
    for (int i = 0; i < rows.length; i++) {
      block.copyRow(rows[i], vector);
      System.arraycopy(vector, 0, vectors, i * dimension, dimension);
    }
    return vectors;
  }
}

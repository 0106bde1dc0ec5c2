package io.semascope.neighbour.pairs;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import java.util.Arrays;
import java.util.Optional;

/// Looks for nearer rows among the neighbours of neighbours, since those are likely to be neighbours too (Dong, Moses & Li, Efficient k-nearest neighbor graph
/// construction for generic similarity measures, 2011). In both directions: the rows that a row found, and those that found it.
final class Refinement {
  /// How many are followed in each direction.
  private static final int MOST = 20;

  private static final int ROWS_AT_ONCE = 2048;

  private final ScanPlan plan;
  private final NearestRows nearest;
  private final int[] order;
  private final int[] placeOf;
  private final Optional<Sketches> sketches;
  private final PairDistance distance = ScanKernels.best().distance();

  /// @param nearest full and sorted before and after each round
  Refinement(ScanPlan plan, NearestRows nearest) {
    this.plan = plan;
    this.nearest = nearest;
    sketches = plan.views().sketches();
    order = plan.ids(0, nearest.count());
    placeOf = new int[order.length];
    for (int place = 0; place < order.length; place++) {
      placeOf[order[place]] = place;
    }
  }

  /// Follows every row's neighbours once. What is followed is what was known before the round, so it does not matter in which order rows are looked at. Throws
  /// `JobCancelled` when asked to stop.
  void round(Cancellation cancellation) {
    Followed followed = new Followed(nearest, placeOf);
    int count = nearest.count();
    Fork.blocks(
        Math.ceilDiv(count, ROWS_AT_ONCE),
        cancellation,
        part -> {
          int[] seenBy = new int[count];
          int end = Math.min(count, (part + 1) * ROWS_AT_ONCE);
          for (int place = part * ROWS_AT_ONCE; place < end; place++) {
            cancellation.check();
            look(place, followed, seenBy);
          }
        });
  }

  /// Rows are told by their places in the scan, where those that share neighbours stand together.
  ///
  /// @param seenBy 1 + the place from which each was looked at last
  private void look(int place, Followed followed, int[] seenBy) {
    int row = order[place];
    int mark = place + 1;
    seenBy[place] = mark;
    for (int rank = 0; rank < nearest.capacity(); rank++) {
      seenBy[placeOf[nearest.neighbour(row, rank)]] = mark;
    }
    nearest.reopen(row);
    for (int i = 0; i < followed.count(place); i++) {
      int next = followed.at(place, i);
      if (seenBy[next] != mark) {
        seenBy[next] = mark;
        judge(place, next);
      }
      for (int j = 0; j < followed.count(next); j++) {
        int other = followed.at(next, j);
        if (seenBy[other] != mark) {
          seenBy[other] = mark;
          judge(place, other);
        }
      }
    }
    nearest.sort(row);
  }

  private void judge(int place, int otherPlace) {
    int row = order[place];
    int other = order[otherPlace];
    float reach = nearest.reach(row);
    if (sketches.isPresent() && sketches.get().isProbablyBeyond(place, otherPlace, reach)) {
      return;
    }
    if (!distance.isSurelyBeyond(plan.block(), row, other, reach)) {
      nearest.offer(row, distance.between(plan.block(), row, other), other);
    }
  }

  /// Which places are followed from each: those of its nearest rows, then those of rows it is nearest to.
  private static final class Followed {
    private final int forwards;
    private final int[] places;
    private final int[] counts;

    Followed(NearestRows nearest, int[] placeOf) {
      forwards = Math.min(MOST, nearest.capacity());
      int room = forwards + MOST;
      places = new int[Math.multiplyExact(nearest.count(), room)];
      counts = new int[nearest.count()];
      for (int row = 0; row < counts.length; row++) {
        for (int rank = 0; rank < forwards; rank++) {
          places[placeOf[row] * room + rank] = placeOf[nearest.neighbour(row, rank)];
        }
      }
      Arrays.fill(counts, forwards);
      for (int rank = 0; rank < forwards; rank++) {
        for (int row = 0; row < counts.length; row++) {
          int to = placeOf[nearest.neighbour(row, rank)];
          if (counts[to] < room) {
            places[to * room + counts[to]++] = placeOf[row];
          }
        }
      }
    }

    int count(int place) {
      return counts[place];
    }

    int at(int place, int i) {
      return places[place * (forwards + MOST) + i];
    }
  }
}

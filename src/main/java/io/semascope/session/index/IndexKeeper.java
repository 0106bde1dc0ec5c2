package io.semascope.session.index;

import io.semascope.job.JobContext;
import io.semascope.job.ProgressMeter.Stage;
import io.semascope.neighbour.ExactIndex;
import io.semascope.neighbour.Neighbour;
import io.semascope.neighbour.NeighbourList;
import io.semascope.neighbour.NeighbourQuery;
import io.semascope.neighbour.approximate.HnswFile;
import io.semascope.neighbour.approximate.HnswIndex;
import io.semascope.neighbour.approximate.HnswParameters;
import io.semascope.neighbour.approximate.IndexKey;
import io.semascope.neighbour.approximate.Recall;
import io.semascope.neighbour.approximate.RecallMeasurement;
import io.semascope.neighbour.approximate.SavedIndex;
import io.semascope.vector.Similarity;
import io.semascope.vector.VectorBlock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Keeps the approximate index of the space that was asked about last: from memory, else from its file, else built and saved. Safe for use from several
/// threads; while one builds, the others wait.
public final class IndexKeeper {
  private static final long WAIT_MILLIS = 20;

  private final ReentrantLock lock = new ReentrantLock();
  private Optional<Kept> kept = Optional.empty();

  /// An index in memory. Which vectors it covers is told by their number and what they are part of: vectors change only with the revision.
  private record Kept(String covered, IndexKey key, HnswIndex index, List<Recall> recalls) {
    Kept {
      recalls = List.copyOf(recalls);
    }

    Optional<Recall> recall(int breadth) {
      return recalls.stream().filter(recall -> recall.breadth() == breadth).findFirst();
    }

    Kept with(Recall recall) {
      return new Kept(
          covered, key, index, Stream.concat(recalls.stream(), Stream.of(recall)).toList());
    }
  }

  /// What was found, and how far it can be trusted.
  public record Found(NeighbourList list, SearchReport report) {}

  /// Answers from the index of `where`, making it and measuring its recall first where that is needed. Throws `JobCancelled` when asked to stop.
  public Found search(IndexedSpace where, NeighbourQuery query, int breadth, JobContext context) {
    List<String> notes = new ArrayList<>();
    Kept index = prepared(where, breadth, notes, context);
    if (!index.index().approximates(query.similarity())) {
      notes.add(
          "Every text was compared: the index knows the cosine, and the vectors of this space are"
              + " not all of length 1.");
      return new Found(
          ExactIndex.over(where.space().vectors(), context.cancellation())
              .nearest(query, context.cancellation()),
          new SearchReport(Optional.empty(), notes));
    }
    NeighbourList list = index.index().withBreadth(breadth).nearest(query, context.cancellation());
    Optional<Recall> recall = list.exact() ? Optional.empty() : index.recall(breadth);
    return new Found(withTyped(list, where, query), new SearchReport(recall, notes));
  }

  /// Compares the typed texts too, which no index covers.
  private static NeighbourList withTyped(
      NeighbourList list, IndexedSpace where, NeighbourQuery query) {
    VectorBlock all = where.space().vectors();
    Similarity similarity = query.similarity();
    Stream<Neighbour> typed =
        IntStream.range(where.rows(), all.count())
            .filter(query.accepted())
            .mapToObj(row -> new Neighbour(row, similarity.between(query.vector(), all.row(row))))
            .filter(neighbour -> Double.isFinite(neighbour.value()));
    Comparator<Neighbour> byValue = Comparator.comparingDouble(Neighbour::value);
    return new NeighbourList(
        similarity,
        Stream.concat(list.neighbours().stream(), typed)
            .sorted(
                (similarity.largerIsNearer() ? byValue.reversed() : byValue)
                    .thenComparingInt(Neighbour::row))
            .limit(query.count())
            .toList(),
        list.exact());
  }

  private Kept prepared(IndexedSpace where, int breadth, List<String> notes, JobContext context) {
    await(context);
    try {
      context
          .meter()
          .plan(
              new Stage("preparing the index", 20, "texts"), new Stage("measuring", 1, "queries"));
      String covered = covered(where);
      Kept index =
          kept.filter(old -> old.covered().equals(covered))
              .orElseGet(() -> readOrBuild(where, notes, context));
      kept = Optional.of(index);
      if (index.recall(breadth).isEmpty()) {
        index = measured(index, where, breadth, context);
        kept = Optional.of(index);
        save(index, where, notes, context);
      }
      return index;
    } finally {
      lock.unlock();
    }
  }

  private void await(JobContext context) {
    try {
      while (!lock.tryLock(WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
        context.cancellation().check();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new io.semascope.job.JobCancelled();
    }
  }

  private static String covered(IndexedSpace where) {
    return String.join(
        "\n",
        where.file().toString(),
        where.space().origin().fingerprint().value(),
        String.valueOf(where.space().revision()),
        String.valueOf(where.rows()));
  }

  private static Kept readOrBuild(IndexedSpace where, List<String> notes, JobContext context) {
    VectorBlock vectors = where.vectors();
    IndexKey key =
        IndexKey.of(
            where.space().origin().fingerprint().value(),
            vectors,
            HnswParameters.usual(),
            context.cancellation());
    SavedIndex saved = HnswFile.read(where.file(), key, vectors, context.cancellation());
    return switch (saved) {
      case SavedIndex.Usable usable ->
          new Kept(covered(where), key, usable.index(), usable.recalls());
      case SavedIndex.Missing missing -> built(where, key, context);
      case SavedIndex.Refused refused -> {
        notes.add(
            "The saved index %s was discarded and built again: %s."
                .formatted(where.file().getFileName(), refused.reason()));
        yield built(where, key, context);
      }
    };
  }

  private static Kept built(IndexedSpace where, IndexKey key, JobContext context) {
    context.meter().begin(0, key.rows());
    HnswIndex index = HnswIndex.build(where.vectors(), key.parameters(), context);
    return new Kept(covered(where), key, index, List.of());
  }

  /// The same index with its recall at this breadth; without one where there is nothing to be found.
  private static Kept measured(Kept index, IndexedSpace where, int breadth, JobContext context) {
    context.meter().begin(1, RecallMeasurement.QUERIES);
    return RecallMeasurement.over(where.vectors(), context)
        .of(index.index().withBreadth(breadth), context)
        .map(index::with)
        .orElse(index);
  }

  private static void save(Kept index, IndexedSpace where, List<String> notes, JobContext context) {
    try {
      HnswFile.save(
          where.file(),
          index.key(),
          new SavedIndex.Usable(index.index(), index.recalls()),
          context.cancellation());
    } catch (IOException e) {
      notes.add(
          "The index could not be saved (%s); the next start builds it again."
              .formatted(e.getMessage()));
    }
  }
}

package io.semascope.session.index;

import io.semascope.job.Cancellation;
import io.semascope.job.JobCancelled;
import io.semascope.job.JobContext;
import io.semascope.job.ProgressMeter.Stage;
import io.semascope.neighbour.Neighbour;
import io.semascope.neighbour.NeighbourList;
import io.semascope.neighbour.NeighbourQuery;
import io.semascope.neighbour.approximate.ApproximateIndex;
import io.semascope.neighbour.approximate.BinaryIndex;
import io.semascope.neighbour.approximate.HnswFile;
import io.semascope.neighbour.approximate.HnswIndex;
import io.semascope.neighbour.approximate.HnswParameters;
import io.semascope.neighbour.approximate.IndexKey;
import io.semascope.neighbour.approximate.RecallMeasurement;
import io.semascope.neighbour.approximate.SavedIndex;
import io.semascope.neighbour.approximate.SearchWay;
import io.semascope.problem.SystemRefusal;
import io.semascope.vector.Similarity;
import io.semascope.vector.VectorBlock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Keeps the approximate index of the space that was asked about last: from memory, else from its file, else built and saved. Safe for use from several
/// threads; while one builds, those who want the same index wait.
public final class IndexKeeper {
  private static final long WAIT_MILLIS = 20;

  private final ExactSearch exact;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile Optional<KeptIndex> kept = Optional.empty();

  /// @param exact what compares every row, for queries that an index does not approximate; its index should be kept between questions
  public IndexKeeper(ExactSearch exact) {
    this.exact = exact;
  }

  /// Compares a query with every row of a block.
  @FunctionalInterface
  public interface ExactSearch {
    /// Nearest first. Throws `JobCancelled` when asked to stop.
    NeighbourList nearest(VectorBlock block, NeighbourQuery query, Cancellation cancellation);
  }

  /// What was found, and how far it can be trusted.
  public record Found(NeighbourList list, SearchReport report) {}

  /// An index that can be asked.
  ///
  /// @param notes what became of its file while it was made ready, one sentence each; none when it was ready
  private record Prepared(KeptIndex index, List<String> notes) {}

  /// Answers from the index of `where`, making it and measuring its recall first where that is needed; a question that no index would answer is compared with
  /// every row, and none is made for it. The report says what became of its file meanwhile, and later reports do not say it again. Throws `JobCancelled`
  /// when asked to stop.
  public Found search(
      IndexedSpace where,
      NeighbourQuery query,
      SearchMethod.Approximate method,
      JobContext context) {
    SearchWay way = wayOf(where, query, method, context.cancellation());
    return way == SearchWay.BY_INDEX
        ? answer(prepared(where, method, context), where, query, method, context)
        : compared(way, where, query, method, context);
  }

  /// The same when the index is there and its recall known; empty otherwise.
  public Optional<Found> searchIfPrepared(
      IndexedSpace where,
      NeighbourQuery query,
      SearchMethod.Approximate method,
      JobContext context) {
    Coverage covered = Coverage.of(where, method);
    return kept.filter(index -> index.covered().equals(covered) && index.isMeasured(method))
        .map(index -> answer(new Prepared(index, List.of()), where, query, method, context));
  }

  /// Makes the index of `where` and measures its recall, where that is needed. Says what became of its file meanwhile, one sentence each. The meter is
  /// told; `JobCancelled` when asked to stop.
  public List<String> prepare(
      IndexedSpace where, SearchMethod.Approximate method, JobContext context) {
    return prepared(where, method, context).notes();
  }

  /// Lets go of an index of anything else than this. Does not wait for one that is being built.
  public void keepOnly(Optional<IndexedSpace> shown) {
    Optional<KeptIndex> now = kept;
    if (now.isPresent() && shown.filter(now.get().covered()::isOf).isEmpty() && lock.tryLock()) {
      try {
        kept = Optional.empty();
      } finally {
        lock.unlock();
      }
    }
  }

  /// From the index that is there, else from what one would need of the vectors.
  private SearchWay wayOf(
      IndexedSpace where,
      NeighbourQuery query,
      SearchMethod.Approximate method,
      Cancellation cancellation) {
    Coverage covered = Coverage.of(where, method);
    Optional<KeptIndex> ready = kept.filter(index -> index.covered().equals(covered));
    if (ready.isPresent()) {
      return ready.get().index().withDial(method.dial()).wayOf(query);
    }
    return switch (method) {
      case SearchMethod.Hnsw hnsw ->
          HnswIndex.wayOf(query, where.vectors(), hnsw.breadth(), cancellation);
      case SearchMethod.Binary binary ->
          BinaryIndex.wayOf(query, where.vectors(), binary.oversampling(), cancellation);
    };
  }

  private Found compared(
      SearchWay way,
      IndexedSpace where,
      NeighbourQuery query,
      SearchMethod.Approximate method,
      JobContext context) {
    return new Found(
        exact.nearest(where.space().vectors(), query, context.cancellation()),
        new SearchReport(
            method, Optional.empty(), false, whyCompared(way, query).stream().toList()));
  }

  private Found answer(
      Prepared prepared,
      IndexedSpace where,
      NeighbourQuery query,
      SearchMethod.Approximate method,
      JobContext context) {
    KeptIndex index = prepared.index();
    ApproximateIndex asked = index.index().withDial(method.dial());
    SearchWay way = asked.wayOf(query);
    if (way != SearchWay.BY_INDEX) {
      return compared(way, where, query, method, context);
    }
    NeighbourList list = asked.nearest(query, context.cancellation());
    return new Found(
        withTyped(list, where, query),
        new SearchReport(method, index.recall(method), false, prepared.notes()));
  }

  /// Why an index that was asked for was not used, if so: one sentence.
  private static Optional<String> whyCompared(SearchWay way, NeighbourQuery query) {
    String compared =
        query.mostAccepted() < Integer.MAX_VALUE
            ? "Every text that the filter lets in was compared: "
            : "Every text was compared: ";
    return switch (way) {
      case BY_INDEX -> Optional.empty();
      case EXACT_OTHER_SIMILARITY ->
          Optional.of(
              compared
                  + "the index knows the cosine, and the vectors of this space are not all of"
                  + " length 1.");
      case EXACT_NO_DIRECTION ->
          Optional.of(
              compared
                  + "the index goes by direction, and a vector of length %s gives none."
                      .formatted(query.vector().norm()));
      case EXACT_FEW_ACCEPTED -> Optional.of(compared + "that was sooner than by the index.");
    };
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

  private Prepared prepared(
      IndexedSpace where, SearchMethod.Approximate method, JobContext context) {
    await(context);
    try {
      context
          .meter()
          .plan(
              new Stage(preparing(method), 20, "texts"),
              new Stage("measuring its recall", 1, "queries"));
      List<String> notes = new ArrayList<>();
      Coverage covered = Coverage.of(where, method);
      KeptIndex index =
          kept.filter(old -> old.covered().equals(covered))
              .orElseGet(() -> made(where, method, context, notes::add));
      kept = Optional.of(index);
      if (!index.isMeasured(method)) {
        index = measured(index, where, method, context);
        save(index, where, context).ifPresent(notes::add);
        kept = Optional.of(index);
      }
      return new Prepared(index, notes);
    } finally {
      lock.unlock();
    }
  }

  /// What is done with every text, in words: bits are taken anew in every session, a graph only where none is kept.
  private static String preparing(SearchMethod.Approximate method) {
    return switch (method) {
      case SearchMethod.Hnsw hnsw -> "reading or building the neighbour graph";
      case SearchMethod.Binary binary -> "taking one bit of every value";
    };
  }

  private void await(JobContext context) {
    try {
      while (!lock.tryLock(WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
        context.cancellation().check();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JobCancelled();
    }
  }

  private static KeptIndex made(
      IndexedSpace where,
      SearchMethod.Approximate method,
      JobContext context,
      Consumer<String> note) {
    context.meter().begin(0, where.rows());
    Coverage covered = Coverage.of(where, method);
    return switch (method) {
      case SearchMethod.Hnsw hnsw -> readOrBuild(where, covered, context, note);
      case SearchMethod.Binary binary ->
          KeptIndex.unsaved(covered, BinaryIndex.build(where.vectors(), context));
    };
  }

  private static KeptIndex readOrBuild(
      IndexedSpace where, Coverage covered, JobContext context, Consumer<String> note) {
    VectorBlock vectors = where.vectors();
    IndexKey key =
        IndexKey.of(
            where.space().origin().fingerprint().value(),
            vectors,
            HnswParameters.usual(),
            context.cancellation());
    SavedIndex saved = HnswFile.read(where.file(), key, vectors, context.cancellation());
    return switch (saved) {
      case SavedIndex.Usable usable -> KeptIndex.read(covered, key, usable);
      case SavedIndex.Missing missing -> built(vectors, covered, key, context);
      case SavedIndex.Refused refused -> {
        KeptIndex anew = built(vectors, covered, key, context);
        note.accept(
            "The saved index %s was discarded and built again: %s."
                .formatted(where.file().getFileName(), refused.reason()));
        yield anew;
      }
    };
  }

  private static KeptIndex built(
      VectorBlock vectors, Coverage covered, IndexKey key, JobContext context) {
    HnswIndex index = HnswIndex.build(vectors, key.parameters(), context);
    return KeptIndex.read(covered, key, new SavedIndex.Usable(index, List.of()));
  }

  /// The same index with its recall at this dial; there may be nothing to be found.
  private static KeptIndex measured(
      KeptIndex index, IndexedSpace where, SearchMethod.Approximate method, JobContext context) {
    context.meter().begin(1, RecallMeasurement.QUERIES);
    return index.with(
        method,
        RecallMeasurement.over(where.vectors(), context)
            .of(index.index().withDial(method.dial()), context));
  }

  /// Says why it could not be saved, if so.
  private static Optional<String> save(KeptIndex index, IndexedSpace where, JobContext context) {
    try {
      if (index.key().isPresent() && index.index() instanceof HnswIndex hnsw) {
        HnswFile.save(
            where.file(),
            index.key().get(),
            new SavedIndex.Usable(hnsw, index.knownRecalls()),
            context.cancellation());
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          "The index could not be saved. %s The next start builds it again."
              .formatted(SystemRefusal.writing(where.file(), e)));
    }
  }
}

package io.semascope.session;

import io.semascope.job.Cancellation;
import io.semascope.job.JobContext;
import io.semascope.neighbour.ExactIndex;
import io.semascope.neighbour.NeighbourList;
import io.semascope.neighbour.NeighbourQuery;
import io.semascope.probe.PairDistribution;
import io.semascope.session.index.IndexKeeper;
import io.semascope.session.index.IndexedSpace;
import io.semascope.session.index.NeighbourRequest;
import io.semascope.session.index.SearchMethod;
import io.semascope.session.index.SearchReport;
import io.semascope.space.VectorSpace;
import io.semascope.vector.DenseVector;
import io.semascope.vector.Similarity;
import io.semascope.vector.VectorBlock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Finds the units nearest to a vector in the shown space.
///
/// Owns what questions about the same vectors share, the index and the background of random pairs, and lets go of it when other vectors are shown. Safe
/// for use from any thread.
final class FindNeighbours {
  private final StateCell state;
  private final AtomicReference<@Nullable Known> kept = new AtomicReference<>();
  private final IndexKeeper indexes = new IndexKeeper(this::exactly);

  FindNeighbours(StateCell state) {
    this.state = state;
    state.listen(this::forgetOthers);
  }

  /// What is known of some vectors.
  private record Known(
      VectorBlock block, ExactIndex index, Map<Similarity, PairDistribution> backgrounds) {
    PairDistribution background(Similarity similarity, Cancellation cancellation) {
      PairDistribution known = backgrounds.get(similarity);
      if (known == null) {
        known = PairDistribution.of(block, PairDistribution.Draw.usual(similarity), cancellation);
        backgrounds.put(similarity, known);
      }
      return known;
    }

    boolean isOf(SessionState now) {
      return now.space()
          .filter(VectorSpace::hasVectors)
          .filter(space -> space.vectors() == block)
          .isPresent();
    }
  }

  /// Questions about one space.
  Questions in(IndexedSpace where) {
    return new Questions(where);
  }

  /// Questions about one space.
  final class Questions {
    private final IndexedSpace where;
    private final VectorSpace space;

    private Questions(IndexedSpace where) {
      this.where = where;
      this.space = where.space();
    }

    VectorSpace space() {
      return space;
    }

    /// Makes what a search by `method` needs, and measures how true it is. Says what became of a saved index meanwhile, one sentence each.
    List<String> prepare(SearchMethod method, JobContext context) {
      List<String> notes =
          switch (method) {
            case SearchMethod.Exact exact -> {
              known(space.vectors(), context.cancellation());
              yield List.of();
            }
            case SearchMethod.Approximate some -> indexes.prepare(where, some, context);
          };
      // Others may be shown by now, and nobody else would let go of what was prepared.
      forgetOthers(state.get());
      return notes;
    }

    /// The neighbours of a unit of the space; the unit itself is none.
    NeighbourAnswer ofUnit(String unitId, NeighbourRequest request, JobContext context) {
      int row =
          space.rowOf(unitId).orElseThrow(() -> SessionProblem.unknownUnit(unitId, space.count()));
      NeighbourQuery query =
          NeighbourQuery.of(space.vectors().row(row), request.count(), request.similarity());
      return answer(query.except(row), request, context);
    }

    NeighbourAnswer ofVector(DenseVector vector, NeighbourRequest request, JobContext context) {
      return answer(
          NeighbourQuery.of(vector, request.count(), request.similarity()), request, context);
    }

    private NeighbourAnswer answer(
        NeighbourQuery query, NeighbourRequest request, JobContext context) {
      Known known = known(space.vectors(), context.cancellation());
      IndexKeeper.Found found =
          switch (request.method()) {
            case SearchMethod.Exact exact -> exactly(known, query, SearchReport.exact(), context);
            case SearchMethod.Approximate some ->
                request.patient()
                    ? indexes.search(where, query, some, context)
                    : indexes
                        .searchIfPrepared(where, query, some, context)
                        .orElseGet(
                            () -> exactly(known, query, SearchReport.unprepared(some), context));
          };
      return new NeighbourAnswer(
          space,
          query.vector(),
          found.list(),
          known.background(query.similarity(), context.cancellation()),
          List.of(),
          false,
          found.report());
    }
  }

  /// The nearest rows of vectors that are shown, by the index that questions about them share.
  NeighbourList exactly(VectorBlock shown, NeighbourQuery query, Cancellation cancellation) {
    return known(shown, cancellation).index().nearest(query, cancellation);
  }

  private static IndexKeeper.Found exactly(
      Known known, NeighbourQuery query, SearchReport report, JobContext context) {
    return new IndexKeeper.Found(known.index().nearest(query, context.cancellation()), report);
  }

  private Known known(VectorBlock block, Cancellation cancellation) {
    Known known = kept.get();
    if (known == null || known.block() != block) {
      known = new Known(block, ExactIndex.over(block, cancellation), new ConcurrentHashMap<>());
      kept.set(known);
      // Others may have been shown meanwhile: nobody would let go of these.
      forgetOthers(state.get());
    }
    return known;
  }

  private void forgetOthers(SessionState now) {
    kept.updateAndGet(known -> known != null && known.isOf(now) ? known : null);
    indexes.keepOnly(shown(now));
  }

  private static Optional<IndexedSpace> shown(SessionState now) {
    return now.workspaceFile()
        .flatMap(
            file -> now.space().map(space -> new IndexedSpace(file, now.shownSpaceIds(), space)));
  }

  /// Whether the index of this block is being kept.
  boolean keeps(VectorBlock block) {
    Known known = kept.get();
    return known != null && known.block() == block;
  }
}

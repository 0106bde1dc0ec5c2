package io.semascope.session;

import io.semascope.job.Cancellation;
import io.semascope.job.JobContext;
import io.semascope.neighbour.ExactIndex;
import io.semascope.neighbour.NeighbourList;
import io.semascope.neighbour.NeighbourQuery;
import io.semascope.probe.PairDistribution;
import io.semascope.session.filter.SearchedTexts;
import io.semascope.session.filter.TextFilter;
import io.semascope.session.filter.UnknownName;
import io.semascope.session.index.IndexKeeper;
import io.semascope.session.index.IndexedSpace;
import io.semascope.session.index.NeighbourRequest;
import io.semascope.session.index.SearchMethod;
import io.semascope.session.index.SearchReport;
import io.semascope.space.VectorSpace;
import io.semascope.text.Document;
import io.semascope.text.TextUnit;
import io.semascope.vector.DenseVector;
import io.semascope.vector.Similarity;
import io.semascope.vector.VectorBlock;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
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
      VectorBlock block,
      ExactIndex index,
      Map<Similarity, PairDistribution> backgrounds,
      AtomicReference<LetIn> lastLetIn) {
    Known(VectorBlock block, ExactIndex index) {
      this(
          block,
          index,
          new ConcurrentHashMap<>(),
          new AtomicReference<>(new LetIn(TextFilter.none(), Map.of(), new BitSet())));
    }

    /// The rows a filter lets in; those of the newest filter are kept, for it is asked about one text after another.
    BitSet letIn(TextFilter filter, SessionState names, VectorSpace space, Cancellation stop) {
      LetIn last = lastLetIn.get();
      if (!last.isOf(filter, names)) {
        UnknownName.check(filter, names.documents().values());
        last = new LetIn(filter, names.documents(), rows(space, names.passing(filter), stop));
        lastLetIn.set(last);
      }
      return last.rows();
    }

    private static BitSet rows(VectorSpace space, Predicate<TextUnit> passing, Cancellation stop) {
      BitSet rows = new BitSet(space.count());
      for (int row = 0; row < space.count(); row++) {
        stop.check();
        rows.set(row, passing.test(space.unit(row)));
      }
      return rows;
    }

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

  /// The rows of some vectors that a filter lets in.
  ///
  /// @param documents the units' own at that time
  /// @param rows never changed
  private record LetIn(TextFilter filter, Map<String, Document> documents, BitSet rows) {
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(TextFilter other, SessionState now) {
      return filter.equals(other) && documents == now.documents();
    }
  }

  /// Questions about one space.
  ///
  /// @param now a state that shows it
  Questions in(IndexedSpace where, SessionState now) {
    return new Questions(where, now);
  }

  /// Questions about one space.
  final class Questions {
    private final IndexedSpace where;
    private final VectorSpace space;
    private final SessionState names;

    private Questions(IndexedSpace where, SessionState names) {
      this.where = where;
      this.space = where.space();
      this.names = names;
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

    /// The neighbours of a unit of the space; the unit itself is none. Throws `UnknownName` for a filter that asks for what there is not.
    NeighbourAnswer ofUnit(String unitId, NeighbourRequest request, JobContext context) {
      int row =
          space.rowOf(unitId).orElseThrow(() -> SessionProblem.unknownUnit(unitId, space.count()));
      NeighbourQuery query =
          NeighbourQuery.of(space.vectors().row(row), request.count(), request.similarity());
      return answer(query.except(row), OptionalInt.of(row), request, context);
    }

    NeighbourAnswer ofVector(DenseVector vector, NeighbourRequest request, JobContext context) {
      return answer(
          NeighbourQuery.of(vector, request.count(), request.similarity()),
          OptionalInt.empty(),
          request,
          context);
    }

    private NeighbourAnswer answer(
        NeighbourQuery any, OptionalInt own, NeighbourRequest request, JobContext context) {
      Known known = known(space.vectors(), context.cancellation());
      int others = space.count() - (own.isPresent() ? 1 : 0);
      NeighbourQuery query = any;
      SearchedTexts searched = SearchedTexts.all(others);
      if (!request.filter().isNone()) {
        BitSet rows = known.letIn(request.filter(), names, space, context.cancellation());
        boolean itself = own.isPresent() && rows.get(own.getAsInt());
        query = any.among(rows);
        searched =
            new SearchedTexts(request.filter(), rows.cardinality() - (itself ? 1 : 0), others);
      }
      IndexKeeper.Found found = found(known, query, request, context);
      return new NeighbourAnswer(
          space,
          query.vector(),
          found.list(),
          known.background(query.similarity(), context.cancellation()),
          List.of(),
          false,
          searched,
          found.report());
    }

    private IndexKeeper.Found found(
        Known known, NeighbourQuery query, NeighbourRequest request, JobContext context) {
      return switch (request.method()) {
        case SearchMethod.Exact exact -> exactly(known, query, SearchReport.exact(), context);
        case SearchMethod.Approximate some ->
            request.patient()
                ? indexes.search(where, query, some, context)
                : indexes
                    .searchIfPrepared(where, query, some, context)
                    .orElseGet(() -> exactly(known, query, SearchReport.unprepared(some), context));
      };
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
      known = new Known(block, ExactIndex.over(block, cancellation));
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

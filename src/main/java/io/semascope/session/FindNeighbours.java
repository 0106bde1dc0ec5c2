package io.semascope.session;

import io.semascope.job.Cancellation;
import io.semascope.neighbour.ExactIndex;
import io.semascope.neighbour.NeighbourQuery;
import io.semascope.probe.PairDistribution;
import io.semascope.space.VectorSpace;
import io.semascope.vector.DenseVector;
import io.semascope.vector.Similarity;
import io.semascope.vector.VectorBlock;
import java.util.List;
import java.util.Map;
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
  Questions in(VectorSpace space) {
    return new Questions(space);
  }

  /// Questions about one space.
  final class Questions {
    private final VectorSpace space;

    private Questions(VectorSpace space) {
      this.space = space;
    }

    /// The neighbours of a unit of the space; the unit itself is none.
    NeighbourAnswer ofUnit(
        String unitId, int count, Similarity similarity, Cancellation cancellation) {
      int row =
          space.rowOf(unitId).orElseThrow(() -> SessionProblem.unknownUnit(unitId, space.count()));
      DenseVector vector = space.vectors().row(row);
      return answer(NeighbourQuery.of(vector, count, similarity).except(row), cancellation);
    }

    NeighbourAnswer ofVector(
        DenseVector vector, int count, Similarity similarity, Cancellation cancellation) {
      return answer(NeighbourQuery.of(vector, count, similarity), cancellation);
    }

    private NeighbourAnswer answer(NeighbourQuery query, Cancellation cancellation) {
      Known known = known(space.vectors(), cancellation);
      return new NeighbourAnswer(
          space,
          query.vector(),
          known.index().nearest(query, cancellation),
          known.background(query.similarity(), cancellation),
          List.of());
    }
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
  }

  /// Whether the index of this block is being kept.
  boolean keeps(VectorBlock block) {
    Known known = kept.get();
    return known != null && known.block() == block;
  }
}

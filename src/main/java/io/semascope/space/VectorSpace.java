package io.semascope.space;

import io.semascope.text.Chunk;
import io.semascope.text.Granularity;
import io.semascope.text.IdPlaces;
import io.semascope.text.TextUnit;
import io.semascope.vector.VectorBlock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedSet;

/// Text units and their vectors under one fingerprint. Immutable; every change makes a new revision.
public final class VectorSpace {
  private final SpaceOrigin origin;
  private final List<TextUnit> units;
  private final Optional<VectorBlock> vectors;
  private final int dimension;
  private final long revision;
  private final int chunkCount;
  private final List<Granularity> granularities;
  private final IdPlaces rowById;

  /// @param origin the contract all rows share
  /// @param units row i of the block belongs to unit i; ids are unique
  /// @param vectors as many rows as there are units
  /// @param revision grows with every change of the stored space
  public VectorSpace(
      SpaceOrigin origin, List<? extends TextUnit> units, VectorBlock vectors, long revision) {
    this(awaiting(origin, units, vectors.dimension(), revision), vectors);
  }

  private VectorSpace(SpaceOrigin origin, List<TextUnit> units, int dimension, long revision) {
    this.origin = origin;
    this.units = units;
    this.vectors = Optional.empty();
    this.dimension = dimension;
    this.revision = revision;
    this.rowById = IdPlaces.of(units.size(), row -> units.get(row).id());
    this.chunkCount = (int) units.stream().filter(Chunk.class::isInstance).count();
    this.granularities =
        units.stream()
            .filter(Chunk.class::isInstance)
            .map(unit -> ((Chunk) unit).granularity())
            .distinct()
            .toList();
  }

  private VectorSpace(VectorSpace rows, VectorBlock vectors) {
    if (rows.count() != vectors.count() || rows.dimension != vectors.dimension()) {
      throw new IllegalArgumentException(
          "%d units of %d dimensions but %d vectors of %d"
              .formatted(rows.count(), rows.dimension, vectors.count(), vectors.dimension()));
    }
    this.origin = rows.origin;
    this.units = rows.units;
    this.vectors = Optional.of(vectors);
    this.dimension = rows.dimension;
    this.revision = rows.revision;
    this.rowById = rows.rowById;
    this.chunkCount = rows.chunkCount;
    this.granularities = rows.granularities;
  }

  /// The units of a space whose vectors are still to be read, for showing its map and its texts.
  public static VectorSpace awaiting(
      SpaceOrigin origin, List<? extends TextUnit> units, int dimension, long revision) {
    return new VectorSpace(origin, List.copyOf(units), dimension, revision);
  }

  /// The same space with its vectors, row i belonging to unit i.
  public VectorSpace withVectors(VectorBlock read) {
    return new VectorSpace(this, read);
  }

  /// Whether the vectors are there.
  public boolean hasVectors() {
    return vectors.isPresent();
  }

  public SpaceOrigin origin() {
    return origin;
  }

  public List<TextUnit> units() {
    return units;
  }

  /// Throws `IllegalStateException` when `hasVectors` is false.
  public VectorBlock vectors() {
    return vectors.orElseThrow(
        () -> new IllegalStateException("the vectors of this space are still to be read"));
  }

  public long revision() {
    return revision;
  }

  public int count() {
    return units.size();
  }

  public int dimension() {
    return dimension;
  }

  public TextUnit unit(int row) {
    return units.get(row);
  }

  /// The row of the unit with this id, empty when there is none.
  public OptionalInt rowOf(String unitId) {
    return rowById.of(unitId);
  }

  /// The granularities its chunks were cut at, in order of first appearance.
  public SequencedSet<Granularity> granularities() {
    return new LinkedHashSet<>(granularities);
  }

  /// How many of its units are pieces of documents; the rest was typed.
  public int chunkCount() {
    return chunkCount;
  }

  /// This space's units followed by those of `other` that it has not. Throws `SpaceMismatch` when the fingerprints differ.
  public VectorSpace with(VectorSpace other) {
    requireComparable(other.origin);
    List<TextUnit> all = new ArrayList<>(units);
    int[] added =
        java.util.stream.IntStream.range(0, other.count())
            .filter(row -> isNew(other.unit(row)))
            .toArray();
    for (int row : added) {
      all.add(other.unit(row));
    }
    return new VectorSpace(
        origin,
        all,
        vectors().append(other.vectors().select(added)),
        Math.max(revision, other.revision));
  }

  /// Throws `IllegalArgumentException` for another unit of an id that is there.
  private boolean isNew(TextUnit unit) {
    OptionalInt known = rowOf(unit.id());
    if (known.isPresent() && !unit(known.getAsInt()).equals(unit)) {
      throw new IllegalArgumentException("two different units have the id " + unit.id());
    }
    return known.isEmpty();
  }

  /// Throws `SpaceMismatch` unless vectors of `other` may be compared with those here.
  public void requireComparable(SpaceOrigin other) {
    if (!origin.fingerprint().equals(other.fingerprint())) {
      throw SpaceMismatch.between(origin, other);
    }
  }
}

package io.semascope.space;

import io.semascope.text.Chunk;
import io.semascope.text.Granularity;
import io.semascope.text.TextUnit;
import io.semascope.text.TypedText;
import io.semascope.vector.VectorBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SequencedSet;

/// Text units and their vectors under one fingerprint. Immutable; every change makes a new revision.
public final class VectorSpace {
  private final SpaceOrigin origin;
  private final List<TextUnit> units;
  private final VectorBlock vectors;
  private final long revision;
  private final int chunkCount;
  private final Map<String, Integer> rowById;

  /// @param origin the contract all rows share
  /// @param units row i of the block belongs to unit i; ids are unique
  /// @param vectors as many rows as there are units
  /// @param revision grows with every change of the stored space
  public VectorSpace(
      SpaceOrigin origin, List<? extends TextUnit> units, VectorBlock vectors, long revision) {
    if (units.size() != vectors.count()) {
      throw new IllegalArgumentException(
          units.size() + " units but " + vectors.count() + " vectors");
    }
    this.origin = origin;
    this.units = List.copyOf(units);
    this.vectors = vectors;
    this.revision = revision;
    this.rowById = HashMap.newHashMap(units.size());
    this.chunkCount = (int) units.stream().filter(Chunk.class::isInstance).count();
    for (int row = 0; row < units.size(); row++) {
      if (rowById.put(units.get(row).id(), row) != null) {
        throw new IllegalArgumentException("two units have the id " + units.get(row).id());
      }
    }
  }

  public SpaceOrigin origin() {
    return origin;
  }

  public List<TextUnit> units() {
    return units;
  }

  public VectorBlock vectors() {
    return vectors;
  }

  public long revision() {
    return revision;
  }

  public int count() {
    return units.size();
  }

  public int dimension() {
    return vectors.dimension();
  }

  public TextUnit unit(int row) {
    return units.get(row);
  }

  /// The row of the unit with this id, empty when there is none.
  public OptionalInt rowOf(String unitId) {
    Integer row = rowById.get(unitId);
    return row == null ? OptionalInt.empty() : OptionalInt.of(row);
  }

  /// The granularities its chunks were cut at, in order of first appearance.
  public SequencedSet<Granularity> granularities() {
    SequencedSet<Granularity> found = new LinkedHashSet<>();
    for (TextUnit unit : units) {
      switch (unit) {
        case Chunk chunk -> found.add(chunk.granularity());
        case TypedText typed -> {}
      }
    }
    return found;
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
        vectors.append(other.vectors.select(added)),
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

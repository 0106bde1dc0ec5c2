package io.semascope.probe;

import io.semascope.model.ModelFingerprint;
import io.semascope.space.SpaceOrigin;
import io.semascope.space.VectorSpace;
import io.semascope.text.Chunk;
import io.semascope.text.Granularity;
import io.semascope.text.Span;
import io.semascope.text.TextUnit;
import io.semascope.vector.VectorBlock;
import java.util.List;

/// Small spaces for the tests beside it.
final class Spaces {
  static final SpaceOrigin ORIGIN =
      new SpaceOrigin.FromModel("fake", new ModelFingerprint("a".repeat(64)));
  static final SpaceOrigin OTHER_ORIGIN =
      new SpaceOrigin.FromModel("other", new ModelFingerprint("b".repeat(64)));

  private Spaces() {}

  static VectorBlock block(float[]... rows) {
    return VectorBlock.copyOf(List.of(rows), rows[0].length);
  }

  static VectorSpace space(List<? extends TextUnit> units, float[]... rows) {
    return new VectorSpace(ORIGIN, units, block(rows), 0);
  }

  static Chunk chunk(String id, Granularity granularity, Span span) {
    return new Chunk(id, id.replaceAll("#.*", ""), granularity, span, "x".repeat(span.length()));
  }
}

package io.semascope.projection;

import java.util.OptionalDouble;

/// A picture in the making.
///
/// @param positions all points, always finite
/// @param iteration iterations done so far
/// @param stage what the run is doing, for people (`finding neighbours`, `early exaggeration`, `settling`)
/// @param divergence Kullback–Leibler divergence in nats, without exaggeration, when it was computed for this frame
public record LayoutFrame(
    PlanarLayout positions, int iteration, String stage, OptionalDouble divergence) {}

package io.semascope.projection;

import java.util.OptionalDouble;

/// A picture in the making.
///
/// @param positions all points, always finite
/// @param iteration iterations done so far
/// @param stage what the run is doing, for people (`finding neighbours`, `early exaggeration`, `settling`)
/// @param divergence the newest known Kullback–Leibler divergence in nats, without exaggeration, at most 50 iterations old; empty before the first, and again
///     until it is computed anew after what it compares with has changed
public record LayoutFrame(
    PlanarLayout positions, int iteration, String stage, OptionalDouble divergence) {}

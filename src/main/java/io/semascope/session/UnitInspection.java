package io.semascope.session;

import io.semascope.probe.Activations;
import io.semascope.probe.DimensionStatistics;
import io.semascope.text.TextUnit;

/// The vector of one unit against its space.
public record UnitInspection(
    TextUnit unit, Activations activations, DimensionStatistics statistics) {}

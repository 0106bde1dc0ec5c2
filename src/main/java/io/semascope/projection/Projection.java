package io.semascope.projection;

/// A finished (or stopped) picture of a space.
///
/// @param method how it was asked for
/// @param layout position of row i at index i
/// @param facts what is known about the picture
public record Projection(ProjectionMethod method, PlanarLayout layout, ProjectionFacts facts) {}

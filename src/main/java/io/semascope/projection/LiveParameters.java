package io.semascope.projection;

/// What a person may turn while a t-SNE runs.
///
/// @param perplexity at least 2; a change recomputes the affinities before the next step
/// @param exaggeration factor on the attraction from the next step on, at least 1
/// @param learningRate step size, above 0
public record LiveParameters(double perplexity, double exaggeration, double learningRate) {}

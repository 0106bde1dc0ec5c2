package io.semascope.projection;

/// What a t-SNE uses at one moment; a person may turn it while it runs, see `LiveChange`.
///
/// @param perplexity at least 1, capped; a change recomputes the affinities before the next step
/// @param exaggeration factor on the attraction from the next step on, at least 1
/// @param learningRate step size, above 0
public record LiveParameters(double perplexity, double exaggeration, double learningRate) {}

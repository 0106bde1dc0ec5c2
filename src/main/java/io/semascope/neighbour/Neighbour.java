package io.semascope.neighbour;

/// One row found near a query.
///
/// @param row index into the block that was searched
/// @param value the raw similarity to the query, never rescaled
public record Neighbour(int row, double value) {}

package io.semascope.vector;

/// Rows that follow each other in a block.
///
/// @param first the first of them
/// @param count how many, at least 0
public record RowRange(int first, int count) {}

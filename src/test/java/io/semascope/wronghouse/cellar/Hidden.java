package io.semascope.wronghouse.cellar;

/// Stands in a room nobody planned, where null is not refused.
final class Hidden {}

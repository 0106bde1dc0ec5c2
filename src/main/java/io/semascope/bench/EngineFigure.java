package io.semascope.bench;

/// One number about an engine that is no time of a stage: its pace, or how true its result is.
///
/// @param name as a program reads it, `scanGigabytesPerSecond`
/// @param value NaN when it is not known
public record EngineFigure(String name, double value) {}

package io.semascope.model;

/// A model in the catalogue.
///
/// @param descriptor what is known about it
/// @param availability whether it can be loaded now
/// @param location where its files come from, for people: `bundled`, a folder, or `to be fetched`
public record ModelEntry(ModelDescriptor descriptor, Availability availability, String location) {
  /// Whether a model can be loaded now.
  public enum Availability {
    /// Ships with Semascope.
    BUNDLED,
    /// Its files lie in a folder of the user.
    ON_DISK,
    /// Its weights must be fetched first.
    TO_BE_FETCHED,
    /// Known, but this version cannot run this kind of graph.
    NOT_RUNNABLE
  }
}

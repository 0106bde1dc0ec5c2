package io.semascope.ui.neighbour;

import io.semascope.ui.theme.CategorySymbol;

/// One line of the list, ready to be shown.
///
/// @param rank from 1
/// @param unitId of the neighbour
/// @param label its short name, on one line
/// @param category of its document
/// @param excerpt the beginning of its text, for a closer look
/// @param score what is known about its score
public record NeighbourRow(
    int rank, String unitId, String label, Category category, String excerpt, Score score) {

  /// @param name empty when there is none
  /// @param light how it looks everywhere in the light theme
  /// @param dark the same in the dark theme
  public record Category(String name, CategorySymbol light, CategorySymbol dark) {}

  /// One score in numbers, words and as a bar.
  ///
  /// @param value raw
  /// @param text the value with four decimals
  /// @param full the value with all its digits and the margin over the next, for a closer look
  /// @param meaning what the value means in this space, in words
  /// @param bar where its bar runs
  public record Score(double value, String text, String full, String meaning, NeighbourBar bar) {}
}

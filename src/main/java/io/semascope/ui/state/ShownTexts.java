package io.semascope.ui.state;

import java.util.Set;

/// What the person filters by hand: the hidden entries of the legend and the words above the list of texts.
///
/// @param hiddenEntries of the legend, from 0
/// @param words without blanks around them; empty for all texts
public record ShownTexts(Set<Integer> hiddenEntries, String words) {
  public ShownTexts {
    hiddenEntries = Set.copyOf(hiddenEntries);
  }

  /// Nothing is filtered away.
  static ShownTexts everything() {
    return new ShownTexts(Set.of(), "");
  }
}

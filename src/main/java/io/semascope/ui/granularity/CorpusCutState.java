package io.semascope.ui.granularity;

import java.util.List;

/// How the corpus is cut, and what can be done about it, at one moment.
///
/// @param spaces stored ones, in the order they were made
/// @param shown ids of those on the map, one or two; while others are asked for, of these
/// @param announcement what pressing the button would do; or why it cannot
/// @param canEmbed whether the button does something
public record CorpusCutState(
    List<SpaceRow> spaces, List<Long> shown, String announcement, boolean canEmbed) {
  public CorpusCutState {
    spaces = List.copyOf(spaces);
    shown = List.copyOf(shown);
  }

  /// @param label model, level and number of texts
  public record SpaceRow(long id, String label) {
    @Override
    public String toString() {
      return label;
    }
  }
}

package io.semascope.ui.compose;

import io.semascope.model.Purpose;
import io.semascope.problem.ProblemReport;
import io.semascope.text.Granularity;
import java.util.List;

/// What the panel shows at one moment.
///
/// @param entry whether a text can be typed
/// @param granularity how the next text will be cut
/// @param purpose which prompt goes before it
/// @param promptsDiffer whether the model treats queries and documents differently, so that the choice matters
/// @param step where the last text stands
/// @param texts typed before, newest first
/// @param hiddenTexts how many older ones are not in `texts`
public record ComposeState(
    Entry entry,
    Granularity granularity,
    Purpose purpose,
    boolean promptsDiffer,
    Step step,
    List<TypedRow> texts,
    int hiddenTexts) {
  public ComposeState {
    texts = List.copyOf(texts);
  }

  /// Whether a text can be typed.
  public sealed interface Entry {
    record Open() implements Entry {}

    /// @param reason a plain sentence
    record Closed(String reason) implements Entry {}
  }

  /// Where the last text stands.
  public sealed interface Step {
    record Idle() implements Step {}

    /// @param stage what is being done, for people
    record Busy(String stage) implements Step {}

    record Failed(ProblemReport report) implements Step {}

    /// @param summary one plain sentence
    /// @param cutOffs ends the model never saw; empty when it saw everything
    record Placed(String summary, List<CutOff> cutOffs) implements Step {
      public Placed {
        cutOffs = List.copyOf(cutOffs);
      }
    }
  }

  /// An end of a text that did not reach its vector.
  ///
  /// @param sentence how much was cut off, in tokens
  /// @param tail the beginning of what was cut off
  public record CutOff(String sentence, String tail) {}

  /// One typed text of the space.
  ///
  /// @param label on one line
  public record TypedRow(String unitId, String label) {}
}

package io.semascope.ui.probe;

import io.semascope.problem.ProblemReport;
import java.util.List;

/// What the *Text* tab shows at one moment.
public sealed interface TextState {
  record Nothing(String sentence) implements TextState {}

  /// One text unit.
  ///
  /// @param title of its document, or “Your text”
  /// @param facts one line: category, how it was cut, where it stands
  /// @param parts in reading order; together the shown text
  /// @param notes what is missing: an end the vector never saw, text that is not shown
  /// @param tokens as far as they were asked for
  record Shown(String title, String facts, List<Part> parts, List<String> notes, Tokens tokens)
      implements TextState {
    public Shown {
      parts = List.copyOf(parts);
      notes = List.copyOf(notes);
    }
  }

  /// A stretch of text.
  ///
  /// @param text never empty
  record Part(String text, Kind kind) {}

  /// How a stretch belongs to the vector.
  enum Kind {
    /// Stands around the unit in its document.
    SURROUNDING,
    /// Went into the vector.
    OWN,
    /// Belongs to the unit, but the model never saw it.
    LOST
  }

  /// The tokens of the text.
  sealed interface Tokens {
    record NotAsked() implements Tokens {}

    /// Nothing here can cut the text.
    ///
    /// @param why one plain sentence
    record Unavailable(String why) implements Tokens {}

    record Loading() implements Tokens {}

    record Failed(ProblemReport report) implements Tokens {}

    /// @param summary one plain sentence
    record Shown(String summary, List<TokenChip> chips) implements Tokens {
      public Shown {
        chips = List.copyOf(chips);
      }
    }
  }

  /// One token.
  ///
  /// @param piece as the tokenizer spells it, with blanks made visible
  /// @param details number and place, for a closer look
  /// @param special whether the tokenizer added it
  /// @param lost whether it is beyond what the model takes
  record TokenChip(String piece, String details, boolean special, boolean lost) {}
}

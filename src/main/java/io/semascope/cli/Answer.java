package io.semascope.cli;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Set;

/// What a command found, in every form it can be printed.
///
/// @param json the whole answer for programs
/// @param headline lines above the table, for people
/// @param header column names
/// @param rows cells, as many as there are columns
/// @param notes what must not go unsaid: truncation, estimates, sampling
/// @param counts names of the columns that count or measure: people read their digits in groups of three, programs without
record Answer(
    JsonObject json,
    List<String> headline,
    List<String> header,
    List<List<String>> rows,
    List<String> notes,
    Set<String> counts) {
  /// Column names of a list of named values, one a line: there is room for all of each, and nothing of it is cut.
  static final List<String> FACTS = List.of("what", "value");

  Answer {
    headline = List.copyOf(headline);
    header = List.copyOf(header);
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
    counts = Set.copyOf(counts);
  }

  /// An answer whose table has no large counts.
  Answer(
      JsonObject json,
      List<String> headline,
      List<String> header,
      List<List<String>> rows,
      List<String> notes) {
    this(json, headline, header, rows, notes, Set.of());
  }
}

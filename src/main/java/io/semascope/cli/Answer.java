package io.semascope.cli;

import com.google.gson.JsonObject;
import java.util.List;

/// What a command found, in every form it can be printed.
///
/// @param json the whole answer for programs
/// @param headline lines above the table, for people
/// @param header column names
/// @param rows cells, as many as there are columns
/// @param notes what must not go unsaid: truncation, estimates, sampling
record Answer(
    JsonObject json,
    List<String> headline,
    List<String> header,
    List<List<String>> rows,
    List<String> notes) {
  /// Column names of a list of named values, one a line: there is room for all of each, and nothing of it is cut.
  static final List<String> FACTS = List.of("what", "value");

  Answer {
    headline = List.copyOf(headline);
    header = List.copyOf(header);
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }
}

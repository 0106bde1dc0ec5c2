package io.semascope.corpus;

import java.util.Optional;

/// How files are to be read.
///
/// @param split whether a text file is one document or many; tables have one a row whatever this says
/// @param columns which column of a table (key of a JSON object) is what
public record ReadOptions(Split split, Columns columns) {
  /// How a text file becomes documents.
  public enum Split {
    DOCUMENT_PER_FILE,
    DOCUMENT_PER_LINE
  }

  /// The columns a person named; an empty one is chosen by its usual names. Names are compared as they are, then without regard to case.
  ///
  /// @param text what is embedded
  /// @param id what identifies a row
  /// @param label the title shown on the map
  /// @param category the group a row is coloured by
  public record Columns(
      Optional<String> text,
      Optional<String> id,
      Optional<String> label,
      Optional<String> category) {
    public static Columns automatic() {
      return new Columns(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Columns withText(String name) {
      return new Columns(Optional.of(name), id, label, category);
    }

    public Columns withId(String name) {
      return new Columns(text, Optional.of(name), label, category);
    }

    public Columns withLabel(String name) {
      return new Columns(text, id, Optional.of(name), category);
    }

    public Columns withCategory(String name) {
      return new Columns(text, id, label, Optional.of(name));
    }
  }

  /// One document a file, columns by their usual names.
  public static ReadOptions standard() {
    return new ReadOptions(Split.DOCUMENT_PER_FILE, Columns.automatic());
  }

  public ReadOptions withSplit(Split other) {
    return new ReadOptions(other, columns);
  }

  public ReadOptions withColumns(Columns other) {
    return new ReadOptions(split, other);
  }
}

package io.semascope.text;

/// One imported text with what its source says about it.
///
/// @param id unique within a workspace, stable across imports of the same source
/// @param title the short name shown on the map; never empty
/// @param text the whole text, exactly as imported
/// @param category the group it is coloured by; empty when the source names none
/// @param source the file (and row) it came from, for people to recognise; empty when typed or pasted
public record Document(String id, String title, String text, String category, String source) {
  public Document {
    if (id.isBlank() || title.isBlank()) {
      throw new IllegalArgumentException("a document needs an id and a title");
    }
  }
}

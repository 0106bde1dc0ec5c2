package io.semascope.session;

import io.semascope.space.SpaceSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What an import did.
///
/// @param documentsAdded new documents
/// @param documentsKnown documents that were already there with the same text
/// @param documentsRenamed documents that got another id because theirs was taken by another text
/// @param space the space the units are in now
/// @param textsEmbedded distinct texts that got their vector now
/// @param unitsTruncated how many of them are longer than the model takes
/// @param unitsUnknown of how many of them the model's vocabulary has nothing
/// @param seconds wall time in the model
/// @param notes what a person should know, one sentence each
public record ImportReport(
    int documentsAdded,
    int documentsKnown,
    int documentsRenamed,
    SpaceSummary space,
    int textsEmbedded,
    int unitsTruncated,
    int unitsUnknown,
    double seconds,
    List<String> notes) {
  public ImportReport {
    notes = List.copyOf(notes);
  }

  /// What a person should know, one sentence each: the notes, how many documents were renamed, how many texts were cut off, and how many the model knows nothing of.
  public List<String> sentences() {
    List<String> sentences = new ArrayList<>(notes);
    if (documentsRenamed > 0) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "%,d %s got another id: the one given belongs to another text, which stays. A changed"
                  + " text is a new document; nothing stored is overwritten.",
              documentsRenamed,
              documentsRenamed == 1 ? "document" : "documents"));
    }
    if (unitsTruncated > 0) {
      sentences.add(
          unitsTruncated == 1
              ? "1 text is longer than the model takes: its end has no part in its vector."
              : String.format(
                  Locale.ROOT,
                  "%,d texts are longer than the model takes: their end has no part in their"
                      + " vector.",
                  unitsTruncated));
    }
    if (unitsUnknown > 0) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "Of %,d %s, %,d %s of unknown tokens only: the model's vocabulary has nothing of %s,"
                  + " so %s of %s meaning.",
              textsEmbedded,
              textsEmbedded == 1 ? "text" : "texts",
              unitsUnknown,
              unitsUnknown == 1 ? "consists" : "consist",
              unitsUnknown == 1 ? "it" : "them",
              unitsUnknown == 1 ? "its vector says nothing" : "their vectors say nothing",
              unitsUnknown == 1 ? "its" : "their"));
    }
    return List.copyOf(sentences);
  }
}

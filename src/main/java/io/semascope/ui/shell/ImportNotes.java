package io.semascope.ui.shell;

import io.semascope.session.ImportReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a person should know after texts were embedded.
final class ImportNotes {
  private ImportNotes() {}

  static List<String> of(ImportReport report) {
    List<String> notes = new ArrayList<>(report.notes());
    if (report.documentsRenamed() > 0) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%,d documents got another id: theirs belongs to another text, which stays.",
              report.documentsRenamed()));
    }
    if (report.unitsTruncated() > 0) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%,d of %,d texts are longer than the model takes: their end has no part in their"
                  + " vector.",
              report.unitsTruncated(),
              report.space().units()));
    }
    return notes;
  }
}

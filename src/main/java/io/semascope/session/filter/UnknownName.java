package io.semascope.session.filter;

import io.semascope.problem.ProblemException;
import io.semascope.problem.ProblemKind;
import io.semascope.problem.ProblemReport;
import io.semascope.text.Document;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A filter names a category or a document that the workspace has not.
public final class UnknownName extends ProblemException {
  private static final long serialVersionUID = 1L;

  /// As many as a legend lists.
  private static final int MOST_LISTED = 24;

  private static final int MOST_NEAREST = 5;

  private UnknownName(ProblemReport report) {
    super(ProblemKind.INPUT, report, null);
  }

  /// Throws `UnknownName` for the first name the filter asks for that no document has. Names that are only left out need not be there.
  public static void check(TextFilter filter, Collection<Document> documents) {
    check(filter.categories(), "category", "categories", documents, Document::category);
    check(filter.documents(), "document", "documents", documents, Document::id);
  }

  private static void check(
      NameChoice asked,
      String one,
      String many,
      Collection<Document> documents,
      Function<Document, String> name) {
    if (asked.excluded()) {
      return;
    }
    for (String wanted : asked.names().stream().sorted().toList()) {
      if (documents.stream().map(name).noneMatch(wanted::equals)) {
        List<String> known = documents.stream().map(name).distinct().sorted().toList();
        throw new UnknownName(report(wanted, one, many, known));
      }
    }
  }

  private static ProblemReport report(String wanted, String one, String many, List<String> known) {
    boolean few = known.size() <= MOST_LISTED;
    String listed =
        (few ? known : Spelling.nearest(wanted, known, MOST_NEAREST))
            .stream().map(UnknownName::quoted).collect(Collectors.joining(", "));
    String why =
        few
            ? "The documents of the workspace have the %s %s.".formatted(many, listed)
            : String.format(
                Locale.ROOT,
                "Of the %,d %s in the workspace, the nearest in spelling are %s.",
                known.size(),
                many,
                listed);
    return new ProblemReport(
        "No text is of the %s %s.".formatted(one, quoted(wanted)),
        why,
        "Name one of these as it is written, capitals included.");
  }

  private static String quoted(String name) {
    return name.isEmpty() ? "“” (none)" : "“" + name + "”";
  }
}

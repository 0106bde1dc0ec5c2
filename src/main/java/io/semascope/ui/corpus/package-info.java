/// How do texts get in? Choosing files, columns and granularity before an import.
/// Start at `ImportForm`. Reading files and embedding them do not belong here.
@org.jspecify.annotations.NullMarked
package io.semascope.ui.corpus;

/// How does a map leave as a picture or a table? Colours of categories, and drawings as PNG, SVG and CSV.
/// Start at `MapExport`. The live map of the window does not belong here, though it takes its colours from `CategoryPalette`.
@org.jspecify.annotations.NullMarked
package io.semascope.corpus.picture;

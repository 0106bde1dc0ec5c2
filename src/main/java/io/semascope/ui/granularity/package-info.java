/// What changes when texts are cut finer, and which piece of a document answers a question?
/// Start at `LevelViewModel` for one document, at `CorpusCutViewModel` for the whole corpus. Cutting and embedding belong to the session.
@org.jspecify.annotations.NullMarked
package io.semascope.ui.granularity;

/// What do files hold, and what leaves for other tools? Text files, tables and samples become documents; vectors, units and pictures become files.
/// Start at `CorpusReader` for what comes in and at `MapExport` and `NpyFile` for what goes out. Every input is untrusted and limited in size; every
/// output appears whole or not at all. Embedding, storing and the window do not belong here.
@org.jspecify.annotations.NullMarked
package io.semascope.corpus;

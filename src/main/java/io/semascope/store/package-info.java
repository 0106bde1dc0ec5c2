/// How is everything kept? One workspace file: documents, units, vectors, pictures and the window's state, always saved.
/// Start at `Workspace`, then read `schema.sql`. What the values mean belongs to the rooms they come from; SQL belongs only here.
@org.jspecify.annotations.NullMarked
package io.semascope.store;

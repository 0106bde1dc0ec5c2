/// What would SQLite alone take? The barest loop over the tables of a workspace, against which the store is measured. Start at `BareLoop`.
/// Nothing a person's data goes through belongs here.
@org.jspecify.annotations.NullMarked
package io.semascope.store.twin;

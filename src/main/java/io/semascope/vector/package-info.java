/// What can be said about vectors as mathematics? Blocks of rows, norms, similarities.
/// Start at `VectorBlock`. Text, models and meaning do not belong here.
@org.jspecify.annotations.NullMarked
package io.semascope.vector;

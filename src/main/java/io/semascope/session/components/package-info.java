/// In which directions do the vectors of a file vary that may be larger than the memory? Start at `FileComponents`. What a workspace holds does not belong
/// here.
@org.jspecify.annotations.NullMarked
package io.semascope.session.components;

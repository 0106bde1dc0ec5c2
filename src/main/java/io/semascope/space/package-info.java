/// Which texts share one space? Text units and their vectors under one fingerprint; here text and mathematics meet.
/// Start at `VectorSpace`. Layouts, questions and files do not belong here.
@org.jspecify.annotations.NullMarked
package io.semascope.space;

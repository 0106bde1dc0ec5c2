/// Tests of codes and of the intervals they give; start at `CodeBoundsTest`.
@org.jspecify.annotations.NullMarked
package io.semascope.neighbour.quantised;

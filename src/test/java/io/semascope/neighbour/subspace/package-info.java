/// Tests of rows before they are compared in a subspace; start at `CentredRowsTest`.
@org.jspecify.annotations.NullMarked
package io.semascope.neighbour.subspace;

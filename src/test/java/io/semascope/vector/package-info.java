/// Tests of the mathematics of vectors, against plain sums in double precision.
@org.jspecify.annotations.NullMarked
package io.semascope.vector;

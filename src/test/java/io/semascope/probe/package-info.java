/// Tests of the probes, against values worked out by hand and sums in double precision.
@org.jspecify.annotations.NullMarked
package io.semascope.probe;

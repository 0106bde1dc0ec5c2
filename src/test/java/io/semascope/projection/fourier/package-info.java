/// Tests of the transforms against their sums.
@org.jspecify.annotations.NullMarked
package io.semascope.projection.fourier;

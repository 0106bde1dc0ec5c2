/// Tests of the inner loops: both kernels give the very same integers, and those are the right ones.
@org.jspecify.annotations.NullMarked
package io.semascope.raster.kernel;

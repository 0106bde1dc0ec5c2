/// What is done to eight pixels at once? The inner loops of the raster, by the Vector API where the JVM has it and by plain loops where not.
/// Start at `PixelKernel`. What a point looks like and where it lies does not belong here.
@org.jspecify.annotations.NullMarked
package io.semascope.raster.kernel;

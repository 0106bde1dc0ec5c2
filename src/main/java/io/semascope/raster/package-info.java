/// How do a million points become pixels? Plain arithmetic on all cores, without a toolkit.
/// Start at `PointRaster`, which draws a `Plot` through a `RasterView`. Windows, labels and gestures do not belong here.
@org.jspecify.annotations.NullMarked
package io.semascope.raster;

/// How do a million points become pixels? Plain arithmetic on all cores, without a toolkit.
/// Start at `PointRaster`, which draws a `Plot` through a `RasterView`. What one point looks like stands in `raster.stamp`. Windows, labels and gestures do not
/// belong here.
@org.jspecify.annotations.NullMarked
package io.semascope.raster;

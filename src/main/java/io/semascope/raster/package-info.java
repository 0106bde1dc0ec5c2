/// How do a million points become pixels, and which point is under the pointer? Plain arithmetic on all cores, without a toolkit.
/// Start at `PointRaster`, which draws a `Plot` through a `RasterView`; `PointIndex` finds points again. Windows, labels and gestures do not belong here.
@org.jspecify.annotations.NullMarked
package io.semascope.raster;

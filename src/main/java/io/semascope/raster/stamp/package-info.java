/// What does one point look like? Small pictures of each shape and colour, for every place its centre may have within a pixel.
/// Start at `PointStyle`, of which `ColourStamps` are made. Where points lie and which lies above another does not belong here.
@org.jspecify.annotations.NullMarked
package io.semascope.raster.stamp;

/// Which point is at this place of the plane, and which lie around it? Answers for the pointer, the arrow keys, selections and labels.
/// Start at `PointSearch`. What points look like does not belong here.
@org.jspecify.annotations.NullMarked
package io.semascope.raster.index;

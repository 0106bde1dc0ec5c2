package io.semascope.raster;

/// What was drawn.
///
/// @param mode never `AUTOMATIC`
/// @param inView points whose centre is in the picture and that no filter dims
/// @param densityTop how many points on one pixel have the strongest shade; 0 when points were drawn or none is in view
public record RasterResult(DrawingMode mode, int inView, int densityTop) {}

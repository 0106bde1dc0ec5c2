@org.jspecify.annotations.NullMarked
package io.semascope.raster.index;

/// How far can a map be believed? How many neighbours it keeps, invents and tears apart, for the whole and for one row.
/// Start at `MapQuality`; `RowQuality` tells it for one row. How a map is made does not belong here.
@org.jspecify.annotations.NullMarked
package io.semascope.projection.quality;

/// Does the house stand as planned? Start at `FloorPlanTest`.
@org.jspecify.annotations.NullMarked
package io.semascope;

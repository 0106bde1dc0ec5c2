/// Where on the map does a name stand, and how much of it? Rooms for names that hide little and belong to their point at a glance.
/// Start at `LabelPlacing`. What is drawn there does not belong here.
@org.jspecify.annotations.NullMarked
package io.semascope.ui.map.label;

/// How is a map asked for, watched and stopped? The toolbar above the map.
/// Start at `LayoutBar`. Drawing the map and computing it do not belong here.
@org.jspecify.annotations.NullMarked
package io.semascope.ui.projection;

/// Where does every text stand, and what lies around it? The map: points, labels, lines, legend, gestures.
/// Start at `MapView`, which is given a `MapScene` and knows nothing of sessions. Computing positions does not belong here.
@org.jspecify.annotations.NullMarked
package io.semascope.ui.map;

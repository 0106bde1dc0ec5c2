/// Which model makes the vectors? Choosing one, with what should be known about it, and fetching weights.
/// Start at `ModelChooser`. Loading and running models do not belong here.
@org.jspecify.annotations.NullMarked
package io.semascope.ui.model;

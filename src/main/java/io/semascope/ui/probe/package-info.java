/// What is inside one vector, and how does the cosine of two come about?
/// Start at `InspectorView`; its three tabs each have a view model of their own. Nothing is computed here beyond what fits into one line of text.
@org.jspecify.annotations.NullMarked
package io.semascope.ui.probe;

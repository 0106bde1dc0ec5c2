/// What does a person read when something fails? Three sentences: what happened, why, what to do now.
/// Start at `ProblemReport`. How a report is shown (banner, command line) does not belong here.
@org.jspecify.annotations.NullMarked
package io.semascope.problem;

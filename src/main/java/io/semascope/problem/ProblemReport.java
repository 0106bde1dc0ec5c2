package io.semascope.problem;

/// The three sentences a person reads when something fails.
///
/// @param what what happened
/// @param why the cause, with the offending value and its unit
/// @param remedy what to do now
public record ProblemReport(String what, String why, String remedy) {
  /// All three sentences on one line.
  public String sentences() {
    return what + " " + why + " " + remedy;
  }
}

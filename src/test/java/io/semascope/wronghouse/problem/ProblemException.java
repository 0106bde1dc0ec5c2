package io.semascope.wronghouse.problem;

public abstract class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;
}

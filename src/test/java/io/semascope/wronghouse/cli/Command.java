package io.semascope.wronghouse.cli;

import io.semascope.wronghouse.retrieval.Engine;

/// Computes instead of asking the session.
public final class Command {
  public String run(Engine engine) {
    return engine.toString();
  }
}

package io.semascope.cli;

import picocli.CommandLine.IVersionProvider;

/// Reads the version from the jar's manifest.
final class ProgramVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = ProgramVersion.class.getPackage().getImplementationVersion();
    return new String[] {"semascope " + (version == null ? "(not packaged)" : version)};
  }
}

package io.semascope.store;

import java.sql.Statement;

/// Makes a workspace refuse maps because there is no room for what a trigger stores beside them, until it is closed: for tests of what becomes of a map then.
public final class FullDisk {
  private FullDisk() {}

  /// The frames of runs that move are refused from now on, nothing else.
  public static void refuseFrames(Workspace workspace) {
    refuse(workspace, "NEW.method_key LIKE '%/running'");
  }

  /// Finished maps are refused from now on, nothing else.
  public static void refuseMaps(Workspace workspace) {
    refuse(workspace, "NEW.method_key NOT LIKE '%/running'");
  }

  private static void refuse(Workspace workspace, String condition) {
    workspace
        .database()
        .write(
            connection -> {
              try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TEMP TABLE filler (bytes)");
                statement.execute("PRAGMA temp.max_page_count = 64");
                return statement.execute(
                    "CREATE TEMP TRIGGER no_room BEFORE INSERT ON main.projection WHEN "
                        + condition
                        + " BEGIN INSERT INTO filler VALUES (zeroblob(10000000)); END");
              }
            });
  }
}

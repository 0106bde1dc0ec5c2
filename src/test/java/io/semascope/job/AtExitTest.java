package io.semascope.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AtExitTest {
  @Test
  void runsWhatWasNotWithdrawnWhenTheProgramEnds() throws IOException, InterruptedException {
    Process process = ChildProgram.plain(EndingProgram.class).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(3, process.waitFor(), said);
    assertEquals("withdrawn true\nending\nat exit, withdrawn false\n", said.replace("\r", ""));
  }

  @Test
  void isWithdrawnOnce() {
    AtExit atExit = AtExit.run(() -> {});
    assertTrue(atExit.withdraw());
    assertEquals(false, atExit.withdraw());
  }
}

package io.semascope.ui.activity;

import atlantafx.base.theme.Styles;
import io.semascope.job.Job;
import io.semascope.job.JobStatus;
import io.semascope.job.Progress;
import io.semascope.session.SessionState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/// The line at the bottom: model and fingerprint, n × d, device, the running job with progress and cancel, the network.
public final class StatusBar extends HBox {
  /// Enough for the button: a job that comes or goes moves nothing else in the window, which would lay out and draw all of it anew.
  private static final double HEIGHT = 28;

  private final Label space = label("status-space");
  private final Label device = label("status-device");
  private final Label network = label("status-network");
  private final Label job = label("status-job");
  private final ProgressBar bar = new ProgressBar(0);
  private final Button cancel = new Button("", new FontIcon(Material2AL.CANCEL));

  /// What runs, with its latest words; the newest is last and shown.
  private final SequencedMap<Job<?>, Shown> running = new LinkedHashMap<>();

  public StatusBar() {
    setId("status-bar");
    setSpacing(12);
    setAlignment(Pos.CENTER_LEFT);
    setPadding(new Insets(3, 10, 3, 10));
    setMinHeight(HEIGHT);
    bar.setId("status-progress");
    bar.setPrefWidth(120);
    bar.setMinWidth(60);
    cancel.setId("cancel-job");
    cancel.setAccessibleText("Stop the running work");
    cancel.setTooltip(new Tooltip("Stop; what was stored by then is kept"));
    cancel.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    cancel.setPadding(new Insets(0, 10, 0, 10));
    cancel.setOnAction(event -> cancelShown());
    device.setTextOverrun(OverrunStyle.ELLIPSIS);
    space.setMinWidth(120);
    network.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().addAll(space, device, gap, job, bar, cancel, network);
    refresh();
  }

  private static Label label(String id) {
    Label label = new Label();
    label.setId(id);
    label.setMinWidth(0);
    label.getStyleClass().add(Styles.TEXT_SMALL);
    return label;
  }

  /// FX thread.
  public void show(SessionState state) {
    StatusText text = StatusText.of(state);
    set(space, text.space());
    set(device, text.device());
    set(network, text.network());
  }

  private static void set(Label label, String text) {
    if (!text.equals(label.getText())) {
      label.setText(text);
      label.setTooltip(new Tooltip(text));
    }
  }

  /// Shows what a job is doing; of several the newest, with the number of the others. FX thread.
  public void showJob(Job<?> job, JobStatus status) {
    switch (status) {
      case JobStatus.Waiting waiting -> running.put(job, new Shown(job.name() + " · waiting", -1));
      case JobStatus.Running now -> running.put(job, Shown.of(now.progress()));
      case JobStatus.Succeeded succeeded -> running.remove(job);
      case JobStatus.Cancelled cancelled -> running.remove(job);
      case JobStatus.Failed failed -> running.remove(job);
    }
    refresh();
  }

  private void cancelShown() {
    if (!running.isEmpty()) {
      running.lastEntry().getKey().cancel();
    }
  }

  private void refresh() {
    boolean working = !running.isEmpty();
    Shown shown = working ? running.lastEntry().getValue() : new Shown("", 0);
    int others = running.size() - 1;
    job.setText(others > 0 ? "%s · %d more".formatted(shown.text(), others) : shown.text());
    bar.setProgress(shown.fraction());
    for (Region part : List.of(bar, cancel)) {
      part.setVisible(working);
      part.setManaged(working);
    }
  }

  /// @param fraction done, 0 to 1; −1 when nobody knows
  private record Shown(String text, double fraction) {
    static Shown of(Progress progress) {
      return new Shown(StatusText.of(progress), progress.total() > 0 ? progress.fraction() : -1);
    }
  }
}

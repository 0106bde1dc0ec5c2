package io.semascope.ui.activity;

import atlantafx.base.theme.Styles;
import io.semascope.job.Job;
import io.semascope.job.JobStatus;
import io.semascope.job.Progress;
import io.semascope.session.SessionState;
import java.util.Optional;
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
  private final Label space = label("status-space");
  private final Label device = label("status-device");
  private final Label network = label("status-network");
  private final Label job = label("status-job");
  private final ProgressBar bar = new ProgressBar(0);
  private final Button cancel = new Button("", new FontIcon(Material2AL.CANCEL));
  private Optional<Job<?>> watched = Optional.empty();

  public StatusBar() {
    setId("status-bar");
    setSpacing(12);
    setAlignment(Pos.CENTER_LEFT);
    setPadding(new Insets(3, 10, 3, 10));
    bar.setId("status-progress");
    bar.setPrefWidth(120);
    bar.setMinWidth(60);
    cancel.setId("cancel-job");
    cancel.setAccessibleText("Stop the running work");
    cancel.setTooltip(new Tooltip("Stop; what is finished is kept"));
    cancel.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    cancel.setOnAction(event -> watched.ifPresent(Job::cancel));
    device.setTextOverrun(OverrunStyle.ELLIPSIS);
    space.setMinWidth(120);
    network.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().addAll(space, device, gap, job, bar, cancel, network);
    showIdle();
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

  /// Shows what a job is doing; an older job that still runs gives way. FX thread.
  public void showJob(Job<?> running, JobStatus status) {
    switch (status) {
      case JobStatus.Waiting waiting -> begin(running, running.name() + " · waiting");
      case JobStatus.Running now -> {
        Progress progress = now.progress();
        begin(running, StatusText.of(progress));
        bar.setProgress(progress.total() > 0 ? progress.fraction() : -1);
      }
      case JobStatus.Succeeded succeeded -> end(running);
      case JobStatus.Cancelled cancelled -> end(running);
      case JobStatus.Failed failed -> end(running);
    }
  }

  private void begin(Job<?> running, String text) {
    watched = Optional.of(running);
    job.setText(text);
    bar.setVisible(true);
    bar.setManaged(true);
    cancel.setVisible(true);
    cancel.setManaged(true);
  }

  private void end(Job<?> ended) {
    if (watched.isPresent() && watched.get().equals(ended)) {
      showIdle();
    }
  }

  private void showIdle() {
    watched = Optional.empty();
    job.setText("");
    bar.setProgress(0);
    bar.setVisible(false);
    bar.setManaged(false);
    cancel.setVisible(false);
    cancel.setManaged(false);
  }
}

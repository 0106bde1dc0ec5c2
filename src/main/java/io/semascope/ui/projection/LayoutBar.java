package io.semascope.ui.projection;

import atlantafx.base.theme.Styles;
import io.semascope.projection.LiveChange;
import io.semascope.projection.ProjectionMethod;
import io.semascope.projection.Tsne;
import io.semascope.projection.quality.LiveQuality;
import io.semascope.session.layout.LiveFrame;
import io.semascope.ui.projection.LayoutBarState.Phase;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/// The toolbar above the map: method, run, pause, stop, the local–global slider, and how far the picture can be trusted.
public final class LayoutBar extends VBox {
  private static final double LOWEST_PERPLEXITY = 2;
  private static final double HIGHEST_PERPLEXITY = 100;
  private static final double TOOLTIP_WIDTH = 460;
  private static final String HALT = "Halt the map where it is";
  private static final String RUN =
      "Compute the map: at its end it takes the place of the kept one of its method";
  private static final String RUN_ANEW =
      "Compute a new t-SNE: it takes the place of the one that was left before its end";

  private static final String DIVERGENCE =
      "KL is what t-SNE makes small: the Kullback–Leibler divergence of the map's neighbourhoods"
          + " from the space's, in nats. 0 is perfect; compare it only between maps of the same"
          + " texts and perplexity.";

  private final LayoutActions actions;
  private final ToggleButton pca = new ToggleButton("PCA");
  private final ToggleButton tsne = new ToggleButton("t-SNE");
  private final ToggleButton umap = new ToggleButton("UMAP");
  private final Button run = new Button("Run", new FontIcon(Material2MZ.PLAY_ARROW));
  private final Button pause = new Button("Pause", new FontIcon(Material2MZ.PAUSE));
  private final Button stop = new Button("Stop", new FontIcon(Material2MZ.STOP));
  private final Slider perplexity =
      new Slider(LOWEST_PERPLEXITY, HIGHEST_PERPLEXITY, Tsne.standard().perplexity());
  private final Label perplexityValue = new Label();
  private final Label facts = new Label();
  private final Label trust = new Label();
  private final Tooltip trustDetail = new Tooltip();
  private final Label changed = new Label("changed: press Run");
  private final ExpertSettings expert = new ExpertSettings();
  private final UmapSettings umapSettings = new UmapSettings();
  private Phase phase = Phase.NOTHING;
  private Optional<LayoutChoice> shown = Optional.empty();
  private Optional<LiveQuality> moved = Optional.empty();
  private Optional<String> movedFacts = Optional.empty();
  private boolean filling;

  /// What Stop does to a run that can be stored, and whether the newest frame says that it can.
  private String stopTip = LayoutBarState.STOP_EARLY;

  private boolean stores = true;

  public LayoutBar(LayoutActions actions) {
    this.actions = actions;
    setId("layout-bar");
    setSpacing(4);
    setPadding(new Insets(6, 10, 6, 10));
    getChildren().addAll(controls(), captions());
    show(
        new LayoutBarState(Phase.NOTHING, "", "", "", Optional.empty(), LayoutBarState.STOP_EARLY));
  }

  private Node controls() {
    ToggleGroup methods = new ToggleGroup();
    pca.setToggleGroup(methods);
    tsne.setToggleGroup(methods);
    umap.setToggleGroup(methods);
    pca.setId("method-pca");
    tsne.setId("method-tsne");
    umap.setId("method-umap");
    pca.getStyleClass().add(Styles.LEFT_PILL);
    tsne.getStyleClass().add(Styles.CENTER_PILL);
    umap.getStyleClass().add(Styles.RIGHT_PILL);
    pca.setSelected(true);
    methods
        .selectedToggleProperty()
        .addListener(
            (observed, before, now) -> {
              if (now == null && before != null) {
                before.setSelected(true);
              }
              refresh();
            });
    pca.setOnAction(event -> actions.start(choice()));
    tsne.setOnAction(event -> actions.showKept(LayoutChoice.Method.TSNE));
    umap.setOnAction(event -> actions.showKept(LayoutChoice.Method.UMAP));
    pca.setTooltip(new Tooltip("Principal components: instant, exact, the same every time"));
    tsne.setTooltip(
        new Tooltip("t-SNE: keeps near neighbours together. Shows the kept map; Run computes one"));
    umap.setTooltip(
        new Tooltip(
            "UMAP: keeps neighbourhoods together, fast. Shows the kept map; Run computes one"));
    button(run, "run-layout", RUN, () -> start());
    button(pause, "pause-layout", HALT, this::resumeOrPause);
    button(stop, "stop-layout", LayoutBarState.STOP_EARLY, actions::stop);
    perplexity.setId("local-global");
    perplexity.setAccessibleText("Local to global: perplexity");
    perplexity.setPrefWidth(90);
    perplexity.setBlockIncrement(1);
    perplexity.setTooltip(
        new Tooltip(
            "Perplexity: how many neighbours each point minds. Left: local detail; right: the large"
                + " picture."));
    perplexity.valueProperty().addListener(observed -> turnedPerplexity());
    perplexityValue.setMinWidth(24);
    perplexityValue.setText("30");
    changed.setId("layout-changed");
    changed.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.WARNING);
    expert.onTurn(this::turned);
    expert.onEdit(this::refresh);
    umapSettings.onTurn(this::turned);
    umapSettings.onEdit(this::refresh);
    umapSettings.box().visibleProperty().bind(umap.selectedProperty());
    umapSettings.box().managedProperty().bind(umap.selectedProperty());
    Label local = new Label("local");
    Label global = new Label("global");
    local.getStyleClass().add(Styles.TEXT_MUTED);
    global.getStyleClass().add(Styles.TEXT_MUTED);
    HBox sliderBox = new HBox(4, local, perplexity, global, perplexityValue);
    sliderBox.setAlignment(Pos.CENTER_LEFT);
    sliderBox.visibleProperty().bind(tsne.selectedProperty());
    sliderBox.managedProperty().bind(tsne.selectedProperty());
    expert.button().visibleProperty().bind(tsne.selectedProperty());
    expert.button().managedProperty().bind(tsne.selectedProperty());
    for (Region fixed : List.of(pca, tsne, umap, local, global, perplexityValue, changed)) {
      fixed.setMinWidth(Region.USE_PREF_SIZE);
    }
    FlowPane row =
        new FlowPane(
            8,
            4,
            new HBox(pca, tsne, umap),
            run,
            pause,
            stop,
            sliderBox,
            expert.button(),
            umapSettings.box(),
            changed);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setPrefWrapLength(200);
    return row;
  }

  private Node captions() {
    facts.setId("layout-facts");
    facts.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    facts.setWrapText(true);
    facts.setTooltip(new Tooltip(DIVERGENCE));
    trust.setId("quality-badge");
    trust.getStyleClass().addAll(Styles.TEXT_SMALL, "quality-badge");
    trustDetail.setWrapText(true);
    trustDetail.setMaxWidth(TOOLTIP_WIDTH);
    return new CaptionRow(facts, trust);
  }

  private static void button(Button button, String id, String tip, Runnable action) {
    button.setId(id);
    explain(button, tip);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
  }

  private static void explain(Button button, String tip) {
    if (!tip.equals(button.getAccessibleText())) {
      button.setTooltip(new Tooltip(tip));
      button.setAccessibleText(tip);
    }
  }

  /// Shows a new state. FX thread.
  public void show(LayoutBarState state) {
    phase = state.phase();
    boolean moving = phase == Phase.RUNNING || phase == Phase.PAUSED;
    movedFacts = movedFacts.filter(line -> moving);
    facts.setText(movedFacts.orElse(state.facts()));
    moved = moved.filter(quality -> moving);
    showTrust(
        moved.map(LayoutBarState::trust).orElse(state.trust()),
        moved.map(LayoutBarState::detail).orElse(state.trustDetail()));
    shown = state.method().map(LayoutChoice::of);
    stopTip = state.stop();
    stores = stores || !moving;
    nameStop();
    refresh();
  }

  private void showTrust(String words, String detail) {
    trust.setText(words);
    trust.setVisible(!words.isEmpty());
    // The same one, so that it stays open over a badge that moves.
    trustDetail.setText(detail);
    trust.setTooltip(detail.isEmpty() ? null : trustDetail);
    trust.setAccessibleText(words + ". " + detail);
  }

  private void showQuality(LiveQuality quality) {
    if (!moved.equals(Optional.of(quality))) {
      moved = Optional.of(quality);
      showTrust(LayoutBarState.trust(quality), LayoutBarState.detail(quality));
    }
  }

  /// Shows how far a running layout is, what it is made from and, when that was measured, how far it can be trusted: until its next frame or its end,
  /// whatever states come meanwhile.
  public void showFrame(LiveFrame frame) {
    movedFacts = Optional.of(LayoutBarState.facts(frame));
    facts.setText(LayoutBarState.facts(frame));
    stores = frame.notStored().isEmpty();
    nameStop();
    frame.quality().ifPresent(this::showQuality);
  }

  /// Sets the method tab without starting anything.
  public void choose(LayoutChoice.Method method) {
    switch (method) {
      case PCA -> pca.setSelected(true);
      case TSNE -> tsne.setSelected(true);
      case UMAP -> umap.setSelected(true);
    }
    refresh();
  }

  /// Sets every control to what a stored map was made with, without starting or turning anything.
  public void choose(ProjectionMethod method) {
    LayoutChoice made = LayoutChoice.of(method);
    filling = true;
    if (made.method() == LayoutChoice.Method.TSNE) {
      perplexity.setValue(made.tsne().perplexity());
      expert.fill(made.comparable().tsne());
    }
    if (made.method() == LayoutChoice.Method.UMAP) {
      umapSettings.fill(made.umap());
    }
    filling = false;
    choose(made.method());
  }

  /// The fields behind the settings button; they are in no scene before it is pressed.
  Node expertFields() {
    return expert.fields();
  }

  /// The same for UMAP.
  Node umapFields() {
    return umapSettings.fields();
  }

  private void refresh() {
    boolean active = phase == Phase.RUNNING || phase == Phase.BUSY || phase == Phase.PAUSED;
    set(run, !active);
    set(pause, phase == Phase.RUNNING || phase == Phase.PAUSED || phase == Phase.STOPPED);
    set(stop, active);
    run.setDisable(phase == Phase.NOTHING);
    pca.setDisable(active || phase == Phase.NOTHING);
    tsne.setDisable(active || phase == Phase.NOTHING);
    umap.setDisable(active || phase == Phase.NOTHING);
    boolean idle = phase == Phase.IDLE || phase == Phase.STOPPED;
    mark(idle && !pca.isSelected() && shown.isPresent() && !isShown(choice()));
    namePause();
    explain(run, phase == Phase.STOPPED && tsne.isSelected() ? RUN_ANEW : RUN);
  }

  private void nameStop() {
    explain(stop, stores ? stopTip : LayoutBarState.STOP_UNSTORED);
  }

  private void namePause() {
    switch (phase) {
      case PAUSED -> {
        pause.setText("Resume");
        explain(pause, "Go on with the map from where it is");
      }
      case STOPPED -> {
        pause.setText("Go on");
        explain(
            pause,
            "Go on with the t-SNE from where it was stopped; its momentum and gains begin anew");
      }
      case NOTHING, IDLE, RUNNING, BUSY -> {
        pause.setText("Pause");
        explain(pause, HALT);
      }
    }
  }

  private void resumeOrPause() {
    if (phase == Phase.PAUSED || phase == Phase.STOPPED) {
      actions.resume();
    } else {
      actions.pause();
    }
  }

  private static void set(Button button, boolean shown) {
    button.setVisible(shown);
    button.setManaged(shown);
  }

  private void mark(boolean shown) {
    changed.setVisible(shown);
    changed.setManaged(shown);
  }

  private boolean isShown(LayoutChoice choice) {
    return shown.map(made -> within(made).equals(within(choice))).orElse(false);
  }

  /// As far as the controls can say it: a map made elsewhere may have had a perplexity beyond them.
  private static LayoutChoice within(LayoutChoice choice) {
    double perplexity =
        Math.clamp(
            Math.round(choice.tsne().perplexity()),
            (long) LOWEST_PERPLEXITY,
            (long) HIGHEST_PERPLEXITY);
    return choice
        .withTsne(choice.tsne().withPerplexity(perplexity))
        .withUmap(UmapSettings.within(choice.umap()))
        .comparable();
  }

  private void start() {
    expert.correctSeed();
    umapSettings.correctSeed();
    mark(false);
    actions.start(choice());
  }

  private void turnedPerplexity() {
    long rounded = Math.round(perplexity.getValue());
    perplexityValue.setText(String.valueOf(rounded));
    turned(LiveChange.perplexity(rounded));
  }

  /// A run takes only what was turned; the rest stays with its own plan.
  private void turned(LiveChange change) {
    if (!filling && (phase == Phase.RUNNING || phase == Phase.PAUSED)) {
      actions.change(change);
    } else {
      refresh();
    }
  }

  private LayoutChoice choice() {
    return new LayoutChoice(
        method(), expert.tsne(Math.round(perplexity.getValue())), umapSettings.umap());
  }

  private LayoutChoice.Method method() {
    if (tsne.isSelected()) {
      return LayoutChoice.Method.TSNE;
    }
    return umap.isSelected() ? LayoutChoice.Method.UMAP : LayoutChoice.Method.PCA;
  }

  /// What the toolbar asks for.
  public interface LayoutActions {
    void start(LayoutChoice choice);

    /// Shows the kept map of a method, where there is one.
    void showKept(LayoutChoice.Method method);

    void pause();

    void resume();

    void stop();

    void change(LiveChange change);
  }
}

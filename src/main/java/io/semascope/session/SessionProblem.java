package io.semascope.session;

import io.semascope.problem.ProblemException;
import io.semascope.problem.ProblemKind;
import io.semascope.problem.ProblemReport;
import java.nio.file.Path;

/// A request that makes no sense in the present state: no workspace, an unknown unit, a space without a model.
public final class SessionProblem extends ProblemException {
  private static final long serialVersionUID = 1L;

  private final boolean mapShown;

  private SessionProblem(ProblemKind kind, ProblemReport report) {
    super(kind, report, null);
    this.mapShown = false;
  }

  private SessionProblem(ProblemKind kind, ProblemReport report, ProblemException cause) {
    super(kind, report, cause);
    this.mapShown = true;
  }

  /// Whether the map that was asked for is part of the state and could only not be stored.
  public boolean mapShown() {
    return mapShown;
  }

  /// The map is shown all the same.
  static SessionProblem mapNotStored(ProblemException cause) {
    return new SessionProblem(
        cause.kind(),
        new ProblemReport(
            "The map is shown, but it could not be stored.",
            cause.report().what() + " " + cause.report().why(),
            "Export it, or make room and compute it again; it is lost when the workspace is"
                + " closed."),
        cause);
  }

  static SessionProblem noWorkspace() {
    return new SessionProblem(
        ProblemKind.WORKSPACE,
        new ProblemReport(
            "There is nothing to work on.",
            "No workspace is open.",
            "Open one or import some texts."));
  }

  /// A workspace is to be made where there is no folder for it.
  public static SessionProblem noFolder(Path file, Path folder) {
    return new SessionProblem(
        ProblemKind.WORKSPACE,
        new ProblemReport(
            "No workspace can be made at " + file + ".",
            "There is no folder " + folder + ".",
            "Make that folder first, or name another file."));
  }

  static SessionProblem noSpace(String file) {
    return new SessionProblem(
        ProblemKind.WORKSPACE,
        new ProblemReport(
            "The workspace has no vectors yet.",
            "No space was embedded in " + file + ".",
            "Import texts or embed the documents it has."));
  }

  static SessionProblem unknownUnit(String id, int count) {
    return new SessionProblem(
        ProblemKind.INPUT,
        new ProblemReport(
            "There is no text with the id “" + id + "”.",
            "None of the %,d texts that have a vector in this space is called that."
                .formatted(count),
            "Check the id; exporting the units lists all of them."));
  }

  static SessionProblem unknownDocument(String id, int count) {
    return new SessionProblem(
        ProblemKind.INPUT,
        new ProblemReport(
            "There is no document with the id “" + id + "”.",
            "None of the %,d documents of the workspace is called that.".formatted(count),
            "Check the id: it is the one in the imported table, or the name of the imported"
                + " file."));
  }

  static SessionProblem unknownSpace(String name, String known) {
    return new SessionProblem(
        ProblemKind.INPUT,
        new ProblemReport(
            "No single space is called “" + name + "”.",
            "The workspace has: " + known + ".",
            "Name one of these by its number, model or granularity."));
  }

  static SessionProblem unknownDimension(int dimension, int count) {
    return new SessionProblem(
        ProblemKind.INPUT,
        new ProblemReport(
            "There is no dimension " + dimension + ".",
            "The vectors have the dimensions 0 to " + (count - 1) + ".",
            "Choose a number in that range."));
  }

  static SessionProblem noModelForSpace(String name) {
    return new SessionProblem(
        ProblemKind.MISMATCH,
        new ProblemReport(
            "No text can be typed into this space.",
            "Its vectors were read from a file ("
                + name
                + "), and the model that made them is not known here.",
            "Embed the documents with a model first, then type into that space."));
  }

  static SessionProblem modelChanged(String modelId, String stored, String present) {
    return new SessionProblem(
        ProblemKind.MISMATCH,
        new ProblemReport(
            "The text cannot be placed in this space.",
            "The space was made by “%s” with fingerprint %s, but the model of that name here has fingerprint %s: its files or its contract changed."
                .formatted(modelId, stored, present),
            "Embed the documents again with the present model; the old space stays as it is."));
  }

  static SessionProblem noDocuments(String file) {
    return new SessionProblem(
        ProblemKind.INPUT,
        new ProblemReport(
            "There is nothing to embed.", file + " has no documents.", "Import some texts first."));
  }

  static SessionProblem noLayout() {
    return new SessionProblem(
        ProblemKind.LAYOUT,
        new ProblemReport(
            "There is no map to go on with.",
            "No layout of these texts is paused, and no t-SNE of them that was stopped is kept.",
            "Start one, then pause or stop it."));
  }

  static SessionProblem noMap() {
    return new SessionProblem(
        ProblemKind.LAYOUT,
        new ProblemReport(
            "There is no map yet.",
            "No projection was computed.",
            "Run PCA, t-SNE or UMAP first, on the command line with “map”."));
  }

  /// @param wanted key of the method that was asked for
  /// @param shown key of that of the shown map
  static SessionProblem noMapOf(String wanted, String shown) {
    return new SessionProblem(
        ProblemKind.LAYOUT,
        new ProblemReport(
            "There is no map by “" + wanted + "” of these texts.",
            "None is kept that fits them; the map that is there is by “" + shown + "”.",
            "Make one with “map --method " + wanted + "” first, or ask for the other."));
  }
}

package io.semascope.model.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.onnxruntime.OrtException;
import org.junit.jupiter.api.Test;

class OnnxProblemsTest {
  @Test
  void theSystemsReasonForALibraryIsPassedOn() {
    var failure =
        new UnsatisfiedLinkError(
            "/cache/libonnxruntime.so: failed to map segment from shared object");
    assertEquals(
        "the system says of /cache/libonnxruntime.so: failed to map segment from shared object",
        OnnxProblems.starting(new ExceptionInInitializerError(failure)));
    assertEquals(
        "the system says of C:\\cache\\onnxruntime.dll: Access is denied",
        OnnxProblems.starting(
            new UnsatisfiedLinkError("C:\\cache\\onnxruntime.dll: Access is denied")));
  }

  @Test
  void wordsOfJavaAreNot() {
    String words = "its library does not fit this machine or is incomplete";
    assertEquals(
        words,
        OnnxProblems.starting(new UnsatisfiedLinkError("no onnxruntime in java.library.path")));
    assertEquals(
        words,
        OnnxProblems.starting(
            new NoClassDefFoundError("Could not initialize class ai.onnxruntime.OnnxRuntime")));
    assertEquals(words, OnnxProblems.starting(new IllegalStateException()));
  }

  @Test
  void theLibrarysOwnReasonComesWithoutItsCode() {
    var failure = new OrtException(OrtException.OrtErrorCode.ORT_FAIL, "Protobuf parsing failed.");
    assertEquals("Protobuf parsing failed", OnnxProblems.said(failure));
    assertEquals("Protobuf parsing failed", OnnxProblems.starting(failure));
  }
}

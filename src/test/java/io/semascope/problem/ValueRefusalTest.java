package io.semascope.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValueRefusalTest {
  private enum Side {
    LEFT
  }

  @Test
  void whatOurOwnCodeSaysIsPassedOn() {
    assertEquals("7 is odd", ValueRefusal.of(new IllegalArgumentException("7 is odd")));
    assertEquals(
        Optional.of("it is closed"),
        ValueRefusal.ownWords(new IllegalStateException("it is closed")));
  }

  @Test
  void whatJavaSaysIsNot() {
    RuntimeException number =
        assertThrows(NumberFormatException.class, () -> Integer.parseInt("many"));
    assertEquals("“many” stands where a number belongs", ValueRefusal.of(number));
    RuntimeException word =
        assertThrows(IllegalArgumentException.class, () -> Side.valueOf("UPSIDE"));
    assertEquals("“UPSIDE” is none of the words that are known there", ValueRefusal.of(word));
    RuntimeException large =
        assertThrows(ArithmeticException.class, () -> Math.toIntExact(1L << 40));
    assertEquals("a number is larger than can be", ValueRefusal.of(large));
    int zero = List.of().size();
    RuntimeException byZero = assertThrows(ArithmeticException.class, () -> remainder(1, zero));
    assertEquals(Optional.empty(), ValueRefusal.ownWords(byZero));
    assertEquals(
        "a value is not of the kind that belongs in its place",
        ValueRefusal.of(new IllegalArgumentException()));
    assertEquals(
        Optional.empty(),
        ValueRefusal.ownWords(new NullPointerException("Cannot invoke x because y is null")));
  }

  private static int remainder(int a, int b) {
    return a % b;
  }
}

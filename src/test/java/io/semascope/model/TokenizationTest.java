package io.semascope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.semascope.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenizationTest {
  private static Tokenization of(int words, int maxTokens) {
    List<Token> tokens = new ArrayList<>();
    tokens.add(new Token(0, "[CLS]", new Span(0, 0), true));
    for (int i = 0; i < words; i++) {
      tokens.add(new Token(7, "a", new Span(2 * i, 2 * i + 1), false));
    }
    tokens.add(new Token(1, "[SEP]", new Span(0, 0), true));
    return new Tokenization(tokens, maxTokens);
  }

  private static List<Integer> lost(Tokenization tokenization) {
    return IntStream.range(0, tokenization.tokens().size())
        .filter(tokenization::isLost)
        .boxed()
        .toList();
  }

  @Test
  void losesTheEndOfTheTextAndKeepsTheSpecialTokenBehindIt() {
    Tokenization cut = of(5, 5);
    assertEquals(List.of(4, 5), lost(cut));
    assertEquals(5, cut.keptTokens());
    assertEquals(OptionalInt.of(6), cut.lostFrom());
  }

  @Test
  void losesNothingOfATextThatFits() {
    Tokenization whole = of(3, 5);
    assertEquals(List.of(), lost(whole));
    assertEquals(5, whole.keptTokens());
    assertEquals(OptionalInt.empty(), whole.lostFrom());
  }
}

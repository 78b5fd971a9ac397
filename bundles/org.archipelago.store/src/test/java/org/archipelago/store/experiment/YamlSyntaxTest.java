package org.archipelago.store.experiment;

import static org.archipelago.store.experiment.Experiments.problems;
import static org.archipelago.store.experiment.Experiments.read;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no YAML, or no map, is answered with its line and a sentence that helps. */
class YamlSyntaxTest {

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("", "x:1: The file is empty; begin with format: archipelago/experiment/1"),
        Arguments.of("# only this\n", "x:1: The file is empty; begin with format: archipelago/experiment/1"),
        Arguments.of("- a\n- b\n", "x:1: Found a list; an experiment is a map that begins with format: archipelago/experiment/1"),
        Arguments.of("Digits\n", "x:1: Found 'Digits'; an experiment is a map that begins with format: archipelago/experiment/1"),
        Arguments.of("a:\n\tb: 2\n", "x:2: Found a tab where a line begins; indent with spaces."),
        Arguments.of("a: {b: 1\nc: 2\n", "x:2: The '{' of line 1 is not closed by '}', or a comma is missing between its parts."),
        Arguments.of("a: 1\nb: [1, 2\n", "x:3: The '[' of line 2 is not closed by ']', or a comma is missing between its parts."),
        Arguments.of("a: 1\nb: {", "x:2: A value is missing here, or a bracket before it is not closed."),
        Arguments.of("name: Digits: with privacy\n", "x:1: Found a colon where none can be: indent this line like the one before it, or put a text that holds ': ' in double quotes."),
        Arguments.of("a: 1\nrounds 5\nc: 2\n", "x:2: This line is no 'key: value'; write a colon and a space after the key."),
        Arguments.of("a: 1\nb: \"x\nc: 2\n", "x:2: The quotes that open here are never closed."),
        Arguments.of("a: @x\n", "x:1: Found a sign that can't begin a value; put the value in double quotes."),
        Arguments.of("a: 1\n---\nb: 2\n", "x:2: Found a second document after '---'; a file holds one experiment."),
        Arguments.of("a: {b: 1}}\n", "x:1: This line doesn't fit those before it; look at its indentation and brackets."),
        Arguments.of("a: *x\n", "x:1: This is not YAML: found undefined alias x."),
        Arguments.of("a: 1\nb: \u0007\n", "x:2: Found the character U+0007, which text can't hold; remove it."),
        Arguments.of("? [a]\n: 1\n", "x:1: This is not YAML as experiments use it: Non scalar key is detected but it is not configured to be allowed."),
        Arguments.of("[".repeat(100_000), "x:1: Lists or maps are nested far too deep here."));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void isExplained(String text, String expected) {
    assertEquals(List.of(expected.replace("x:", "digits.yaml:")), problems(read(text)));
  }

  @ParameterizedTest
  @MethodSource("aliases")
  void aliasesCanBeUsedButNotWithinThemselves(String model, List<String> expected) {
    assertEquals(expected, problems(read(Experiments.FULL.replace("model: softmax", model))));
  }

  static Stream<Arguments> aliases() {
    return Stream.of(
        Arguments.of("model: &m {id: mlp, hidden: &h [8]}", List.of()),
        Arguments.of(
            "model: &m {id: mlp, hidden: *m}",
            List.of(
                "digits.yaml:12: model.hidden: This alias names what it lies in; write the value out.",
                "digits.yaml:12: model.hidden: Found nothing; a list of numbers of at least 1 is allowed.")));
  }
}

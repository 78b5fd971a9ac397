import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The span F1 of giving every word the tag that it has most often in training, and O to a word that is not in
 * training: what a tagger has to be better than. Written for itself, with nothing of the program's code.
 *
 * <p>{@code java releng/studies/MostFrequentTag.java notes.conll holdout.json}: a file of words, and the lines in
 * which the sentences end that a run held out, from its record.
 */
final class MostFrequentTag {

  private MostFrequentTag() {}

  public static void main(String[] arguments) throws IOException {
    Set<Integer> heldOut = heldOut(Files.readString(Path.of(arguments[1])));
    List<List<String[]>> training = new ArrayList<>();
    List<List<String[]>> test = new ArrayList<>();
    List<String[]> sentence = new ArrayList<>();
    int line = 0;
    for (String text : Files.readAllLines(Path.of(arguments[0]))) {
      line++;
      if (text.isEmpty()) {
        (heldOut.contains(line - 1) ? test : training).add(sentence);
        sentence = new ArrayList<>();
      } else if (!text.startsWith("# global.columns")) {
        sentence.add(text.split("\t"));
      }
    }
    System.out.printf("%.3f%n", f1(mostFrequent(training), test));
  }

  private static Set<Integer> heldOut(String json) {
    Matcher lines = Pattern.compile("\"lines\"\\s*:\\s*\\[([^\\]]*)]").matcher(json);
    if (!lines.find()) {
      throw new IllegalArgumentException("no lines in holdout.json");
    }
    Set<Integer> heldOut = new HashSet<>();
    for (String line : lines.group(1).split(",")) {
      heldOut.add(Integer.parseInt(line.strip()));
    }
    return heldOut;
  }

  private static Map<String, String> mostFrequent(List<List<String[]>> sentences) {
    Map<String, Map<String, Integer>> counts = new HashMap<>();
    for (List<String[]> sentence : sentences) {
      for (String[] word : sentence) {
        counts.computeIfAbsent(word[0], w -> new HashMap<>()).merge(word[word.length - 1], 1, Integer::sum);
      }
    }
    Map<String, String> most = new HashMap<>();
    counts.forEach(
        (word, tags) ->
            most.put(
                word,
                tags.entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .orElseThrow()
                    .getKey()));
    return most;
  }

  private static double f1(Map<String, String> most, List<List<String[]>> sentences) {
    int there = 0;
    int found = 0;
    int right = 0;
    for (List<String[]> sentence : sentences) {
      List<String> truth = new ArrayList<>();
      List<String> predicted = new ArrayList<>();
      for (String[] word : sentence) {
        truth.add(word[word.length - 1]);
        predicted.add(most.getOrDefault(word[0], "O"));
      }
      Set<String> trueSpans = spans(truth);
      Set<String> foundSpans = spans(predicted);
      there += trueSpans.size();
      found += foundSpans.size();
      foundSpans.retainAll(trueSpans);
      right += foundSpans.size();
    }
    return 2.0 * right / (there + found);
  }

  /** Type, first and last word; an I that follows no tag of its type begins a span. */
  private static Set<String> spans(List<String> tags) {
    Set<String> spans = new HashSet<>();
    int first = 0;
    for (int i = 0; i < tags.size(); i++) {
      String tag = tags.get(i);
      boolean goesOn = i > 0 && tag.startsWith("I-") && tags.get(i - 1).endsWith(tag.substring(1));
      first = goesOn ? first : i;
      boolean ends = i + 1 == tags.size() || !tags.get(i + 1).equals("I-" + tag.substring(Math.min(2, tag.length())));
      if (!tag.equals("O") && ends) {
        spans.add(tag.substring(2) + " " + first + " " + i);
      }
    }
    return spans;
  }
}

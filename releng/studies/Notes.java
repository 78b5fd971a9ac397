import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Generates the sample data set notes: sentences as they stand in clinical notes, of eight hospitals, with a tag for
 * every word. No patient, no real note: every sentence is drawn from patterns below, always the same ones.
 *
 * <p>What a word is follows from the words around it, not from the word: a complaint is there (PROBLEM), not there
 * (ABSENT) or a relative's (FAMILY); a medicine is given (DRUG) or not borne (ALLERGY); a number is a dose, a
 * duration or neither, and what decides may stand behind a whole list. Hospitals differ in the medicines they give
 * and in how they write. One word in 25 is misspelt, and one span in 50 has the tag of another type, as where
 * annotators disagree.
 *
 * <p>{@code java releng/studies/Notes.java > notes.conll}
 */
final class Notes {

  private static final int HOSPITALS = 8;
  private static final String[] NAMES = {
    "alder", "birch", "cedar", "elm", "hazel", "linden", "maple", "rowan"
  };
  private static final String[] PROBLEMS = {
    "fever", "cough", "chest pain", "headache", "asthma", "diabetes", "nausea", "shortness of breath",
    "hypertension", "rash", "back pain", "migraine", "pneumonia", "anaemia", "abdominal pain", "gout",
    "angina", "epilepsy", "vertigo", "atrial fibrillation", "chronic kidney disease", "stroke", "eczema",
    "palpitations"
  };
  private static final String[] MEDICINES = {
    "aspirin", "ibuprofen", "paracetamol", "penicillin", "amoxicillin", "metformin", "insulin glargine",
    "ramipril", "bisoprolol", "codeine", "iodine", "latex", "prednisolone", "warfarin", "heparin",
    "folic acid", "omeprazole", "morphine", "ferrous sulfate", "salbutamol"
  };
  private static final String[] NUMBERS = {"1", "2", "3", "4", "5", "7", "10", "14", "20", "40", "75", "100", "500"};
  private static final String[] MEASURES = {"mg", "mg", "units", "tablets", "ml"};
  private static final String[] SPANS_OF_TIME = {"days", "weeks", "months", "hours"};
  private static final String[] RELATIVES = {"mother", "father", "brother", "sister", "aunt"};

  private static final String[] TYPES = {
    "PROBLEM", "ABSENT", "FAMILY", "DRUG", "ALLERGY", "DOSE", "DURATION"
  };

  /**
   * What is in brackets becomes a span: a problem P or a list of them L, a medicine M, a number with a measure N, a
   * time T. {@code #} is a plain number, {@code R} a relative.
   */
  private static final String[] PATTERNS = {
    "Patient has [PROBLEM:P] for [DURATION:T] .",
    "Presents with [PROBLEM:L] .",
    "Known [PROBLEM:P] , now with [PROBLEM:P] since [DURATION:T] .",
    "[PROBLEM:L] worse over [DURATION:T] .",
    "Complains of [PROBLEM:L] but denies [ABSENT:L] .",
    "Denies [ABSENT:L] .",
    "No [ABSENT:L] , pain # of # .",
    "[ABSENT:L] excluded on day # .",
    "[ABSENT:L] were ruled out .",
    "Without [ABSENT:L] for [DURATION:T] .",
    "His R had [FAMILY:P] at the age of # .",
    "R with [FAMILY:L] .",
    "[FAMILY:L] in her R , otherwise well .",
    "Her R has [FAMILY:P] , she has [PROBLEM:P] .",
    "Given [DRUG:M] [DOSE:N] for [PROBLEM:P] .",
    "Started [DRUG:M] [DOSE:N] twice a day for [DURATION:T] .",
    "Continue [DRUG:M] [DOSE:N] , stop [DRUG:M] .",
    "[DRUG:M] [DOSE:N] and [DRUG:M] [DOSE:N] at night .",
    "Took [DRUG:M] without relief of [PROBLEM:P] .",
    "Allergic to [ALLERGY:M] , takes [DRUG:M] [DOSE:N] .",
    "Allergic to [ALLERGY:M] and [ALLERGY:M] .",
    "[ALLERGY:M] caused a reaction # years ago .",
    "Does not tolerate [ALLERGY:M] ; given [DRUG:M] instead .",
    "No [ABSENT:P] after [DRUG:M] was stopped .",
    "Bed # , ward # , reviewed after [DURATION:T] ."
  };

  private final Random random;
  private final int hospital;
  private final PrintStream out;

  private Notes(int hospital, PrintStream out) {
    this.random = new Random(20_260 + hospital);
    this.hospital = hospital;
    this.out = out;
  }

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    out.print("# global.columns = word hospital tag\n");
    for (int hospital = 0; hospital < HOSPITALS; hospital++) {
      Notes notes = new Notes(hospital, out);
      for (int sentence = 0; sentence < 120 + 20 * hospital; sentence++) {
        notes.sentence();
      }
    }
    out.flush();
  }

  private void sentence() {
    String pattern = PATTERNS[pattern()];
    if (random.nextInt(3) == 0) {
      pattern = pattern.substring(0, pattern.length() - 1) + "; " + small(PATTERNS[pattern()]);
    }
    String[] parts = pattern.split(" ");
    for (int i = 0; i < parts.length; i++) {
      part(parts[i], i == 0);
    }
    out.print("\n");
  }

  private static String small(String pattern) {
    return pattern.startsWith("[") || pattern.startsWith("R ")
        ? pattern
        : Character.toLowerCase(pattern.charAt(0)) + pattern.substring(1);
  }

  /** Each hospital writes a third of the patterns twice as often as the others. */
  private int pattern() {
    int drawn = random.nextInt(PATTERNS.length);
    return (drawn + hospital) % 3 == 0 || random.nextBoolean() ? drawn : pattern();
  }

  private void part(String part, boolean first) {
    if (part.startsWith("[")) {
      String type = part.substring(1, part.indexOf(':'));
      char kind = part.charAt(part.indexOf(':') + 1);
      int more = kind == 'L' ? random.nextInt(4) : 0;
      span(words(kind), type, first);
      for (int i = 0; i < more; i++) {
        print(i < more - 1 ? "," : random.nextBoolean() ? "and" : "or", "O");
        span(words(kind), type, false);
      }
    } else {
      String plain = part.equals("#") ? one(NUMBERS) : part.equals("R") ? one(RELATIVES) : part;
      print(first ? capital(plain) : plain, "O");
    }
  }

  private void span(List<String> words, String type, boolean first) {
    String given = random.nextInt(50) == 0 ? one(TYPES) : type;
    for (int i = 0; i < words.size(); i++) {
      print(first && i == 0 ? capital(words.get(i)) : words.get(i), (i == 0 ? "B-" : "I-") + given);
    }
  }

  private List<String> words(char kind) {
    List<String> words = new ArrayList<>();
    switch (kind) {
      case 'P', 'L' -> words.addAll(List.of(one(PROBLEMS).split(" ")));
      case 'M' -> words.addAll(List.of(MEDICINES[medicine()].split(" ")));
      case 'N' -> words.addAll(List.of(one(NUMBERS), one(MEASURES)));
      default -> words.addAll(List.of(one(NUMBERS), one(SPANS_OF_TIME)));
    }
    return words;
  }

  /** Two of three medicines are from the ten that a hospital mostly gives. */
  private int medicine() {
    int own = (2 * hospital + random.nextInt(10)) % MEDICINES.length;
    return random.nextInt(3) < 2 ? own : random.nextInt(MEDICINES.length);
  }

  private String one(String[] texts) {
    return texts[random.nextInt(texts.length)];
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private void print(String word, String tag) {
    boolean misspelt = word.length() > 3 && random.nextInt(25) == 0;
    out.print((misspelt ? swapped(word) : word) + "\t" + NAMES[hospital] + "\t" + tag + "\n");
  }

  /** Two letters that stand side by side change places. */
  private String swapped(String word) {
    int at = 1 + random.nextInt(word.length() - 2);
    return word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
  }
}

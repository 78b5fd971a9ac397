package org.archipelago.data.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.core.ProgressListener;

/**
 * Reads texts in the format of the shared tasks of CoNLL: a line a word, with what belongs to it in columns apart
 * by tabs or blanks, and an empty line between sentences; a sentence is a row. The columns are called {@link
 * #WORD}, then {@code column2} and so on, and the last {@link #TAG}, unless the first line names them: {@code #
 * global.columns = word hospital tag}, as in CoNLL-U Plus. A column between that says the same at all words of each
 * sentence is a text of the sentence. Lines of {@code -DOCSTART-} are passed over.
 */
public final class TokenReader {

  /** What the first column is called. */
  public static final String WORD = "word";

  /** What the last column is called. */
  public static final String TAG = "tag";

  private static final String NAMES = "# global.columns =";
  private static final String DOCUMENT = "-DOCSTART-";
  private static final int SENTENCES_A_REPORT = 1000;

  private final String file;
  private final ProgressListener progress;
  private final List<List<List<String>>> columns = new ArrayList<>();
  private final List<Integer> lines = new ArrayList<>();
  private List<String> names = List.of();
  private List<List<String>> sentence = new ArrayList<>();
  private int line;

  private TokenReader(String file, ProgressListener progress) {
    this.file = file;
    this.progress = progress;
  }

  /** Whether this is a file of words and tags, by its name. */
  public static boolean reads(Path path) {
    return path.getFileName() != null
        && path.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.(conll|bio|iob2?|bioes)");
  }

  /**
   * @param file how messages name the file
   * @param source its bytes
   * @throws InvalidInputException naming file and line: empty file, a line with more or fewer columns than the
   *     first, not UTF-8, unreadable
   */
  public static Table read(String file, ByteSource source, ProgressListener progress) {
    TokenReader reader = new TokenReader(file, progress);
    try (InputStream bytes = source.open()) {
      DigestInputStream in = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"));
      reader.read(in);
      return reader.table(HexFormat.of().formatHex(in.getMessageDigest().digest()));
    } catch (CharacterCodingException e) {
      throw reader.problem("The file is not UTF-8 text; save it with the encoding UTF-8.");
    } catch (IOException e) {
      throw reader.problem(CsvRows.cantRead(e));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private void read(InputStream in) throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
    for (String text = reader.readLine(); text != null; text = reader.readLine()) {
      line++;
      String cells = (line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text).strip();
      if (line == 1 && cells.startsWith(NAMES)) {
        name(split(cells.substring(NAMES.length()).strip()));
      } else if (cells.isEmpty() || cells.startsWith(DOCUMENT)) {
        endSentence(line - 1);
      } else {
        word(split(cells));
      }
    }
    endSentence(line);
    if (lines.isEmpty()) {
      line = 0;
      throw problem(
          "There is no word in the file; a line must be a word and its tag, with an empty line between"
              + " sentences.");
    }
  }

  private static List<String> split(String cells) {
    return List.of(cells.split(cells.indexOf('\t') >= 0 ? "\t+" : "\\s+"));
  }

  private void name(List<String> given) {
    if (given.size() < 2 || new HashSet<>(given).size() < given.size()) {
      throw problem(
          "The columns are called %s; at least two are needed, each with a name of its own."
              .formatted(String.join(", ", given)));
    }
    names = given;
  }

  private void word(List<String> cells) {
    if (names.isEmpty()) {
      if (cells.size() < 2) {
        throw problem(
            "The line has only '%s'; a line must be a word and its tag, apart by a tab or blanks."
                .formatted(cells.get(0)));
      }
      List<String> usual = new ArrayList<>(List.of(WORD));
      for (int column = 2; column < cells.size(); column++) {
        usual.add("column" + column);
      }
      usual.add(TAG);
      names = usual;
    }
    if (cells.size() != names.size()) {
      throw problem(
          "The line has %d columns, but the file has %d: %s."
              .formatted(cells.size(), names.size(), String.join(", ", names)));
    }
    sentence.add(cells);
  }

  private void endSentence(int last) {
    if (sentence.isEmpty()) {
      return;
    }
    for (int column = 0; column < names.size(); column++) {
      int own = column;
      if (columns.size() == column) {
        columns.add(new ArrayList<>());
      }
      columns.get(column).add(sentence.stream().map(cells -> cells.get(own)).toList());
    }
    lines.add(last);
    sentence = new ArrayList<>();
    if (lines.size() % SENTENCES_A_REPORT == 0) {
      progress.progress("Reading " + file, lines.size(), 0);
    }
  }

  private Table table(String sha256) {
    List<Column> built = new ArrayList<>();
    for (int column = 0; column < names.size(); column++) {
      boolean between = column > 0 && column < names.size() - 1;
      List<List<String>> rows = columns.get(column);
      built.add(
          between && rows.stream().allMatch(row -> new HashSet<>(row).size() == 1)
              ? CategoricalColumn.of(names.get(column), rows.stream().map(row -> row.get(0)).toList())
              : WordsColumn.of(names.get(column), rows));
    }
    progress.progress("Reading " + file, lines.size(), lines.size());
    return new Table(file, built, lines.stream().mapToInt(Integer::intValue).toArray(), sha256);
  }

  private InvalidInputException problem(String message) {
    return new InvalidInputException(Problem.inFile(file, line, message));
  }
}

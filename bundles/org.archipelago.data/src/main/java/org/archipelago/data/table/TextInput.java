package org.archipelago.data.table;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;

/** A file's bytes as text, in the encoding that was said or that its beginning looks like. */
final class TextInput {

  private static final int HEAD = 1 << 16;

  private final String file;
  private final String encoding;
  private byte[] head;
  private Encodings.Found found;
  private Remembering bytes;

  /**
   * @param file how messages name the file
   * @param encoding one of {@link FileFormat#ENCODINGS}
   */
  TextInput(String file, String encoding) {
    this.file = file;
    this.encoding = encoding;
  }

  /**
   * The file's text. A text that is not of the encoding makes the reader throw a {@link
   * java.nio.charset.CharacterCodingException}.
   *
   * @throws InvalidInputException if it is no text
   */
  Reader open(InputStream in) throws IOException {
    head = in.readNBytes(HEAD);
    if (found == null) {
      found = Encodings.of(encoding, head);
    }
    requireText();
    int skipped = Math.min(found.skipped(), head.length);
    bytes = new Remembering(
        new SequenceInputStream(new ByteArrayInputStream(head, skipped, head.length - skipped), in));
    return new BufferedReader(new InputStreamReader(bytes, found.charset().newDecoder()));
  }

  /** The first lines of the file that was opened, without one that may be cut off. */
  String beginning() {
    String text = Encodings.decoded(head, found);
    int last = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
    return head.length < HEAD || last <= 0 ? text : text.substring(0, last);
  }

  Charset charset() {
    return found.charset();
  }

  /**
   * After the text proved not to be of the encoding it looked like: whether another shall be tried from the file's
   * beginning.
   */
  boolean takesOtherEncoding() {
    boolean onlyAscii = Encodings.isAscii(head);
    boolean guessed = encoding.equals(FileFormat.AUTO) && found.skipped() == 0;
    if (!guessed || !onlyAscii || found.charset() != StandardCharsets.UTF_8) {
      return false;
    }
    found = new Encodings.Found(Encodings.otherThanUtf8(bytes.last), 0);
    return true;
  }

  private void requireText() {
    String kind = kind();
    if (!kind.isEmpty()) {
      throw new InvalidInputException(
          Problem.inFile(
              file,
              0,
              "The file is no text: it is %s. Save the table as CSV, and name that file.".formatted(kind)));
    }
  }

  /** What files begin with that are no text; empty for text. */
  private String kind() {
    if (Encodings.begins(head, 'P', 'K', 3, 4)) {
      return "a ZIP archive or a spreadsheet (.xlsx, .ods)";
    }
    if (Encodings.begins(head, 0xD0, 0xCF, 0x11, 0xE0)) {
      return "a spreadsheet or document of an old Office (.xls)";
    }
    if (Encodings.begins(head, 0x1F, 0x8B)) {
      return "packed by gzip, and its name does not end in .gz";
    }
    if (Encodings.begins(head, '%', 'P', 'D', 'F')) {
      return "a PDF document";
    }
    if (Encodings.begins(head, 'P', 'A', 'R', '1')) {
      return "a Parquet file";
    }
    for (int i = 0; i < head.length && !Encodings.isUtf16(found.charset()); i++) {
      if (head[i] == 0) {
        return "binary, with a byte 0 at place %,d".formatted(i + 1);
      }
    }
    return "";
  }

  /** Keeps what was read last. */
  private static final class Remembering extends FilterInputStream {

    private byte[] last = {};

    private Remembering(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] to, int at, int length) throws IOException {
      int read = super.read(to, at, length);
      if (read > 0) {
        last = Arrays.copyOfRange(to, at, at + read);
      }
      return read;
    }
  }
}

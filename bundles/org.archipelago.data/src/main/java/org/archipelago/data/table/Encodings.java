package org.archipelago.data.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds out the encoding of a text, and that something is no text at all, from its beginning. */
final class Encodings {

  /** Of all bytes beyond ASCII, so many stand in pairs as those of Chinese characters do. */
  private static final double MOSTLY_PAIRS = 0.9;

  private static final double MOSTLY_ZERO = 0.2;
  private static final String WESTERN = "windows-1252";
  private static final String CHINESE = "GB18030";

  /**
   * An encoding and what comes before the text.
   *
   * @param skipped bytes of a byte order mark
   */
  record Found(Charset charset, int skipped) {}

  private Encodings() {}

  /** The encoding that was said, or the one that the bytes look like. */
  static Found of(String said, byte[] head) {
    Optional<Found> marked = marked(head);
    return switch (said) {
      case FileFormat.AUTO -> marked.orElseGet(() -> new Found(guess(head), 0));
      case "utf-16" -> marked.filter(found -> isUtf16(found.charset())).orElseGet(() -> new Found(utf16(head), 0));
      case "utf-8" ->
          marked
              .filter(found -> found.charset() == StandardCharsets.UTF_8)
              .orElseGet(() -> new Found(StandardCharsets.UTF_8, 0));
      default -> new Found(Charset.forName(said), 0);
    };
  }

  /** Where bytes that were taken for UTF-8 prove to be none: of which one byte encoding they are. */
  static Charset otherThanUtf8(byte[] head) {
    return looksChinese(head) ? Charset.forName(CHINESE) : Charset.forName(WESTERN);
  }

  private static Optional<Found> marked(byte[] head) {
    if (begins(head, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(new Found(StandardCharsets.UTF_8, 3));
    }
    if (begins(head, 0xFF, 0xFE)) {
      return Optional.of(new Found(StandardCharsets.UTF_16LE, 2));
    }
    return begins(head, 0xFE, 0xFF)
        ? Optional.of(new Found(StandardCharsets.UTF_16BE, 2))
        : Optional.empty();
  }

  static boolean begins(byte[] head, int... bytes) {
    if (head.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((head[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private static Charset guess(byte[] head) {
    if (zeros(head, 0) + zeros(head, 1) > MOSTLY_ZERO * head.length) {
      return utf16(head);
    }
    return isUtf8(head) ? StandardCharsets.UTF_8 : otherThanUtf8(head);
  }

  private static Charset utf16(byte[] head) {
    return zeros(head, 0) > zeros(head, 1) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
  }

  static boolean isUtf16(Charset charset) {
    return charset == StandardCharsets.UTF_16LE || charset == StandardCharsets.UTF_16BE;
  }

  /** How many bytes at even, or odd, places are zero. */
  private static int zeros(byte[] head, int from) {
    int zeros = 0;
    for (int i = from; i < head.length; i += 2) {
      zeros += head[i] == 0 ? 1 : 0;
    }
    return zeros;
  }

  /** Whether the bytes are UTF-8, the last character perhaps cut off. */
  private static boolean isUtf8(byte[] head) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
    CoderResult result = decoder.decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length + 1), false);
    return !result.isError();
  }

  static boolean isAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether bytes beyond ASCII come in pairs of the range of GB 2312. */
  private static boolean looksChinese(byte[] head) {
    int paired = 0;
    int all = 0;
    for (int i = 0; i < head.length; i++) {
      int lead = head[i] & 0xFF;
      if (lead < 0x80) {
        continue;
      }
      int trail = i + 1 < head.length ? head[i + 1] & 0xFF : 0;
      boolean pair = lead >= 0xA1 && lead <= 0xF7 && trail >= 0xA1;
      all += pair ? 2 : 1;
      paired += pair ? 2 : 0;
      i += pair ? 1 : 0;
    }
    return all > 0 && paired >= MOSTLY_PAIRS * all;
  }

  /** The beginning of a text; what can't be decoded is replaced, and a last character that was cut off left out. */
  static String decoded(byte[] head, Found found) {
    CharsetDecoder decoder =
        found
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    CharBuffer text = CharBuffer.allocate(head.length + 1);
    decoder.decode(ByteBuffer.wrap(head, found.skipped(), head.length - found.skipped()), text, false);
    return text.flip().toString();
  }

  /** How people call it. */
  static String name(Charset charset) {
    return isUtf16(charset) ? "UTF-16" : charset.name();
  }

  /**
   * The first line that is not of an encoding, from 1; 0 if there is none.
   *
   * @param charset one of which no character but the end of a line has its byte
   */
  static int firstLineNotOf(Charset charset, InputStream in) throws IOException {
    if (isUtf16(charset)) {
      return 0;
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int number = 1;
    for (int b = in.read(); b >= 0; b = in.read()) {
      line.write(b);
      if (b == '\n') {
        if (!isOf(charset, line.toByteArray())) {
          return number;
        }
        line.reset();
        number++;
      }
    }
    return isOf(charset, line.toByteArray()) ? 0 : number;
  }

  private static boolean isOf(Charset charset, byte[] bytes) {
    try {
      charset.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}

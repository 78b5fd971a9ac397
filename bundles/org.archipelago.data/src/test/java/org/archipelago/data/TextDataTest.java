package org.archipelago.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.archipelago.core.Examples;
import org.archipelago.core.Experiment;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.Task;
import org.archipelago.core.catalog.ComponentSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts, and words with their tags, from the file to ids on clients. */
class TextDataTest {

  private static final ComponentSpec ONE = Fixtures.partition("iid", Map.of("clients", 1));
  private static final ComponentSpec WARDS =
      Fixtures.partition("natural", Map.of("column", "ward"));

  private static final String NOTES =
      """
      # global.columns = word ward tag
      Give north O
      aspirin north B-DRUG

      Stop south O
      aspirin south B-DRUG
      acid south I-DRUG
      at south O
      St south B-PLACE

      Go south O
      """;

  private static final String REVIEWS =
      """
      text,stars,mood
      "Good, good stay",5,happy
      bad BAD room,1,sad
      ,3,sad
      good room,4,happy
      """;

  @TempDir private Path folder;

  private Experiment experiment(String text, Map<String, Object> options, ComponentSpec partition)
      throws IOException {
    String name = text.startsWith("text,") ? "my.csv" : "my.conll";
    Files.writeString(folder.resolve(name), text);
    Map<String, Object> data = new HashMap<>(Map.of("source", name, "test", 0.0, "minCount", 1));
    data.put("target", name.equals("my.csv") ? "mood" : "tag");
    data.putAll(options);
    return Fixtures.experiment(1, data, partition);
  }

  private FederatedDataset load(String text, Map<String, Object> options, ComponentSpec partition)
      throws IOException {
    return Fixtures.load(folder, experiment(text, options, partition));
  }

  private String problem(String text, Map<String, Object> options) throws IOException {
    Experiment experiment = experiment(text, options, ONE);
    return Fixtures.problem(() -> Fixtures.load(folder, experiment)).toString();
  }

  @Test
  void wordsBecomeIdsAndTagsIndices() throws IOException {
    FederatedDataset data = load(NOTES, Map.of("maxWords", 6), ONE);
    assertEquals(
        Task.tagging("tag", List.of("O", "B-DRUG", "I-DRUG", "B-PLACE")), data.task());
    assertEquals(
        new SchemaWords(
            "word", 6, false, List.of("aspirin", "Give", "Go", "St", "Stop", "acid", "at")),
        data.schema().words());
    assertEquals(9, data.schema().inputs().vocabulary());
    assertEquals(
        new Examples(
            6,
            new float[] {3, 2, 0, 0, 0, 0, 6, 2, 7, 8, 5, 0, 4, 0, 0, 0, 0, 0},
            6,
            new float[] {0, 1, -1, -1, -1, -1, 0, 1, 2, 0, 3, -1, 0, -1, -1, -1, -1, -1}),
        data.clients().get(0).train());
    assertEquals(List.of(4L, 2L, 1L, 1L), data.summary().clients().get(0).perClass());
  }

  @Test
  void clientsByAColumnOfTheFile() throws IOException {
    FederatedDataset data = load(NOTES, Map.of(), WARDS);
    assertEquals(List.of("north", "south"), data.clients().stream().map(ClientDataset::name).toList());
    assertEquals(2, data.clients().get(1).train().rows());
  }

  /** Sentences are dealt by the type of span they have most of. */
  @Test
  void skewGoesByTheMostFrequentType() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      String type = i % 2 == 0 ? "DRUG" : "PLACE";
      text.append("a B-").append(type).append("\nb I-").append(type).append("\nc B-OTHER\n\n");
    }
    ComponentSpec one =
        Fixtures.partition("pathological", Map.of("clients", 2, "classesPerClient", 1));
    FederatedDataset data = load(text.toString(), Map.of(), one);
    for (ClientDataset client : data.clients()) {
      Examples train = client.train();
      for (int row = 1; row < train.rows(); row++) {
        assertEquals(train.targets()[0], train.targets()[row * train.width()]);
      }
    }
  }

  @Test
  void whatIsTooLongIsCutAndSaid() throws IOException {
    FederatedDataset data = load(NOTES, Map.of("maxWords", 2, "minCount", 2), ONE);
    assertEquals(List.of("aspirin"), data.schema().words().vocabulary());
    assertArrayEquals(new float[] {1, 2, 1, 2, 1, 0}, data.clients().get(0).train().features());
    assertEquals(
        List.of(
            "The 1 words of the vocabulary were chosen by how often they occur in the training rows of all clients"
                + " together, without noise: not covered by ε. A word in it tells that some client has it.",
            "1 text is longer than 2 words (maxWords): 3 words behind that were left out, of training and of"
                + " figures.",
            "3 of 5 words are not in the vocabulary and were taken for one and the same unknown word."),
        data.summary().notes());
  }

  @Test
  void anInsideWithoutABeginningIsSaid() throws IOException {
    FederatedDataset data = load("a O\nb I-X\n\nc I-X\nd I-Y\ne O\n", Map.of(), ONE);
    assertTrue(
        data.summary()
            .notes()
            .contains(
                "3 tags begin with I- though no word before it has that type (line 2 first); as in the scripts of"
                    + " CoNLL it begins a span."),
        data.summary().notes().toString());
  }

  @Test
  void tagsThatAreNone() throws IOException {
    assertEquals(
        "my.conll:3: Column 'tag' is 'NOUN' here, but a tag is O, or B-, I-, E- or S- and the type of a span,"
            + " such as B-DRUG.",
        problem("a O\nb B-X\nc NOUN\n", Map.of()));
    assertEquals(
        "data.target: Column 'tag' has only one class, 'O'; there is nothing to tell apart.",
        problem("a O\nb O\n", Map.of()));
    assertEquals(
        "data.target: Column 'tag' has tags, not numbers; use task auto and targetTransform none.",
        problem("a O\nb B-X\n", Map.of("task", "regression")));
  }

  @Test
  void modelsThatDoNotGoWithTheTarget() throws IOException {
    Experiment tags = experiment(NOTES, Map.of(), ONE);
    assertEquals(
        "data.target: Column 'tag' has a tag for every word, which model 'narrow' can't learn; choose the model"
            + " tagger (model.id), or name a column with one value a row.",
        Fixtures.problem(() -> Fixtures.load(folder, tags, Task.Kind.CLASSIFICATION)).toString());
    Experiment classes = experiment(REVIEWS, Map.of("textColumn", "text"), ONE);
    assertEquals(
        "data.target: Column 'mood' has one value a row, and model 'narrow' gives every word of a text a tag: name"
            + " the tags of a file of words (.conll), or choose another model (model.id).",
        Fixtures.problem(() -> Fixtures.load(folder, classes, Task.Kind.TAGGING)).toString());
  }

  @Test
  void textsOfACsvFile() throws IOException {
    FederatedDataset data =
        load(REVIEWS, Map.of("textColumn", "text", "maxWords", 4, "lowerCase", true), ONE);
    assertEquals(Task.classification("mood", List.of("happy", "sad")), data.task());
    assertEquals(
        List.of("good", "bad", "room", ",", "stay"), data.schema().words().vocabulary());
    assertEquals(
        new Examples(
            4,
            new float[] {2, 5, 2, 6, 3, 3, 4, 0, 2, 4, 0, 0},
            new float[] {0, 1, 0}),
        data.clients().get(0).train());
    assertTrue(data.summary().notes().contains("1 row without a value of the text 'text' was left out."));
  }

  @Test
  void chineseIsReadSignBySign() throws IOException {
    FederatedDataset data =
        load("text,mood\n房间good。,sad\n好,happy\n", Map.of("textColumn", "text", "maxWords", 5), ONE);
    assertEquals(
        List.of("good", "。", "好", "房", "间"),
        data.schema().words().vocabulary().stream().sorted().toList());
  }

  @Test
  void columnsOfTextsThatAreNone() throws IOException {
    assertEquals(
        "data.textColumn: my.csv has no column 'texts'; it has text, stars, mood.",
        problem(REVIEWS, Map.of("textColumn", "texts")));
    assertEquals(
        "data.textColumn: 'mood' is the target; name another column.",
        problem(REVIEWS, Map.of("textColumn", "mood")));
    assertEquals(
        "data.textColumn: Column 'ward' has one text a sentence, and tags belong to words; name the column of"
            + " words.",
        problem(NOTES, Map.of("textColumn", "ward")));
  }

  @Test
  void somebodyElsesWordsGetTheSameIds() throws IOException {
    FederatedDataset session = load(NOTES, Map.of("maxWords", 3), ONE);
    EncodedRows same = encode(session, "theirs.conll", NOTES);
    assertEquals(session.clients().get(0).train(), same.examples());
    EncodedRows others = encode(session, "theirs.conll", "# global.columns = word tag\nTake O\naspirin B-DRUG\n");
    assertArrayEquals(new float[] {1, 2, 0}, others.examples().features());
    assertEquals(
        List.of("1 of 2 words are not in the vocabulary and were taken for one and the same unknown word."),
        others.notes());
  }

  @Test
  void somebodyElsesTextsGetTheSameIds() throws IOException {
    Map<String, Object> options = Map.of("textColumn", "text", "maxWords", 4, "lowerCase", true);
    FederatedDataset session = load(REVIEWS, options, ONE);
    EncodedRows same = encode(session, "theirs.csv", REVIEWS);
    assertEquals(session.clients().get(0).train(), same.examples());
  }

  @Test
  void somebodyElsesFileThatDoesNotFit() throws IOException {
    FederatedDataset session = load(NOTES, Map.of(), ONE);
    assertEquals(
        "theirs.conll:3: Column 'tag' is 'B-DOSE' here, which is no tag of the experiment; its tags are O, B-DRUG,"
            + " I-DRUG, B-PLACE. Correct the line.",
        unfit(session, "theirs.conll", "a O\n\nb B-DOSE\n"));
    assertEquals(
        "theirs.csv:1: Column 'word' has one value a row, and the experiment needs one for every word; name a file of"
            + " words with their tags, whose name ends in .conll.",
        unfit(session, "theirs.csv", "word,tag\na,O\n").lines().findFirst().orElseThrow());
    assertEquals(
        "theirs.conll:1: Column 'word' is missing, and the experiment needs it. The file has form, tag.",
        unfit(session, "theirs.conll", "# global.columns = form tag\na O\n"));
  }

  private EncodedRows encode(FederatedDataset session, String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
    return SchemaEncoder.encode(folder.resolve(name), session.schema(), ProgressListener.NONE);
  }

  private String unfit(FederatedDataset session, String name, String text) {
    UnfitFileException unfit =
        assertThrows(UnfitFileException.class, () -> encode(session, name, text));
    return unfit.getMessage().replace(folder + "/", "");
  }
}

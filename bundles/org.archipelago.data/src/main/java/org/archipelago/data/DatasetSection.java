package org.archipelago.data;

import java.util.ArrayList;
import java.util.List;
import org.archipelago.core.Experiment;
import org.archipelago.core.Problem;
import org.archipelago.core.catalog.ComponentDescriptor;
import org.archipelago.core.catalog.ComponentFactory;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ComponentSpec;
import org.archipelago.core.catalog.ParameterDescriptor;
import org.archipelago.core.catalog.ParameterValues;
import org.archipelago.core.catalog.Range;
import org.archipelago.data.scaling.RangeScaling;
import org.archipelago.data.table.FileFormat;
import org.osgi.service.component.annotations.Component;

/** The section {@code data} of an experiment; {@link DatasetLoader} does what it says. */
@Component(service = ComponentFactory.class)
public final class DatasetSection implements ComponentFactory {

  static final String SOURCE = "source";
  static final String TARGET = "target";
  static final String TASK = "task";
  static final String TARGET_TRANSFORM = "targetTransform";
  static final String TARGET_SCALING = "targetScaling";
  static final String TEST = "test";
  static final String TEST_SOURCE = "testSource";
  static final String CLIENT_TEST = "clientTest";
  static final String REBALANCE = "rebalance";

  static final String SERVER_ROWS = "serverRows";
  static final String SERVER_SOURCE = "serverSource";
  static final String GROUP = "group";
  static final String DUPLICATES = "duplicates";
  static final String ANYWHERE = "anywhere";
  static final String TOGETHER = "together";
  static final String DROP = "drop";
  static final String SCALING = "scaling";
  static final String MISSING = "missing";
  static final String IMAGE = "image";
  static final String TEXT = "textColumn";
  static final String MAX_WORDS = "maxWords";
  static final String VOCABULARY = "vocabulary";
  static final String MIN_COUNT = "minCount";
  static final String LOWER_CASE = "lowerCase";

  static final String DELIMITER = "delimiter";
  static final String QUOTE = "quote";
  static final String ENCODING = "encoding";
  static final String DECIMAL = "decimal";
  static final String HEADER = "header";
  static final String MISSING_TEXTS = "missingTexts";
  static final String AS_TEXTS = "asTexts";
  static final String AS_NUMBERS = "asNumbers";

  static final String AUTO = "auto";
  static final String CLASSIFICATION = "classification";
  static final String REGRESSION = "regression";
  static final String NONE = "none";
  static final String LOG = "log";
  static final String STANDARDISE = "standardise";
  static final String IMPUTE = "impute";
  static final String DROP_ROWS = "drop-rows";

  private static final Range SHARE = Range.between(0, 0.9);
  private static final double DEFAULT_TEST = 0.2;

  private static final ComponentDescriptor DESCRIPTOR =
      new ComponentDescriptor(
          ComponentKind.DATA,
          "dataset",
          "Data",
          "A table, images or texts, the target, and how it is split, scaled and encoded.",
          "",
          List.of(
              ParameterDescriptor.text(
                  SOURCE,
                  "A sample, as sample:digits, data that is generated, as synthetic:blobs, or a path relative to the experiment's folder: a table (CSV, TSV,"
                      + " ARFF), images in the IDX format of MNIST, a folder with a folder of images (PNG, JPEG, BMP)"
                      + " for each class, or words with their tags (.conll)."),
              ParameterDescriptor.text(
                  TARGET, "The column to predict, for images label, for words tag; rows without it are left out."),
              ParameterDescriptor.choice(
                      TASK,
                      List.of(AUTO, CLASSIFICATION, REGRESSION),
                      "What is learned; auto takes texts and at most 20 different whole numbers as"
                          + " classes, where the model can.")
                  .withDefault(AUTO),
              ParameterDescriptor.choice(
                      TARGET_TRANSFORM,
                      List.of(NONE, LOG),
                      "The natural logarithm of a positive numeric target, for regression.")
                  .withDefault(NONE),
              ParameterDescriptor.choice(
                      TARGET_SCALING,
                      List.of(STANDARDISE, NONE),
                      "Whether a numeric target is brought to mean 0 and deviation 1 by sums over the"
                          + " clients.")
                  .withDefault(STANDARDISE),
              ParameterDescriptor.number(
                      TEST,
                      SHARE,
                      "Share of the rows that is held out for common figures, drawn before the rows are"
                          + " dealt to clients, from every class or tenth of the target alike.")
                  .withDefault(DEFAULT_TEST),
              ParameterDescriptor.text(
                      TEST_SOURCE,
                      "A sample, file or folder of its own that is held out instead, such as the official test"
                          + " images t10k-images-idx3-ubyte.gz; with the columns of the source.")
                  .optional(),
              ParameterDescriptor.number(
                      CLIENT_TEST,
                      SHARE,
                      "Share of every client's rows that it keeps back for figures of its own; needs five"
                          + " rows on each client.")
                  .withDefault(0.0),
              ParameterDescriptor.choice(
                      REBALANCE,
                      Rebalancing.WAYS,
                      "Makes the classes of every simulated client's training rows even: over repeats rows of its rarer"
                          + " classes, under leaves rows of its more frequent ones out, weights has rows of rarer"
                          + " classes count more in the loss. A client weighs as many rows as it trains on.")
                  .withDefault(Rebalancing.NONE)
                  .withSource("He and Garcia 2009, Learning from imbalanced data, section 3"),
              ParameterDescriptor.integer(
                      SERVER_ROWS,
                      Range.atLeast(0),
                      "Rows that the server owns itself, for strategies that train there: drawn after the hold-out and"
                          + " before the rows are dealt to clients, from every class or tenth of the target alike.")
                  .withDefault(0)
                  .withUnit("rows"),
              ParameterDescriptor.text(
                      SERVER_SOURCE,
                      "A sample, file or folder of its own that the server owns instead, with the columns of the"
                          + " source.")
                  .optional(),
              ParameterDescriptor.text(
                      GROUP,
                      "A column whose rows stay together, such as the patient: never on two clients, nor both in training"
                          + " and in a hold-out; it is no feature.")
                  .optional(),
              ParameterDescriptor.choice(
                      DUPLICATES,
                      List.of(ANYWHERE, TOGETHER),
                      "Rows with the same features: anywhere, or together on one client and on one side of the hold-out.")
                  .withDefault(ANYWHERE),
              ParameterDescriptor.texts(
                      DROP, "Columns that are no features; a partition may still go by them.")
                  .withDefault(List.of()),
              ParameterDescriptor.component(
                      SCALING, ComponentKind.SCALING, "How numeric features are scaled.")
                  .withDefault(AUTO),
              ParameterDescriptor.choice(
                      MISSING,
                      List.of(IMPUTE, DROP_ROWS),
                      "Missing features: impute takes the clients' mean for a number and a level of its"
                          + " own for a text; drop-rows leaves such rows out.")
                  .withDefault(IMPUTE),
              ParameterDescriptor.numbers(
                      IMAGE,
                      Range.between(1, 65_536),
                      "Height, width and, unless it is 1, channels, where the features are the pixels of an"
                          + " image, row by row; empty to go by what the data says. Images in folders are brought to"
                          + " that size.")
                  .withDefault(List.of())
                  .withUnit("pixels"),
              ParameterDescriptor.text(
                      TEXT,
                      "The column whose words are learned from, for the models tagger and text; empty for none,"
                          + " and in a file of words (.conll) for its first.")
                  .withDefault(""),
              ParameterDescriptor.integer(
                      MAX_WORDS,
                      Range.between(1, 1024),
                      "So many words of a text count, from its beginning; memory and time grow with it.")
                  .withDefault(64)
                  .withUnit("words"),
              ParameterDescriptor.integer(
                      VOCABULARY,
                      Range.between(1, 1_000_000),
                      "So many words are known at most, the most frequent of the clients' training rows, counted"
                          + " over all clients without noise: a rare word tells that some client has it.")
                  .withDefault(10_000)
                  .withUnit("words"),
              ParameterDescriptor.integer(
                      MIN_COUNT,
                      Range.between(1, 1_000_000),
                      "How often a word must occur in all training rows to be known; the others are taken for one"
                          + " and the same unknown word.")
                  .withDefault(2),
              ParameterDescriptor.flag(
                      LOWER_CASE, "Whether capital letters are taken for small ones.")
                  .withDefault(false),
              ParameterDescriptor.choice(
                      DELIMITER,
                      FileFormat.DELIMITERS,
                      "What is between the cells of a table; auto finds it out from the first lines.")
                  .withDefault(AUTO),
              ParameterDescriptor.choice(
                      QUOTE,
                      FileFormat.QUOTES,
                      "What is around cells that have the delimiter in them; auto finds it out from the first lines.")
                  .withDefault(AUTO),
              ParameterDescriptor.choice(
                      ENCODING,
                      FileFormat.ENCODINGS,
                      "How a file of text is encoded; auto goes by a byte order mark or by its bytes.")
                  .withDefault(AUTO),
              ParameterDescriptor.choice(
                      DECIMAL,
                      FileFormat.DECIMALS,
                      "The decimal sign of numbers; auto finds it out from the first lines.")
                  .withDefault(AUTO),
              ParameterDescriptor.flag(
                      HEADER,
                      "Whether the first line of a table names its columns; without it they are called column1,"
                          + " column2 and so on.")
                  .withDefault(true),
              ParameterDescriptor.texts(
                      MISSING_TEXTS,
                      "Texts that stand for a missing value, beside empty cells; auto among them for the usual ones,"
                          + " such as NA and ?, and between numbers also - and none.")
                  .withDefault(List.of(AUTO)),
              ParameterDescriptor.texts(
                      AS_TEXTS, "Columns that hold texts, whatever they look like, such as codes.")
                  .withDefault(List.of()),
              ParameterDescriptor.texts(
                      AS_NUMBERS, "Columns that hold numbers; a text in them is refused with its line.")
                  .withDefault(List.of())));

  /** Whether the classes of every client's training rows are made even. */
  public static boolean rebalances(ParameterValues values) {
    return !rebalance(values).equals(Rebalancing.NONE);
  }

  static String rebalance(ParameterValues values) {
    return values.has(REBALANCE) ? values.text(REBALANCE) : Rebalancing.NONE;
  }

  /** How a file of text is read. */
  static FileFormat format(ParameterValues values) {
    return new FileFormat(
        values.text(DELIMITER),
        values.text(QUOTE),
        values.text(ENCODING),
        values.text(DECIMAL),
        values.flag(HEADER),
        values.texts(MISSING_TEXTS),
        values.texts(AS_TEXTS),
        values.texts(AS_NUMBERS));
  }

  @Override
  public ComponentDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Problem> check(Experiment experiment) {
    ParameterValues values = experiment.section(ComponentKind.DATA).parameters();
    List<Problem> problems = new ArrayList<>();
    DataSource.check("data.source", values.text(SOURCE)).ifPresent(problems::add);
    if (values.has(TEST_SOURCE)) {
      checkTestSource(values, problems);
    }
    if (values.has(SERVER_SOURCE)) {
      DataSource.check("data.serverSource", values.text(SERVER_SOURCE)).ifPresent(problems::add);
      if (values.integer(SERVER_ROWS) > 0) {
        problems.add(
            Problem.atField(
                "data.serverRows",
                "The server owns everything in serverSource, and no row of source; leave either serverRows or"
                    + " serverSource out."));
      }
    }
    if (values.text(TASK).equals(CLASSIFICATION) && values.text(TARGET_TRANSFORM).equals(LOG)) {
      problems.add(
          Problem.atField(
              "data.targetTransform",
              "Classes have no logarithm; use targetTransform none, or task regression."));
    }
    if (values.texts(DROP).contains(values.text(TARGET))) {
      problems.add(
          Problem.atField(
              "data.drop",
              "'%s' is the target and no feature; take it from the list.".formatted(values.text(TARGET))));
    }
    if (values.has(GROUP) && values.text(GROUP).equals(values.text(TARGET))) {
      problems.add(
          Problem.atField(
              "data.group",
              "'%s' is the target: rows of a class would all be on one client. Name another column, or use the partitioner"
                      .formatted(values.text(TARGET))
                  + " natural."));
    }
    List<Double> image = values.numbers(IMAGE);
    boolean whole = image.stream().allMatch(length -> length == Math.rint(length));
    if (!image.isEmpty() && (!whole || image.size() == 1 || image.size() > 3)) {
      problems.add(
          Problem.atField(
              "data.image",
              ("Found %s, but the size of an image is two or three whole numbers: height, width and, unless"
                      + " it is 1, channels, such as [28, 28] or [64, 64, 3].")
                  .formatted(image)));
    }
    ComponentSpec scaling = values.component(SCALING);
    if (scaling.id().equals(RangeScaling.ID)) {
      problems.addAll(RangeScaling.problems(scaling.parameters()));
    }
    return problems;
  }

  private static void checkTestSource(ParameterValues values, List<Problem> problems) {
    DataSource.check("data.testSource", values.text(TEST_SOURCE)).ifPresent(problems::add);
    if (values.number(TEST) != DEFAULT_TEST && values.number(TEST) != 0) {
      problems.add(
          Problem.atField(
              "data.test",
              "Everything in testSource is held out, and no row of source; leave either test or testSource out."));
    }
    if (values.text(TEST_SOURCE).equals(values.text(SOURCE))) {
      problems.add(
          Problem.atField(
              "data.testSource",
              "This is the source itself: every row would be trained on and judged by; use test for a share of"
                  + " it."));
    }
  }
}

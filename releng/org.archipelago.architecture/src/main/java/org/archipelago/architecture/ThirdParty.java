package org.archipelago.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a product and the participants' jar carry that others have written, with the licences that those
 * parts name themselves. {@code releng/third-party} writes the page {@code docs/third-party.md} with it; a
 * test holds the page against the product.
 */
public final class ThirdParty {

  /** Licences by what parts say of theirs, the more particular first. */
  private static final Map<String, Pattern> LICENCES = new LinkedHashMap<>();

  static {
    licence("EPL-2.0", "epl-2\\.0|epl-v20|eclipse public license[ -]+v(ersion|\\.)? ?2");
    licence("Apache-2.0", "apache-2\\.0|apache\\.org/licenses/license-2|apache license");
    licence("LGPL-2.1", "lesser general public|lgpl");
    licence("BSD-2-Clause", "bsd[- ]2");
    licence("BSD-3-Clause", "bsd[- ]3");
    licence("MIT", "\\bmit\\b");
    licence("Unicode-3.0", "unicode-3\\.0|unicode\\.org/copyright|unicode/icu license");
    licence("W3C", "w3c software license");
  }

  private static void licence(String id, String pattern) {
    LICENCES.put(id, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
  }

  /**
   * A part of the product.
   *
   * @param name its bundle's
   * @param version without the builder's stamp
   * @param licence an id of SPDX, or of the text in the folder of licences
   * @param inClient whether the participants' jar has it too
   */
  public record Part(String name, String version, String licence, boolean inClient) {}

  private static final Pattern FRAGMENT_OF_MACHINE =
      Pattern.compile("(org\\.eclipse\\.swt|org\\.eclipse\\.e4\\.ui\\.swt|.*\\.renderers\\.swt)\\.(gtk|win32|cocoa).*");

  private final Path repository;

  /** @param repository of Maven, for the POMs of parts that say nothing themselves */
  public ThirdParty(Path repository) {
    this.repository = repository;
  }

  /**
   * The parts that others have written, by name. Parts for one kind of machine are left out: they go with
   * the part that they belong to.
   *
   * @param plugins the product's folder of bundles
   * @param client the participants' jar
   * @throws IllegalStateException naming every part whose licence is not known
   */
  public List<Part> parts(Path plugins, Path client) throws IOException {
    Map<String, Part> parts = new TreeMap<>();
    List<String> unknown = new ArrayList<>();
    try (Stream<Path> files = Files.list(plugins); JarFile clientJar = new JarFile(client.toFile())) {
      for (Path file : files.sorted().toList()) {
        String[] name = file.getFileName().toString().replaceFirst("\\.jar$", "").split("_", 2);
        if (name[0].startsWith("org.archipelago.") || FRAGMENT_OF_MACHINE.matcher(name[0]).matches()) {
          continue;
        }
        String version = name[1].replaceFirst("\\.v?\\d{8}.*$", "");
        Optional<String> licence = licence(file, name[0], version);
        licence.ifPresentOrElse(
            id -> {
              String own = name[0].replaceFirst("^wrapped\\.", "");
              parts.put(own, new Part(own, version, id, isIn(file, clientJar)));
            },
            () -> unknown.add(name[0] + " " + version));
      }
    }
    if (!unknown.isEmpty()) {
      throw new IllegalStateException("no licence is known of " + String.join(", ", unknown));
    }
    return List.copyOf(parts.values());
  }

  private Optional<String> licence(Path file, String name, String version) throws IOException {
    List<String> said = new ArrayList<>();
    if (Files.isDirectory(file)) {
      Path about = file.resolve("about.html");
      said.add(Files.exists(about) ? Files.readString(about) : "");
    } else {
      try (JarFile jar = new JarFile(file.toFile())) {
        said.add(String.valueOf(jar.getManifest().getMainAttributes().getValue("Bundle-License")));
        for (JarEntry entry : Collections.list(jar.entries())) {
          if (entry.getName().equals("about.html")) {
            said.add(text(jar, entry));
          } else if (entry.getName().matches("META-INF/maven/.*/pom.xml")) {
            said.add(licences(text(jar, entry)));
          }
        }
      }
    }
    for (String text : said) {
      Optional<String> id = named(text);
      if (id.isPresent()) {
        return id;
      }
    }
    return fromRepository(name, version);
  }

  /** The first licence in the order of preference that a text names; some parts leave a choice. */
  private static Optional<String> named(String text) {
    return LICENCES.entrySet().stream()
        .filter(entry -> entry.getValue().matcher(text).find())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static String text(JarFile jar, JarEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** What a POM says of licences, or which POM it inherits from says it. */
  private String licences(String pom) throws IOException {
    Matcher own = Pattern.compile("<licenses>(.*?)</licenses>", Pattern.DOTALL).matcher(pom);
    if (own.find()) {
      return own.group(1);
    }
    Matcher parent = Pattern.compile("<parent>(.*?)</parent>", Pattern.DOTALL).matcher(pom);
    if (!parent.find()) {
      return "";
    }
    String group = element(parent.group(1), "groupId");
    String artifact = element(parent.group(1), "artifactId");
    String version = element(parent.group(1), "version");
    Path file = repository.resolve(group.replace('.', '/')).resolve(artifact).resolve(version)
        .resolve(artifact + "-" + version + ".pom");
    return Files.exists(file) ? licences(Files.readString(file)) : "";
  }

  private static String element(String xml, String name) {
    Matcher matcher = Pattern.compile("<" + name + ">([^<]*)</" + name + ">").matcher(xml);
    return matcher.find() ? matcher.group(1).strip() : "";
  }

  /** For jars that have neither: the POM of an artifact with a name like the bundle's. */
  private Optional<String> fromRepository(String name, String version) throws IOException {
    String[] words = name.split("\\.");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < words.length; i++) {
      String rest = String.join(".", List.of(words).subList(i, words.length));
      names.add(rest);
      names.add(rest.replace('.', '-'));
    }
    names.add(words[words.length - 1] + "4j");
    for (String artifact : names) {
      for (String wanted : List.of(version, version.replaceFirst("\\.0$", ""))) {
        try (Stream<Path> files = Files.walk(repository)) {
          Optional<Path> pom =
              files
                  .filter(file -> file.endsWith(Path.of(artifact, wanted, artifact + "-" + wanted + ".pom")))
                  .findFirst();
          if (pom.isPresent()) {
            return named(licences(Files.readString(pom.get())));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isIn(Path file, JarFile client) {
    if (Files.isDirectory(file)) {
      return false;
    }
    try (JarFile jar = new JarFile(file.toFile())) {
      return Collections.list(jar.entries()).stream()
          .map(JarEntry::getName)
          .filter(name -> name.endsWith(".class") && !name.contains("-info") && !name.startsWith("META-INF"))
          .findFirst()
          .filter(name -> client.getJarEntry(name) != null)
          .isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The page that lists them. */
  public static String page(List<Part> parts) {
    StringBuilder page = new StringBuilder(
        """
        # Third-party components

        Written by `releng/third-party` from what the product carries; a test fails where it is out of date. The texts of
        the licences are in the folder `licences` of the product. Where a part leaves a choice of licences, the one it is
        used under is named.

        JFreeChart is under the LGPL. It is an unchanged library in a jar of its own, `wrapped.org.jfree.jfreechart_….jar`
        among the product's `plugins`, and can be replaced there by another version of it; its source is at
        <https://github.com/jfree/jfreechart>. SWT and the platform's other parts for one kind of machine go with the part
        that they belong to, and are under its licence.

        | component | version | licence | also in the participants' jar |
        | --- | --- | --- | --- |
        """);
    for (Part part : parts) {
      page.append("| %s | %s | [%s](../licences/%s.txt) | %s |\n".formatted(
          part.name(), part.version(), part.licence(), part.licence(), part.inClient() ? "yes" : ""));
    }
    return page.toString();
  }

  /** The product's folder of bundles below a checkout, if one has been built. */
  public static Optional<Path> plugins(Path root) throws IOException {
    Path products = root.resolve("product/target/products/archipelago");
    if (!Files.isDirectory(products)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.walk(products, 6)) {
      return files.filter(file -> file.endsWith("plugins")).sorted().findFirst();
    }
  }

  /** Where a build puts the participants' jar. */
  public static Path client(Path root) {
    return root.resolve("bundles/org.archipelago.client/target/archipelago-client.jar");
  }

  /** The repository of the Maven at hand. */
  public static Path localRepository() {
    Path usual = Path.of(System.getProperty("user.home"), ".m2", "repository");
    return Path.of(System.getProperty("maven.repo.local", usual.toString()));
  }

  /** Writes the page of the checkout that is named. */
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]);
    Path plugins = plugins(root).orElseThrow(() -> new IllegalStateException("build the product first"));
    String page = page(new ThirdParty(localRepository()).parts(plugins, client(root)));
    Files.writeString(root.resolve("docs/third-party.md"), page);
    System.out.println(page.lines().filter(line -> line.startsWith("| ")).count() - 2 + " components");
  }
}

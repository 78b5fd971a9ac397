package org.archipelago.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the checked-out project has its files. */
final class Checkout {

  private static final Pattern BUNDLE_MODULE = Pattern.compile("<module>(bundles/[^<]+)</module>");

  private final Path root;

  Checkout(Path root) {
    this.root = root;
  }

  /** The folders of all bundles that the build lists, those with tests of the workbench left out. */
  List<Path> bundles() throws IOException {
    List<Path> bundles = new ArrayList<>();
    Matcher matcher = BUNDLE_MODULE.matcher(read("pom.xml"));
    while (matcher.find()) {
      if (!matcher.group(1).endsWith(".tests")) {
        bundles.add(root.resolve(matcher.group(1)));
      }
    }
    return bundles;
  }

  /** Whether a bundle is a plain Maven module, which knows nothing of Eclipse. */
  static boolean isCore(Path bundle) {
    return Files.exists(bundle.resolve("bnd.bnd"));
  }

  /** The manifest as it was built; that of a bundle for the workbench is written by hand. */
  static BundleManifest manifest(Path bundle) throws IOException {
    Path classes = isCore(bundle) ? bundle.resolve("target/classes") : bundle;
    try (InputStream in = Files.newInputStream(classes.resolve("META-INF/MANIFEST.MF"))) {
      return BundleManifest.of(new Manifest(in).getMainAttributes());
    }
  }

  String read(String path) throws IOException {
    return Files.readString(root.resolve(path), StandardCharsets.UTF_8);
  }

  boolean has(String path) {
    return Files.exists(root.resolve(path));
  }
}

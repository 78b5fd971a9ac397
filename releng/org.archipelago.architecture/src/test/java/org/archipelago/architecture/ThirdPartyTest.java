package org.archipelago.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.archipelago.architecture.ThirdParty.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others have written is named with its licence, and the texts are shipped. */
class ThirdPartyTest {

  private static final Path ROOT = Path.of("..", "..");

  @TempDir private Path folder;

  @Test
  void thePageIsThatOfTheProduct() throws IOException {
    Optional<Path> plugins = ThirdParty.plugins(ROOT);
    assumeTrue(plugins.isPresent(), "no product was built");
    List<Part> parts = new ThirdParty(ThirdParty.localRepository()).parts(plugins.get(), ThirdParty.client(ROOT));
    String page = Files.readString(ROOT.resolve("docs/third-party.md"));
    assertEquals(ThirdParty.page(parts), page, "run releng/third-party");
    for (Part part : parts) {
      assertTrue(Files.exists(ROOT.resolve("licences/" + part.licence() + ".txt")), "licences lacks " + part);
      assertTrue(Files.exists(product(plugins.get()).resolve("licences/" + part.licence() + ".txt")),
          "the product lacks the licence of " + part);
    }
  }

  private static Path product(Path plugins) {
    Path home = plugins.getParent();
    return home.endsWith("Eclipse") ? home.resolveSibling("MacOS") : home;
  }

  @Test
  void licencesAreReadWhereJarsSayThem() throws IOException {
    jar("org.example.one_1.2.3.v20260101-1200.jar", "https://www.apache.org/licenses/LICENSE-2.0.txt");
    jar("wrapped.org.example.two_4.0.jar", "MIT");
    jar("org.archipelago.core_0.1.0.jar", null);
    Path client = jar("client.jar", null);
    Path plugins = folder.resolve("plugins");
    assertEquals(
        List.of(new Part("org.example.one", "1.2.3", "Apache-2.0", false),
            new Part("org.example.two", "4.0", "MIT", false)),
        new ThirdParty(Files.createDirectories(folder.resolve("repository"))).parts(plugins, client));
  }

  @Test
  void aPartWithoutKnownLicenceFails() throws IOException {
    jar("org.example.three_1.0.0.jar", "All rights reserved");
    Path client = jar("client.jar", null);
    ThirdParty parties = new ThirdParty(Files.createDirectories(folder.resolve("repository")));
    Exception failure =
        assertThrows(IllegalStateException.class, () -> parties.parts(folder.resolve("plugins"), client));
    assertTrue(failure.getMessage().contains("org.example.three 1.0.0"), failure.getMessage());
  }

  private Path jar(String name, String licence) throws IOException {
    Path plugins = Files.createDirectories(folder.resolve("plugins"));
    Path file = (name.contains("_") ? plugins : folder).resolve(name);
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    if (licence != null) {
      manifest.getMainAttributes().putValue("Bundle-License", licence);
    }
    try (OutputStream out = Files.newOutputStream(file); JarOutputStream jar = new JarOutputStream(out, manifest)) {
      jar.finish();
    }
    return file;
  }
}

package org.archipelago.app.about;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.archipelago.learning.kernel.Kernels;
import org.eclipse.core.runtime.Platform;
import org.eclipse.osgi.util.NLS;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.Version;

/** What those who help with a problem ask for first. */
final class Facts {

  private static final long MEGABYTE = 1024 * 1024;

  private Facts() {}

  /** What each is called, and what it is. */
  static Map<String, String> now() {
    Map<String, String> facts = new LinkedHashMap<>();
    Version version = FrameworkUtil.getBundle(Facts.class).getVersion();
    facts.put(
        AboutMessages.fact_version,
        version.getMajor() + "." + version.getMinor() + "." + version.getMicro());
    String build = build();
    if (!build.isEmpty()) {
      facts.put(AboutMessages.fact_build, build);
    }
    facts.put(
        AboutMessages.fact_java,
        System.getProperty("java.version") + ", " + System.getProperty("java.vm.name")
            + " (" + System.getProperty("java.vendor") + ")");
    facts.put(AboutMessages.fact_kernels, Kernels.description());
    facts.put(
        AboutMessages.fact_system,
        System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
            + System.getProperty("os.arch"));
    Runtime runtime = Runtime.getRuntime();
    facts.put(AboutMessages.fact_cores, Integer.toString(runtime.availableProcessors()));
    facts.put(
        AboutMessages.fact_memory,
        NLS.bind(
            AboutMessages.fact_memoryUsed,
            (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE,
            runtime.maxMemory() / MEGABYTE));
    facts.put(
        AboutMessages.fact_workspace,
        new File(Platform.getInstanceLocation().getURL().getPath()).getPath());
    facts.put(AboutMessages.fact_log, Platform.getLogFileLocation().toOSString());
    return facts;
  }

  /** Commit and date, which the build writes where it knows them; else empty. */
  private static String build() {
    Properties properties = new Properties();
    try (InputStream in = Facts.class.getResourceAsStream("/build-commit.properties")) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      return "";
    }
    return properties.getProperty("commit", "").strip();
  }

  /** The same as lines to be pasted somewhere. */
  static String text() {
    return "Archipelago\n"
        + now().entrySet().stream()
            .map(fact -> fact.getKey() + ": " + fact.getValue())
            .collect(Collectors.joining("\n"))
        + "\n";
  }
}

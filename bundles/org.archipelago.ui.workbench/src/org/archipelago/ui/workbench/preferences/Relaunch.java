package org.archipelago.ui.workbench.preferences;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.Platform;
import org.eclipse.osgi.service.datalocation.Location;
import org.osgi.framework.FrameworkUtil;

/** Starts the program again as it was started, in the language that is chosen now. */
public final class Relaunch {

  private static final String LANGUAGE = "-nl";

  private Relaunch() {}

  /** Starts another process like this one; this one should end now. */
  public static void start() throws IOException {
    String executable =
        ProcessHandle.current().info().command().orElse(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    List<String> command =
        command(
            executable,
            ManagementFactory.getRuntimeMXBean().getInputArguments(),
            System.getProperty("java.class.path"),
            arguments(),
            LanguageChoice.chosen());
    Platform.getInstanceLocation().release();
    new ProcessBuilder(command).inheritIO().start();
  }

  /** The launcher takes what it understands itself out of the command line: where things are is told anew. */
  private static List<String> arguments() {
    List<String> arguments = new ArrayList<>(List.of(Platform.getCommandLineArgs()));
    arguments.addAll(List.of("-configuration", path(Platform.getConfigurationLocation())));
    arguments.addAll(List.of("-data", path(Platform.getInstanceLocation())));
    return arguments;
  }

  private static String path(Location location) {
    return new File(location.getURL().getPath()).getPath();
  }

  /** Whether the language was given on the command line, which then holds. */
  public static boolean isLanguageGiven() {
    return FrameworkUtil.getBundle(Relaunch.class).getBundleContext().getProperty("osgi.nl.user") != null;
  }

  /**
   * What to start.
   *
   * @param executable this process's: a Java, or a launcher that knows its Java, options and jar
   * @param options of the Java machine
   * @param jar the jar that was started
   * @param arguments of the program
   */
  public static List<String> command(
      String executable, List<String> options, String jar, List<String> arguments, LanguageChoice language) {
    List<String> command = new ArrayList<>(List.of(executable));
    if (Path.of(executable).getFileName().toString().matches("javaw?(\\.exe)?")) {
      command.addAll(options);
      if (Platform.getOS().equals(Platform.OS_MACOSX) && !options.contains("-XstartOnFirstThread")) {
        command.add("-XstartOnFirstThread");
      }
      command.add("-jar");
      command.add(jar);
    }
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i).equals(LANGUAGE)) {
        i++;
      } else {
        command.add(arguments.get(i));
      }
    }
    if (language != LanguageChoice.SYSTEM) {
      command.add(LANGUAGE);
      command.add(language.code());
    }
    return command;
  }
}

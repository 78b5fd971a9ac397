package org.archipelago.ui.workbench.experiments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.archipelago.ui.workbench.Messages;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;

/** Shows a file or folder in the system's file manager. */
public final class FileManager {

  private FileManager() {}

  /** Starts the file manager in a job; if there is none, says where the file is. */
  public static void reveal(Path path) {
    Job job = Job.create(Messages.Reveal_job, monitor -> {
      try {
        new ProcessBuilder(command(Platform.getOS(), path))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
        return Status.OK_STATUS;
      } catch (IOException e) {
        return Status.error(NLS.bind(Messages.Reveal_failed, path), e);
      }
    });
    job.schedule();
  }

  /** What to start: the file is selected where the system can do that, else its folder is opened. */
  public static List<String> command(String os, Path path) {
    return switch (os) {
      case Platform.OS_WIN32 -> List.of("explorer.exe", "/select," + path);
      case Platform.OS_MACOSX -> List.of("open", "-R", path.toString());
      default ->
          List.of("xdg-open", (Files.isDirectory(path) ? path : path.getParent()).toString());
    };
  }
}

package org.archipelago.headless;

import java.io.PrintWriter;
import java.util.List;
import org.archipelago.store.samples.SampleExperiment;
import org.archipelago.store.samples.SampleExperiments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the experiments that ship with the program. */
@Command(name = "samples", mixinStandardHelpOptions = true)
final class SamplesCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    List<SampleExperiment> samples = SampleExperiments.all();
    new Columns(samples, SampleExperiment::id, SampleExperiment::title).print(out);
  }
}

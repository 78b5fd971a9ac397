package org.archipelago.learning.kernel;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.archipelago.learning.math.Fma;

/**
 * Which kernels this process uses, chosen once: vectors where the module {@code jdk.incubator.vector}, the
 * compiler C2 and at least four lanes are there, plain Java elsewhere.
 *
 * @param description for people, such as {@code Vector API, 16 lanes (AVX-512)}
 * @param factory makes kernels for a worker
 */
record KernelChoice(String description, Supplier<Kernels> factory) {

  /** {@code plain}, or {@code vector}, from the first step on: asks for kernels instead of a choice. */
  static final String PROPERTY = "org.archipelago.kernels";

  static final KernelChoice MADE = logged(make());

  private static final int LEAST_LANES = 4;

  private static KernelChoice logged(KernelChoice choice) {
    Logger log = System.getLogger(KernelChoice.class.getName());
    log.log(Level.INFO, "Kernels: {0}", choice.description);
    return choice;
  }

  private static KernelChoice make() {
    if ("plain".equals(System.getProperty(PROPERTY))) {
      return plain("as asked for by -D" + PROPERTY);
    }
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      return plain("the module jdk.incubator.vector is not there");
    }
    if (!Fma.inHardware()) {
      return plain("this machine, or this Java, has no fused multiply-add");
    }
    if (!compilesVectors() && !"vector".equals(System.getProperty(PROPERTY))) {
      return plain("this Java runs without its optimizing compiler");
    }
    try {
      ClassLoader loader = KernelChoice.class.getClassLoader();
      for (KernelsProvider provider : ServiceLoader.load(KernelsProvider.class, loader)) {
        return provider.lanes() < LEAST_LANES
            ? plain("this machine has vectors of less than four numbers")
            : new KernelChoice(vectors(provider.lanes()), factory(provider));
      }
      return plain("the bundle org.archipelago.learning.vector is not there");
    } catch (ServiceConfigurationError | LinkageError e) {
      return plain("the vector kernels do not load: " + e);
    }
  }

  private static Supplier<Kernels> factory(KernelsProvider provider) {
    if ("vector".equals(System.getProperty(PROPERTY))) {
      return provider::create;
    }
    KernelWarmUp warmUp = KernelWarmUp.start(provider);
    return () -> new WarmingKernels(warmUp, provider);
  }

  private static KernelChoice plain(String reason) {
    String emulated = Fma.inHardware() ? "" : ", fused multiply-add emulated";
    return new KernelChoice("plain Java" + emulated + ": " + reason, PlainKernels::new);
  }

  private static String vectors(int lanes) {
    String instructions =
        switch (System.getProperty("os.arch")) {
          case "amd64", "x86_64" -> lanes == 16 ? " (AVX-512)" : lanes == 8 ? " (AVX2)" : "";
          case "aarch64" -> lanes == 4 ? " (NEON)" : " (SVE)";
          default -> "";
        };
    return "Vector API, " + lanes + " lanes" + instructions;
  }

  /** Vectors are objects until C2 compiles them away; without it they are a hundred times slower. */
  private static boolean compilesVectors() {
    List<String> arguments = ManagementFactory.getRuntimeMXBean().getInputArguments();
    boolean stopped =
        arguments.stream()
            .anyMatch(
                argument ->
                    argument.matches("-XX:TieredStopAtLevel=[0-3]")
                        || argument.equals("-Xint")
                        || argument.equals("-XX:CompilationMode=quick-only")
                        || argument.equals("-XX:+UseJVMCICompiler"));
    return !stopped && System.getProperty("java.vm.name").contains("Server VM");
  }
}

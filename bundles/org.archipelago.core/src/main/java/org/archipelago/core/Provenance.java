package org.archipelago.core;

import java.time.Instant;

/**
 * Where a run's results come from: enough to run it again and get the same bits.
 *
 * @param version the program's version
 * @param started when the run began
 * @param seed the experiment's seed
 * @param dataSource what was read, as the experiment names it
 * @param dataHash SHA-256 of the data as read, hexadecimal
 * @param partitionHash SHA-256 of the assignment of rows to clients, hexadecimal
 * @param java version and vendor of the Java machine
 * @param os name, version and architecture of the operating system
 * @param processors processors the run could use
 * @param kernels which arithmetic kernels were chosen
 */
public record Provenance(
    String version,
    Instant started,
    long seed,
    String dataSource,
    String dataHash,
    String partitionHash,
    String java,
    String os,
    int processors,
    String kernels) {

  /** A provenance that fills in this program, Java machine and operating system. */
  public static Provenance here(
      Instant started, long seed, String dataSource, String dataHash, String partitionHash,
      String kernels) {
    return new Provenance(
        Version.current(),
        started,
        seed,
        dataSource,
        dataHash,
        partitionHash,
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version")
            + " (" + System.getProperty("java.vendor") + ")",
        System.getProperty("os.name") + " " + System.getProperty("os.version")
            + " " + System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        kernels);
  }
}

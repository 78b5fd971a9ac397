package org.archipelago.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.archipelago.core.DatasetSummary.ClientSummary;
import org.archipelago.core.Metrics;
import org.archipelago.core.RunControl;
import org.archipelago.data.ClientDataset;
import org.archipelago.data.FederatedDataset;
import org.archipelago.federation.Backend;
import org.archipelago.federation.ClientInfo;
import org.archipelago.federation.ClientUpdate;
import org.archipelago.federation.Forgery;
import org.archipelago.federation.LocalPrivacy;
import org.archipelago.federation.LocalTasks;
import org.archipelago.federation.RoundContext;
import org.archipelago.federation.Strategy;
import org.archipelago.federation.UpdateProcessor;
import org.archipelago.learning.Evaluator;
import org.archipelago.learning.LocalTrainer;
import org.archipelago.learning.Model;
import org.archipelago.learning.ModelParameters;
import org.archipelago.learning.PruningMask;
import org.archipelago.learning.metrics.Tally;

/**
 * Clients simulated in this process, several at a time. What a client does depends on the experiment,
 * the round and the client alone, and results are taken in the order of the clients, so that the bits
 * do not depend on the number of threads.
 */
final class SimulationBackend implements Backend {

  /** How far training may run ahead of aggregation, in clients a thread; bounds memory. */
  static final int AHEAD = 4;

  /** Clients that a worker measures in one go. */
  private static final int CLIENTS_AT_ONCE = 16;

  private final FederatedDataset data;
  private final List<ClientInfo> clients;
  private final Supplier<ClientWorker> newWorker;
  private final SimulatedAttack attack;
  private final ConcurrentLinkedQueue<ClientWorker> idle = new ConcurrentLinkedQueue<>();
  private final ExecutorService pool;
  private final int threads;

  /**
   * @param strategy tells what travels beside the model
   * @param attack what some of them do instead of training honestly
   * @param shift what the rows that clients train on become from round to round
   * @param privacy how clients hide their rows while they train; nothing when they do not
   */
  SimulationBackend(
      FederatedDataset data,
      Model model,
      Supplier<LocalTrainer> newTrainer,
      Strategy strategy,
      SimulatedAttack attack,
      SimulatedShift shift,
      Optional<LocalPrivacy> privacy,
      int threads) {
    this.data = data;
    this.attack = attack;
    this.threads = threads;
    this.newWorker =
        () ->
            new ClientWorker(
                shift, strategy, attack, privacy, newTrainer.get(), new Evaluator(model, data.targetScale()));
    this.pool = Executors.newFixedThreadPool(threads, new WorkerThreads("client worker"));
    this.clients = infos(data);
  }

  /** What the server knows of the clients whose rows are here. */
  static List<ClientInfo> infos(FederatedDataset data) {
    List<ClientInfo> infos = new ArrayList<>();
    for (ClientSummary client : data.summary().clients()) {
      infos.add(new ClientInfo(infos.size(), client.name(), client.rows(), client.quality()));
    }
    return List.copyOf(infos);
  }

  @Override
  public List<ClientInfo> clients() {
    return clients;
  }

  @Override
  public void train(
      RoundContext context,
      LocalTasks tasks,
      List<ClientInfo> cohort,
      UpdateProcessor processor,
      Consumer<ClientUpdate> updates) {
    Map<ModelParameters, PruningMask> masks = new IdentityHashMap<>();
    for (ClientInfo client : cohort) {
      masks.computeIfAbsent(tasks.start(client), model -> mask(model, context.round()));
    }
    Function<ClientInfo, Work<ClientUpdate>> training =
        client -> {
          ModelParameters model = tasks.start(client);
          PruningMask mask = masks.get(model);
          return worker -> worker.train(context, model, client, mask, tasks.term(client));
        };
    Map<Integer, ClientUpdate> known = new ConcurrentHashMap<>();
    inOrder(
        each(attack.known(cohort, context.round()), training),
        update -> known.put(update.client().index(), update));
    Forgery forgery = attack.forgery(context, tasks, cohort, known);
    inOrder(
        each(
            cohort,
            client -> {
              Work<ClientUpdate> work = training.apply(client);
              return worker -> {
                ClientUpdate before = known.remove(client.index());
                ClientUpdate own = before == null ? work.by(worker) : before;
                return processor.process(
                    attack.by(client, context.round())
                        ? own.withDelta(forgery.forge(own, tasks.start(client)))
                        : own);
              };
            }),
        updates);
  }

  private static List<Work<ClientUpdate>> each(
      List<ClientInfo> cohort, Function<ClientInfo, Work<ClientUpdate>> work) {
    return cohort.stream().map(work).toList();
  }

  private PruningMask mask(ModelParameters global, int round) {
    List<PruningMask> masks = new ArrayList<>(1);
    inOrder(List.<Work<PruningMask>>of(worker -> worker.mask(global, round)), masks::add);
    return masks.get(0);
  }

  /** The clients, told to a worker in parts: each has some of them and loads the model once. */
  private <T> List<Work<List<T>>> inParts(
      int[] indices, ModelParameters global, BiFunction<ClientWorker, ClientDataset, T> work) {
    List<Work<List<T>>> parts = new ArrayList<>();
    for (int from = 0; from < indices.length; from += CLIENTS_AT_ONCE) {
      int[] part = Arrays.copyOfRange(indices, from, Math.min(from + CLIENTS_AT_ONCE, indices.length));
      parts.add(
          worker -> {
            worker.evaluator().load(global);
            return Arrays.stream(part).mapToObj(i -> work.apply(worker, data.clients().get(i))).toList();
          });
    }
    return parts;
  }

  /**
   * Figures of a model on clients' own rows; nothing for a client with too few rows to judge.
   *
   * @param indices whose, and in which order the figures come
   */
  List<Optional<Metrics>> evaluateClients(ModelParameters global, int[] indices, RunControl control) {
    List<Optional<Metrics>> metrics = new ArrayList<>(indices.length);
    inOrder(
        inParts(
            indices,
            global,
            (worker, client) ->
                Optional.of(client)
                    .filter(ClientDataset::judgeable)
                    .map(judged -> worker.evaluator().evaluate(judged.judged(), control))),
        metrics::addAll);
    return metrics;
  }

  /** Mean loss of a model on the rows that each of these clients trains on; NaN where it is not finite. */
  double[] losses(ModelParameters global, List<ClientInfo> asked, RunControl control) {
    List<Double> losses = new ArrayList<>(asked.size());
    inOrder(
        inParts(
            asked.stream().mapToInt(ClientInfo::index).toArray(),
            global,
            (worker, client) -> worker.loss(client.train(), control)),
        losses::addAll);
    return losses.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** What a model's outputs on the common hold-out count up to; nothing when it has no rows. */
  Optional<Tally> tallyTest(ModelParameters global, boolean ranked, RunControl control) {
    List<Tally> tallies = new ArrayList<>(1);
    if (data.test().rows() > 0) {
      inOrder(
          List.<Work<Tally>>of(
              worker -> {
                worker.evaluator().load(global);
                return worker.evaluator().tally(data.test(), ranked, control);
              }),
          tallies::add);
    }
    return tallies.stream().findFirst();
  }

  /** The same on the rows that each client keeps back, in the order of the clients. */
  void tallyClients(
      ModelParameters global, boolean ranked, RunControl control, Consumer<Tally> tallies) {
    inOrder(
        inParts(
            IntStream.range(0, clients.size()).toArray(),
            global,
            (worker, client) -> worker.evaluator().tally(client.test().orElseThrow(), ranked, control)),
        part -> part.forEach(tallies));
  }

  /** Whether a client's own figures mean anything. */
  boolean judgeable(ClientInfo client) {
    return data.clients().get(client.index()).judgeable();
  }

  private <T> void inOrder(List<Work<T>> works, Consumer<T> results) {
    Deque<Future<T>> underWay = new ArrayDeque<>();
    try {
      for (Work<T> work : works) {
        if (underWay.size() == AHEAD * threads) {
          results.accept(result(underWay.poll()));
        }
        underWay.add(pool.submit(onIdleWorker(work)));
      }
      while (!underWay.isEmpty()) {
        results.accept(result(underWay.poll()));
      }
    } finally {
      underWay.forEach(future -> future.cancel(false));
    }
  }

  private <T> Callable<T> onIdleWorker(Work<T> work) {
    return () -> {
      ClientWorker polled = idle.poll();
      ClientWorker worker = polled == null ? newWorker.get() : polled;
      try {
        return work.by(worker);
      } finally {
        idle.add(worker);
      }
    };
  }

  /** What a worker came to, or the exception it ended with. */
  static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while clients train", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    pool.shutdown();
  }

  /** Something a worker does for one client. */
  private interface Work<T> {
    T by(ClientWorker worker);
  }
}

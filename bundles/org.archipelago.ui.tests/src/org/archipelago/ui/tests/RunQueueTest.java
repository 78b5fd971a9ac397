package org.archipelago.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.archipelago.ui.workbench.run.RunQueue;
import org.archipelago.ui.workbench.run.RunQueue.Place;
import org.junit.jupiter.api.Test;

class RunQueueTest {

  private final List<String> begun = new ArrayList<>();

  private Place enter(RunQueue queue, String name) {
    return queue.enter(threads -> begun.add(name + " on " + threads), () -> { });
  }

  @Test
  void runsBeginInOrderAsLongAsThereAreThreads() {
    RunQueue queue = new RunQueue(5, 3);
    Place first = enter(queue, "first");
    enter(queue, "second");
    enter(queue, "third");
    Place fourth = enter(queue, "fourth");
    Place fifth = enter(queue, "fifth");
    assertEquals(List.of("first on 2", "second on 2", "third on 1"), begun);
    assertEquals(5, queue.inUse());
    assertTrue(fourth.isWaiting());
    assertEquals(0, fourth.ahead());
    assertEquals(1, fifth.ahead());

    first.leave();
    assertEquals("fourth on 2", begun.getLast());
    assertFalse(fourth.isWaiting());
    assertEquals(0, fifth.ahead());
    assertEquals(5, queue.inUse());
  }

  @Test
  void aRunThatIsTakenOutOfTheQueueNeverBegins() {
    RunQueue queue = new RunQueue(1, 1);
    Place first = enter(queue, "first");
    Place second = enter(queue, "second");
    enter(queue, "third");
    assertTrue(second.leave());
    assertFalse(first.leave());
    assertEquals(List.of("first on 1", "third on 1"), begun);
    assertEquals(0, queue.waiting());
  }

  @Test
  void leavingTwiceGivesThreadsBackOnce() {
    RunQueue queue = new RunQueue(2, 1);
    Place first = enter(queue, "first");
    first.leave();
    first.leave();
    assertEquals(0, queue.inUse());
    enter(queue, "second");
    assertEquals(2, queue.inUse());
  }

  @Test
  void thoseWhoWaitAreToldWhenTheyMoveUp() {
    RunQueue queue = new RunQueue(1, 1);
    Place first = enter(queue, "first");
    enter(queue, "second");
    AtomicInteger told = new AtomicInteger();
    Place third = queue.enter(threads -> { }, told::incrementAndGet);
    int before = told.get();
    first.leave();
    assertTrue(told.get() > before);
    assertEquals(0, third.ahead());
  }

  @Test
  void atNoTimeMoreThreadsThanThereAre() throws InterruptedException {
    RunQueue queue = new RunQueue(3, 2);
    ConcurrentLinkedQueue<Integer> inUse = new ConcurrentLinkedQueue<>();
    int runs = 200;
    CountDownLatch ended = new CountDownLatch(runs);
    for (int i = 0; i < runs; i++) {
      Place[] place = new Place[1];
      CountDownLatch known = new CountDownLatch(1);
      place[0] = queue.enter(threads -> Thread.startVirtualThread(() -> {
        try {
          known.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
        inUse.add(queue.inUse());
        place[0].leave();
        ended.countDown();
      }), () -> { });
      known.countDown();
    }
    ended.await();
    assertEquals(runs, inUse.size());
    assertTrue(inUse.stream().allMatch(threads -> threads >= 1 && threads <= 3), inUse.toString());
    assertEquals(0, queue.inUse());
  }

  @Test
  void sharesThatMakeNoSenseAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new RunQueue(0, 1));
    assertThrows(IllegalArgumentException.class, () -> new RunQueue(2, 0));
    RunQueue queue = new RunQueue(2, 1);
    assertThrows(IllegalArgumentException.class, () -> queue.limit(-1, 1));
  }

  @Test
  void neverMoreRunsAtOnceThanAllowed() {
    RunQueue queue = new RunQueue(8, 2);
    enter(queue, "first");
    enter(queue, "second");
    enter(queue, "third");
    assertEquals(List.of("first on 4", "second on 4"), begun);
    assertEquals(1, queue.waiting());
  }

  @Test
  void newLimitsHoldForThoseWhoWait() {
    RunQueue queue = new RunQueue(4, 1);
    Place first = enter(queue, "first");
    enter(queue, "second");
    enter(queue, "third");
    queue.limit(2, 2);
    assertEquals(List.of("first on 4"), begun);
    first.leave();
    assertEquals(List.of("first on 4", "second on 1", "third on 1"), begun);

    queue.limit(6, 3);
    enter(queue, "fourth");
    assertEquals("fourth on 2", begun.getLast());
  }

  @Test
  void aRunThatIsPausedBlocksNobodyAndComesBackBeforeThoseThatHaveNotBegun() {
    RunQueue queue = new RunQueue(2, 1);
    Place first = enter(queue, "first");
    Place second = enter(queue, "second");
    enter(queue, "third");
    first.leave();
    assertEquals("second on 2", begun.getLast());

    first.comeBack(() -> begun.add("first again"));
    assertTrue(first.isWaiting());
    assertEquals(0, first.ahead());
    second.leave();
    assertEquals("first again", begun.getLast());
    assertEquals(2, queue.inUse());
    first.leave();
    assertEquals("third on 2", begun.getLast());
  }

  @Test
  void aRunThatNeedsMoreThreadsThanThereAreNowComesBackAlone() {
    RunQueue queue = new RunQueue(4, 2);
    Place first = enter(queue, "first");
    first.leave();
    queue.limit(1, 1);
    first.comeBack(() -> begun.add("first again"));
    assertEquals("first again", begun.getLast());
    Place second = enter(queue, "second");
    assertTrue(second.isWaiting());
  }
}

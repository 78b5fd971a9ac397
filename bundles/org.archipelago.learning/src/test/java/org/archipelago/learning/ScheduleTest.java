package org.archipelago.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.archipelago.learning.Schedule.Shape;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  @Test
  void constant() {
    assertEquals(1, Schedule.CONSTANT.at(1));
    assertEquals(1, Schedule.CONSTANT.at(1000));
  }

  @Test
  void step() {
    Schedule halves = new Schedule(Shape.STEP, 0, 0.5, 10, 100);
    assertEquals(1, halves.at(10));
    assertEquals(0.5, halves.at(11));
    assertEquals(0.25, halves.at(21));
  }

  @Test
  void exponential() {
    assertEquals(0.81, new Schedule(Shape.EXPONENTIAL, 0, 0.9, 10, 100).at(3), 1e-15);
  }

  @Test
  void cosineAfterAWarmUp() {
    Schedule schedule = new Schedule(Shape.COSINE, 4, 0.5, 10, 14);
    assertEquals(0.2, schedule.at(1), 1e-15);
    assertEquals(0.8, schedule.at(4), 1e-15);
    assertEquals(1, schedule.at(5), 1e-15);
    assertEquals(0.5, schedule.at(10), 1e-15);
    assertEquals(0.5 * (1 + Math.cos(0.9 * Math.PI)), schedule.at(14), 1e-15);
  }

  @Test
  void workInEpochsAndInSteps() {
    assertEquals(15, LocalWork.epochs(3, 11).stepsIn(50));
    assertEquals(3, LocalWork.epochs(3, 0).stepsIn(50));
    assertEquals(50, LocalWork.epochs(3, 0).batch(50));
    assertEquals(7, new LocalWork(1, 7, 20).stepsIn(50));
    assertThrows(IllegalArgumentException.class, () -> LocalWork.epochs(0, 1));
  }
}

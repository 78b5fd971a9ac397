package org.archipelago.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.archipelago.partition.Draft;
import org.archipelago.ui.workbench.partition.MatrixGeometry;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;

/** Where clients, classes and the reserve lie in the matrix. */
class MatrixGeometryTest {

  private static MatrixGeometry of(int clients, int classes, double rowHeight, double top) {
    return new MatrixGeometry(900, 500, clients, classes, rowHeight, 16, 90, 0, top, false);
  }

  @Test
  void aThousandClientsFitAndTwentyShowTheirNumbers() {
    MatrixGeometry many = of(1000, 10, 0, 0);
    assertEquals(many.body(), many.row() * 1000, 0.001);
    MatrixGeometry few = of(20, 10, 0, 0);
    assertTrue(few.row() >= 16, "a number fits into " + few.row());
    assertTrue(few.row() * 20 <= few.body());
  }

  @Test
  void everyCellIsFoundWhereItIsDrawn() {
    MatrixGeometry geometry = of(40, 7, 30, 123);
    for (int client = 10; client < 12; client++) {
      Rectangle cell = geometry.bounds(client, 3);
      assertEquals(Optional.of(client), geometry.rowAt(cell.y + cell.height / 2));
    }
    Rectangle reserve = geometry.bounds(Draft.NOBODY, 0);
    assertEquals(Optional.of(Draft.NOBODY), geometry.rowAt(reserve.y + reserve.height / 2));
    assertEquals(Optional.empty(), geometry.rowAt(3), "heads are no client");
    assertEquals(Optional.empty(), of(3, 7, 30, 0).rowAt(300), "below the last client is none");
  }

  @Test
  void cellsAreWideEnoughForNumbersWhereRowsAreHigh() {
    assertTrue(of(20, 100, 30, 0).cell() >= 32);
    assertTrue(of(1000, 100, 0, 0).cell() * 100 <= 900, "from afar all classes are in sight");
  }
}

package org.archipelago.privacy.accounting;

import static org.archipelago.privacy.accounting.Reference.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.archipelago.privacy.accounting.DpEvent.PoissonSampledGaussian;
import org.archipelago.privacy.accounting.Reference.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The accountant against ε as other accountants give it. */
class RdpAccountantReferenceTest {

  /** What the requirement asks for is 1e-6. */
  private static final double TOLERANCE = 1e-9;
  private static final double ORDER_TOLERANCE = 1e-9;

  static List<Row> grid() {
    return Reference.rows("dp_gaussian_grid.csv");
  }

  @Test
  void theTableIsWhole() {
    assertEquals(60, grid().size());
    assertEquals(60, grid().stream().filter(row -> row.has("eps_rdp_improved_opacus_orders")).count());
    assertEquals(60, grid().stream().filter(row -> row.has("eps_rdp_classic_opacus_orders")).count());
    assertEquals(59, grid().stream().filter(row -> row.has("eps_pld_upper")).count());
  }

  @ParameterizedTest
  @MethodSource("grid")
  void improvedConversion(Row row) {
    PrivacySpent spent = accountant(row).epsilon(row.number("delta"));
    assertClose(row.number("eps_rdp_improved_opacus_orders"), spent.epsilon(), TOLERANCE);
    assertEquals(row.number("order_a"), spent.order().orElseThrow(), ORDER_TOLERANCE);
    assertEquals(row.number("delta"), spent.delta());
  }

  @ParameterizedTest
  @MethodSource("grid")
  void classicConversion(Row row) {
    PrivacySpent spent = accountant(row).epsilon(row.number("delta"), RdpConversion.CLASSIC);
    assertClose(row.number("eps_rdp_classic_opacus_orders"), spent.epsilon(), TOLERANCE);
    assertEquals(row.number("order_c"), spent.order().orElseThrow(), ORDER_TOLERANCE);
  }

  @ParameterizedTest
  @MethodSource("grid")
  void neverBelowTheTighterAccountant(Row row) {
    double tighter = row.has("eps_pld_upper") ? row.number("eps_pld_upper") : 0;
    assertTrue(accountant(row).epsilon(row.number("delta")).epsilon() > tighter);
  }

  private static RdpAccountant accountant(Row row) {
    return new RdpAccountant().compose(new PoissonSampledGaussian(row.number("q"), row.number("sigma")),
        (long) row.number("steps"));
  }
}

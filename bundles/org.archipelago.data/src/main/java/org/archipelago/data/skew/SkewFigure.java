package org.archipelago.data.skew;

import java.util.Optional;
import org.archipelago.core.Language;
import org.archipelago.core.Texts;

/**
 * One figure of a whole partition.
 *
 * @param id stable, such as {@code jsd.mean}
 * @param value the figure
 * @param chance what random dealings to clients of the same sizes have; none where they cannot change the figure
 */
public record SkewFigure(String id, double value, Optional<NullBand> chance) {

  /** The value less what chance alone gives; the value where chance changes nothing. */
  public double excess() {
    return value - chance.map(NullBand::mean).orElse(0.0);
  }

  /** Key of its name beside this class. */
  public String nameKey() {
    return "figure." + id;
  }

  public String name(Language language) {
    return Texts.beside(SkewFigure.class, language).text(nameKey());
  }

  /** A sentence on what it says, and between which values it lies. */
  public String explanation(Language language) {
    return Texts.beside(SkewFigure.class, language).text(nameKey() + ".explained");
  }
}

package org.archipelago.data.skew;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.archipelago.core.RunControl;
import org.archipelago.core.Seed;

/**
 * The skew of a partition: what is shown live, printed and recorded.
 *
 * @param figures of the whole, in the order in which they are shown; none while no client has a row
 * @param clients the measures of single clients
 * @param chance the same by chance; none before it was drawn
 */
public record SkewReport(List<SkewFigure> figures, Skew clients, Optional<NullSkew> chance) {

  private static final String SIZE_GINI = "sizes.gini";

  public SkewReport {
    figures = List.copyOf(figures);
  }

  /** With what chance gives, from {@link NullSkew#DRAWS} random dealings. */
  public static SkewReport of(int[][] counts, Seed seed, RunControl control) {
    Skew skew = Skew.of(counts);
    return skew.isEmpty()
        ? of(skew, Optional.empty())
        : of(skew, Optional.of(NullSkew.draw(counts, NullSkew.DRAWS, seed, control)));
  }

  /** From what was measured and, where it is known already, what chance gives for the same sizes and classes. */
  public static SkewReport of(Skew skew, Optional<NullSkew> chance) {
    List<SkewFigure> figures = new ArrayList<>();
    if (!skew.isEmpty()) {
      for (SkewMeasure measure : SkewMeasure.values()) {
        figures.add(
            new SkewFigure(
                measure.id() + ".mean", skew.mean(measure), chance.map(drawn -> drawn.mean(measure))));
        figures.add(
            new SkewFigure(
                measure.id() + ".weighted",
                skew.weightedMean(measure),
                chance.map(drawn -> drawn.weightedMean(measure))));
      }
      figures.add(new SkewFigure(SIZE_GINI, skew.sizeGini(), Optional.empty()));
    }
    return new SkewReport(figures, skew, chance);
  }

  /** With another figure behind the others. */
  public SkewReport with(SkewFigure more) {
    List<SkewFigure> all = new ArrayList<>(figures);
    all.add(more);
    return new SkewReport(all, clients, chance);
  }

  /** @throws NoSuchElementException if there is no figure of that id */
  public SkewFigure figure(String id) {
    return figures.stream().filter(figure -> figure.id().equals(id)).findFirst().orElseThrow();
  }
}

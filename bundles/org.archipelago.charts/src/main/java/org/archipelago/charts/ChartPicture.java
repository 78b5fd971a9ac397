package org.archipelago.charts;

import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * A chart as it was drawn.
 *
 * @param image the picture
 * @param frame where its curves lie; absent where there was no room for any
 */
public record ChartPicture(BufferedImage image, Optional<PlotFrame> frame) {}

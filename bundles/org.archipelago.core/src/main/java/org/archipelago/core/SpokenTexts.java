package org.archipelago.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.ResourceBundle;

/**
 * Texts as a resource bundle that answers in the language that the process speaks when it is asked: a
 * command line gets its texts before it has read which language it is to speak.
 */
public final class SpokenTexts extends ResourceBundle {

  private final Class<?> near;
  private final String name;
  private final List<String> keys = new ArrayList<>();

  /**
   * @param near a class beside which the texts lie
   * @param name their file's, without its ending
   */
  public SpokenTexts(Class<?> near, String name) {
    this.near = near;
    this.name = name;
    Texts.beside(near, name, Language.ENGLISH).keys().forEach(keys::add);
  }

  @Override
  protected Object handleGetObject(String key) {
    return keys.contains(key) ? Texts.beside(near, name, Language.current()).raw(key) : null;
  }

  @Override
  public Enumeration<String> getKeys() {
    return Collections.enumeration(keys);
  }
}

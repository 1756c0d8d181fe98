package io.renoz.settings.api;

/**
 * A kind of document numbers.
 *
 * @param key {@code orders.order}
 * @param pattern text with the tokens {@code {prefix} {yyyy} {yy} {mm} {fy} {seq:5}}
 * @param gapless whether a number that was not used in the end is given again, at the price that documents wait for each
 *     other
 */
public record SequenceDeclaration(
        String key, String name, String prefix, String pattern, SequenceReset reset, boolean gapless) {}

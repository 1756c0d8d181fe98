package io.renoz.data;

/**
 * An enum whose values are not the lower case of its constants' names, neither in the database nor in JSON; all other
 * enums need nothing: {@code NON_PROFIT} is {@code non_profit}.
 */
public interface Coded {

    /** The value in the database and in JSON. */
    String code();

    /** The value of any enum constant. */
    static String of(Enum<?> constant) {
        return constant instanceof Coded coded ? coded.code() : constant.name().toLowerCase(java.util.Locale.ROOT);
    }
}

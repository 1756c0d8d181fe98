package io.renoz.platform.csv;

import io.renoz.data.Coded;
import java.math.BigDecimal;

/** Values as the API writes them. */
final class Texts {

    private Texts() {}

    static String of(Object value) {
        if (value instanceof Enum<?> constant) {
            return Coded.of(constant);
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}

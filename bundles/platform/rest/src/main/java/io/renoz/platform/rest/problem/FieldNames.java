package io.renoz.platform.rest.problem;

import java.util.Locale;

/** Names of fields as the database, JSON and people write them. */
final class FieldNames {

    private FieldNames() {}

    /** {@code customerId} for {@code customer_id}. */
    static String camel(String column) {
        var name = new StringBuilder(column.length());
        boolean up = false;
        for (int i = 0; i < column.length(); i++) {
            char c = column.charAt(i);
            if (c == '_') {
                up = true;
            } else {
                name.append(up ? Character.toUpperCase(c) : c);
                up = false;
            }
        }
        return name.toString();
    }

    /** {@code CustomerId} for {@code customerId}, as it stands behind other names. */
    static String capital(String field) {
        return field.isEmpty() ? field : Character.toUpperCase(field.charAt(0)) + field.substring(1);
    }

    /** {@code customer id} for {@code customerId}. */
    static String words(String field) {
        return field.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}

package io.renoz.activities.feed;

import java.util.ArrayList;
import java.util.List;

/** A condition with its values, put together. */
final class Where {

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    Where and(String condition, Object... of) {
        return joined(" and ", condition, List.of(of));
    }

    Where and(Where other) {
        return joined(" and ", "(" + other.sql + ")", other.values);
    }

    Where or(Where other) {
        return joined(" or ", "(" + other.sql + ")", other.values);
    }

    private Where joined(String by, String condition, List<Object> more) {
        sql.append(sql.isEmpty() ? "" : by).append(condition);
        values.addAll(more);
        return this;
    }

    String sql() {
        return sql.toString();
    }

    List<Object> values() {
        return List.copyOf(values);
    }
}

package io.renoz.platform.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;

/** A JPQL query over one entity {@code e}, while it is being put together. */
final class Jpql {

    private final Class<?> type;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private String order = "";

    Jpql(Class<?> type) {
        this.type = type;
    }

    Jpql where(String condition, String name, Object value) {
        return where(condition, Map.of(name, value));
    }

    /** Adds a condition; its parameters get names of their own. A parameter it does not mention is left out. */
    Jpql where(String condition, Map<String, Object> values) {
        String text = condition;
        for (var value : values.entrySet()) {
            String name = "p" + parameters.size();
            String before = text;
            text = text.replaceAll(":" + value.getKey() + "\\b", ":" + name);
            if (!text.equals(before)) {
                parameters.put(name, value.getValue());
            }
        }
        conditions.add(text);
        return this;
    }

    Jpql where(String condition) {
        conditions.add(condition);
        return this;
    }

    Jpql order(String text) {
        order = text;
        return this;
    }

    <E> TypedQuery<E> rows(EntityManager entities, Class<E> entity) {
        return bound(entities.createQuery("select e" + from() + (order.isEmpty() ? "" : " order by " + order), entity));
    }

    long count(EntityManager entities) {
        return bound(entities.createQuery("select count(e)" + from(), Long.class))
                .getSingleResult();
    }

    private String from() {
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return " from " + type.getSimpleName() + " e" + where;
    }

    private <T> TypedQuery<T> bound(TypedQuery<T> query) {
        parameters.forEach(query::setParameter);
        return query;
    }
}

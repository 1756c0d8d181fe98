package io.renoz.platform.rest.application;

import io.renoz.data.ListQuery;
import io.renoz.platform.rest.operation.Operation;
import io.renoz.platform.rest.operation.Operations;
import io.renoz.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.cxf.jaxrs.ext.ContextProvider;
import org.apache.cxf.jaxrs.impl.UriInfoImpl;
import org.apache.cxf.message.Message;
import org.jspecify.annotations.Nullable;

/** Reads what a caller asks of a list, and refuses what the list does not offer. */
final class ListQueries implements ContextProvider<ListQuery> {

    private final Operations operations;

    ListQueries(Operations operations) {
        this.operations = operations;
    }

    @Override
    public ListQuery createContext(Message message) {
        var parameters = new LinkedHashMap<>(new UriInfoImpl(message).getQueryParameters());
        Operation operation = operations.current();
        operation.query().forEach(parameters::remove);
        ListQuery query = parse(parameters);
        Offered.check(query, operation.offer());
        return query;
    }

    /**
     * The query that parameters stand for.
     *
     * @throws Problem {@code invalid-parameter}
     */
    static ListQuery parse(Map<String, List<String>> parameters) {
        var rest = new LinkedHashMap<String, String>();
        parameters.forEach((name, values) -> {
            if (values.size() > 1) {
                throw Problem.parameter(name, "The parameter " + name + " is given more than once.");
            }
            rest.put(name, values.isEmpty() || values.get(0) == null ? "" : values.get(0));
        });
        int limit = limit(rest.remove("limit"));
        boolean count = flag(rest.remove("count"));
        Optional<String> cursor = text(rest.remove("cursor"));
        Optional<String> sort = text(rest.remove("sort"));
        return new ListQuery(limit, cursor, sort, rest, count);
    }

    private static Optional<String> text(@Nullable String value) {
        return Optional.ofNullable(value).filter(v -> !v.isEmpty());
    }

    private static int limit(@Nullable String value) {
        if (value == null) {
            return ListQuery.DEFAULT_LIMIT;
        }
        if (value.matches("[0-9]{1,4}")) {
            int limit = Integer.parseInt(value);
            if (limit >= 1 && limit <= ListQuery.MAX_LIMIT) {
                return limit;
            }
        }
        throw Problem.parameter("limit", "The limit is a number from 1 to " + ListQuery.MAX_LIMIT + ".");
    }

    private static boolean flag(@Nullable String value) {
        if (value == null || value.equals("false")) {
            return false;
        }
        if (value.equals("true")) {
            return true;
        }
        throw Problem.parameter("count", "The parameter count is true or false.");
    }
}

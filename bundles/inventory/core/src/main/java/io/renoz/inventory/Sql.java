package io.renoz.inventory;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.persistence.FlushModeType;
import javax.persistence.Query;
import org.jspecify.annotations.Nullable;

/** Plain SQL of this module: parameter 1 is the organization, the others follow. */
public final class Sql {

    private Sql() {}

    /** A query that does not flush before it runs. */
    public static Query of(Tables tables, String text, @Nullable Object... parameters) {
        Query query = tables.entities().createNativeQuery(text).setParameter(1, Call.tenant());
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 2, parameters[i]);
        }
        return query.setFlushMode(FlushModeType.COMMIT);
    }

    /** Its rows, of several columns. */
    @SuppressWarnings("unchecked") // what the provider gives for several columns
    public static List<Object[]> rows(Tables tables, String text, @Nullable Object... parameters) {
        return of(tables, text, parameters).getResultList();
    }

    /** Its rows, of one column. */
    @SuppressWarnings("unchecked") // what the provider gives for one column
    public static <T> List<T> column(Tables tables, Class<T> type, String text, @Nullable Object... parameters) {
        return of(tables, text, parameters).getResultList();
    }

    /** Ids as PostgreSQL reads them in {@code cast(? as uuid[])}. */
    public static String array(Collection<UUID> ids) {
        return ids.stream().distinct().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    /** Texts as PostgreSQL reads them in {@code cast(? as text[])}. */
    public static String texts(Collection<String> texts) {
        return texts.stream()
                .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    public static @Nullable LocalDate date(@Nullable Object value) {
        return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
    }

    public static @Nullable Instant instant(@Nullable Object value) {
        if (value instanceof Timestamp stamp) {
            return stamp.toInstant();
        }
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }

    public static BigDecimal number(@Nullable Object value) {
        return value == null ? BigDecimal.ZERO : new BigDecimal(value.toString());
    }
}

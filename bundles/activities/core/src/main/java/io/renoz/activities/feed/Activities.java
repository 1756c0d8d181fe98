package io.renoz.activities.feed;

import io.renoz.activities.api.ActivityView;
import io.renoz.data.Call;
import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.data.Page;
import io.renoz.data.Patch;
import io.renoz.data.Records;
import io.renoz.module.ModuleGate;
import io.renoz.problem.Problem;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The log as a collection of the API: pages by key, hidden entries left out in the query itself. */
final class Activities implements Records<Void, ActivityView> {

    private static final Filters FILTERS = Filters.all();

    private final Log log;
    private final ModuleGate gate;

    Activities(DataSource database, ModuleGate gate) {
        this.log = new Log(database);
        this.gate = gate;
    }

    /** All that the caller may see. */
    private Where visible() {
        return new Where().and("organization_id = ?", Call.tenant()).and(Visibility.to(Call.current(), gate.enabled()));
    }

    @Override
    public Page<ActivityView> list(ListQuery query) {
        return page(query, new Where(), FILTERS);
    }

    /**
     * The history of one record.
     *
     * @throws Problem {@code not-found} when the log has nothing of it that the caller may see: every record that ever was has
     *     an entry
     */
    Page<ActivityView> history(String type, UUID id, boolean withParts, ListQuery query, Filters filters) {
        Page<ActivityView> page = page(query, History.of(type, id, withParts), filters);
        if (page.items().isEmpty() && !log.any(fitting(History.of(type, id, true)))) {
            throw Problem.notFound("record");
        }
        return page;
    }

    /**
     * What one user did.
     *
     * @throws Problem {@code not-found} when there never was such a user
     */
    Page<ActivityView> of(UUID user, ListQuery query, Filters filters) {
        Page<ActivityView> page = page(query, new Where().and("user_id = ?", user), filters);
        if (page.items().isEmpty() && !knows(user)) {
            throw Problem.notFound("user");
        }
        return page;
    }

    /** That there is a user is no secret, whatever one may see of what they did. */
    private boolean knows(UUID user) {
        return log.any(new Where()
                .and("organization_id = ?", Call.tenant())
                .and(new Where().and("user_id = ?", user).or(History.of("user", user, false))));
    }

    /** The part of the log that {@code more} means. */
    Page<ActivityView> page(ListQuery query, Where more, Filters filters) {
        boolean ascending = ascending(query);
        Where where = visible();
        for (Where part : List.of(more, filters.of(query.filters()))) {
            if (!part.sql().isEmpty()) {
                where.and(part);
            }
        }
        Long total = query.count() ? log.count(where) : null;
        query.cursor()
                .map(Cursor::read)
                .ifPresent(last -> where.and(
                        ascending ? "(created_at, id) > (?, ?)" : "(created_at, id) < (?, ?)",
                        last.createdAt().atOffset(ZoneOffset.UTC),
                        last.id()));
        List<ActivityView> rows = log.select(where, ascending, query.limit() + 1);
        return cut(rows, query.limit(), total);
    }

    private static Page<ActivityView> cut(List<ActivityView> rows, int limit, @Nullable Long total) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null, total);
        }
        List<ActivityView> page = new ArrayList<>(rows.subList(0, limit));
        return new Page<>(page, Cursor.after(page.get(limit - 1)).text(), total);
    }

    private static boolean ascending(ListQuery query) {
        return switch (query.sort().orElse("-createdAt")) {
            case "createdAt" -> true;
            case "-createdAt" -> false;
            default -> throw Problem.parameter("sort", "The log can be sorted by createdAt alone.");
        };
    }

    @Override
    public ActivityView get(UUID id) {
        return find(id).orElseThrow(() -> Problem.notFound("activity"));
    }

    /** One that the caller may see. */
    Optional<ActivityView> find(UUID id) {
        return log.select(visible().and("id = ?", id), false, 1).stream().findFirst();
    }

    /** Everything visible that fits, oldest first. */
    Where fitting(Where more) {
        Where where = visible();
        return more.sql().isEmpty() ? where : where.and(more);
    }

    Log log() {
        return log;
    }

    @Override
    public Offer offer() {
        return FILTERS.offer();
    }

    @Override
    public List<ActivityView> createAll(List<Void> inputs) {
        throw onlyRead();
    }

    @Override
    public ActivityView update(UUID id, Patch<Void> patch) {
        throw onlyRead();
    }

    @Override
    public void delete(UUID id) {
        throw onlyRead();
    }

    /** ACT-03: nothing that is written here is ever changed. */
    private static UnsupportedOperationException onlyRead() {
        return new UnsupportedOperationException("The audit log is read only.");
    }
}

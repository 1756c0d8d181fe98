package io.renoz.users.group;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import java.util.List;
import java.util.UUID;
import javax.persistence.FlushModeType;
import javax.persistence.Query;

/** USR-15: groups within groups. No group is within itself, and there are at most five levels. */
final class Nesting {

    /** Levels, the top one included. */
    static final int MOST_LEVELS = 5;

    /** From a group upwards. */
    private static final String UP = """
            with recursive up (id, parent, level) as (
              select id, parent_group_id, 1 from users.user_groups
               where organization_id = ?1 and id = ?2 and deleted_at is null
              union all
              select g.id, g.parent_group_id, up.level + 1
                from up join users.user_groups g on g.organization_id = ?1 and g.id = up.parent
               where up.level <= 5 and g.deleted_at is null)
            select id from up order by level
            """;

    private static final String DOWN = """
            with recursive down (id, level) as (
              select id, 1 from users.user_groups where organization_id = ?1 and id = ?2 and deleted_at is null
              union all
              select g.id, down.level + 1
                from down join users.user_groups g on g.organization_id = ?1 and g.parent_group_id = down.id
               where down.level <= 5 and g.deleted_at is null)
            """;

    private final Tables tables;

    Nesting(Tables tables) {
        this.tables = tables;
    }

    /** Who moves groups does so after all others have, to the end of the transaction: no two moves close a circle. */
    void waitForOthers() {
        tables.entities()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))")
                .setParameter(1, Call.tenant() + " groups")
                .setFlushMode(FlushModeType.COMMIT)
                .getSingleResult();
    }

    /**
     * Refuses unless a group, with all that is in it, may stand within {@code parent}.
     *
     * @throws Problem {@code group-cycle}, {@code validation-failed}
     */
    void requireRoom(UUID group, UUID parent) {
        List<UUID> chain = stored(parent);
        if (parent.equals(group) || chain.contains(group)) {
            String sentence = "A group cannot be within itself.";
            throw Problem.of("group-cycle", sentence).with(List.of(new FieldError("/parentGroupId", sentence)));
        }
        if (chain.isEmpty()) {
            throw Problem.invalid("parentGroupId", "There is no such group.");
        }
        if (chain.size() + Math.max(1, height(group)) > MOST_LEVELS) {
            throw Problem.invalid("parentGroupId", "Groups nest at most " + MOST_LEVELS + " deep.");
        }
    }

    /** The group and those around it, the nearest first; none when there is no such group. */
    List<UUID> up(UUID group) {
        return ids(sql(UP, group));
    }

    /** The group and all within it. */
    List<UUID> down(UUID group) {
        return ids(sql(DOWN + "select id from down", group));
    }

    /** As it is stored: what is being changed does not count yet. */
    private List<UUID> stored(UUID group) {
        return ids(sql(UP, group).setFlushMode(FlushModeType.COMMIT));
    }

    private int height(UUID group) {
        Object levels = sql(DOWN + "select coalesce(max(level), 0) from down", group)
                .setFlushMode(FlushModeType.COMMIT)
                .getSingleResult();
        return ((Number) levels).intValue();
    }

    private Query sql(String text, UUID group) {
        return tables.entities()
                .createNativeQuery(text)
                .setParameter(1, Call.tenant())
                .setParameter(2, group);
    }

    @SuppressWarnings("unchecked") // one uuid column
    private static List<UUID> ids(Query query) {
        return (List<UUID>) query.getResultList();
    }
}

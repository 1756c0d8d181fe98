package io.renoz.settings.attachment;

import io.renoz.data.Call;
import io.renoz.data.ListQuery;
import io.renoz.problem.Problem;
import io.renoz.settings.api.EntityType;
import io.renoz.settings.api.EntityType.Capability;
import io.renoz.settings.api.EntityTypes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * SET-22: a file is as open as the record it hangs on. Who may read the record may fetch its files; who may change records of
 * that module may hang files on it and take them off. A file that hangs on nothing belongs to who sent it.
 */
final class Access {

    /** Filters of {@link #narrowed}, which callers cannot name. */
    static final String OF_TYPES = "entityTypeAmong";

    static final String OWN = "unlinkedOf";

    private static final String ADMINISTER = "settings.write";
    private static final UUID NOBODY = new UUID(0, 0);

    private final EntityTypes types;

    Access(EntityTypes types) {
        this.types = types;
    }

    /**
     * Refuses a file that the caller may not know of.
     *
     * @throws Problem {@code not-found}
     */
    void read(Attachment file) {
        if (!readable(file.entityType, file.entityId, file.uploadedBy)) {
            throw Problem.notFound("attachment");
        }
    }

    private boolean readable(@Nullable String type, @Nullable UUID id, @Nullable UUID uploadedBy) {
        Call call = Call.current();
        if (type == null || id == null) {
            return call.permits(ADMINISTER)
                    || call.actor()
                            .user()
                            .filter(user -> user.equals(uploadedBy))
                            .isPresent();
        }
        return types.describe(type, id).isPresent();
    }

    /**
     * Refuses to change a file.
     *
     * @throws Problem {@code not-found}, {@code forbidden}
     */
    void write(Attachment file) {
        read(file);
        if (file.entityType != null) {
            change(types.require(file.entityType));
        }
    }

    /**
     * Refuses to hang a file on a record.
     *
     * @throws Problem {@code unknown-entity-type}, {@code validation-failed}, {@code forbidden}
     */
    void hang(String type, UUID id) {
        EntityType entity = types.require(type);
        if (!entity.takes(Capability.ATTACHMENTS)) {
            throw Problem.invalid("entityType", "A record of this type takes no files.");
        }
        change(entity);
        if (types.describe(type, id).isEmpty()) {
            throw Problem.invalid("entityId", "There is no such " + type.replace('_', ' ') + ".");
        }
    }

    private static void change(EntityType type) {
        Call.current().require(type.module() + ".write");
    }

    /** The part of a list that the caller may know of. */
    ListQuery narrowed(ListQuery query) {
        Call call = Call.current();
        var filters = new LinkedHashMap<>(query.filters());
        filters.put(OF_TYPES, readableTypes(call));
        if (!call.permits(ADMINISTER)) {
            filters.put(OWN, call.actor().user().orElse(NOBODY).toString());
        }
        return new ListQuery(query.limit(), query.cursor(), query.sort(), Map.copyOf(filters), query.count());
    }

    private String readableTypes(Call call) {
        return types.all().stream()
                .filter(type -> call.permits(type.permission()))
                .map(EntityType::type)
                .collect(Collectors.joining(",", ",", ","));
    }
}

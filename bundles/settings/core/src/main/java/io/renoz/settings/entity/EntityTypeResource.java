package io.renoz.settings.entity;

import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.data.Page;
import io.renoz.kernel.MemoryList;
import io.renoz.rest.Allow;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import io.renoz.settings.api.EntityType;
import io.renoz.settings.api.EntityTypes;
import java.util.Map;
import java.util.Set;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/settings/entity-types}. SET-24: for everybody who is signed in. */
@Component
@Path("entity-types")
@Allow(Allow.SIGNED_IN)
public final class EntityTypeResource implements Resource {

    /**
     * A kind of record.
     *
     * @param url path of one record
     * @param capabilities what its records take part in
     */
    public record View(
            String type,
            String module,
            String label,
            @Nullable String url,
            String permission,
            Set<EntityType.Capability> capabilities) {}

    private static final MemoryList<EntityType> LIST =
            MemoryList.by("type", EntityType::type).filter("module", String.class, EntityType::module);

    private final EntityTypes types;

    @Activate
    public EntityTypeResource(@Reference EntityTypes types) {
        this.types = types;
    }

    @Override
    public Map<String, Offer> offers() {
        return Map.of("list", LIST.offer());
    }

    @GET
    @Summary("Kinds of records in the modules that are on, and what they take part in.")
    public Page<View> list(@Context ListQuery query) {
        return LIST.read(types.all(), query)
                .map(type -> new View(
                        type.type(), type.module(), type.label(), type.url(), type.permission(), type.capabilities()));
    }
}

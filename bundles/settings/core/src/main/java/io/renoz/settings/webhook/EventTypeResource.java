package io.renoz.settings.webhook;

import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.data.Page;
import io.renoz.event.EventType;
import io.renoz.event.EventTypes;
import io.renoz.kernel.MemoryList;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/settings/event-types}: what subscriptions can be told of. */
@Component
@Path("event-types")
public final class EventTypeResource implements Resource {

    /**
     * A kind of event.
     *
     * @param sample the data of such an event, as they could be
     */
    public record View(String name, String module, String about, Map<String, Object> sample) {

        static View of(EventType type) {
            return new View(type.name(), type.module(), type.about(), type.sample());
        }
    }

    private static final MemoryList<EventType> LIST =
            MemoryList.by("name", EventType::name).filter("module", String.class, EventType::module);

    private final EventTypes types;

    @Activate
    public EventTypeResource(@Reference EventTypes types) {
        this.types = types;
    }

    @Override
    public Map<String, Offer> offers() {
        return Map.of("list", LIST.offer());
    }

    @GET
    @Summary("The events that modules publish, with samples of their data.")
    public Page<View> list(@Context ListQuery query) {
        return LIST.read(types.all(), query).map(View::of);
    }
}

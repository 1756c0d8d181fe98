package io.renoz.inventory.location;

import io.renoz.data.Tables;
import io.renoz.inventory.RecordTypes;
import io.renoz.settings.api.ExportDescription;
import io.renoz.settings.api.ExportQuery;
import io.renoz.settings.api.ExportSource;
import io.renoz.settings.api.RecordExport;
import io.renoz.settings.api.RowSink;
import java.lang.invoke.MethodHandles;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Locations as rows of a file. */
@Component
public final class LocationExport implements ExportSource {

    private static final Set<String> PERSONAL = Set.of("contactName", "contactPhone", "contactEmail");

    private final RecordExport<LocationResource.View> export;

    @Activate
    public LocationExport(@Reference(target = "(domain=inventory)") Tables tables) {
        export = RecordExport.of(
                RecordTypes.LOCATION,
                tables.of(Location.class)
                        .filter("locationType", "isActive", "isSellable", "createdAt")
                        .sort("id")
                        .byName(LocationResource.Input.class, LocationResource.View.class),
                LocationResource.View.class,
                MethodHandles.lookup(),
                PERSONAL);
    }

    @Override
    public ExportDescription describe() {
        return export.description();
    }

    @Override
    public Optional<String> read(ExportQuery query, RowSink sink) {
        return export.read(query, sink);
    }
}

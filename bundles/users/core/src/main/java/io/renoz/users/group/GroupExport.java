package io.renoz.users.group;

import io.renoz.data.Tables;
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

/** Groups in files. */
@Component
public final class GroupExport implements ExportSource {

    private final RecordExport<GroupResource.View> groups;

    @Activate
    public GroupExport(@Reference(target = "(domain=users)") Tables tables) {
        groups = RecordExport.of(
                "user_group",
                tables.of(UserGroup.class)
                        .filter("isActive", "createdAt")
                        .sort("name", "id")
                        .byName(GroupResource.Input.class, GroupResource.View.class),
                GroupResource.View.class,
                MethodHandles.lookup(),
                Set.of());
    }

    @Override
    public ExportDescription describe() {
        return groups.description();
    }

    @Override
    public Optional<String> read(ExportQuery query, RowSink sink) {
        return groups.read(query, sink);
    }
}

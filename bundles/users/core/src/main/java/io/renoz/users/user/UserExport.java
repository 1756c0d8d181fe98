package io.renoz.users.user;

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

/** Users in files: what admins see of them, and so nothing of their passwords. */
@Component
public final class UserExport implements ExportSource {

    private final RecordExport<UserView> users;

    @Activate
    public UserExport(@Reference(target = "(domain=users)") Tables tables) {
        users = RecordExport.of(
                "user",
                tables.of(User.class)
                        .filter("status", "type", "createdAt")
                        .sort("name", "id")
                        .byName(UserResource.Input.class, UserView.class),
                UserView.class,
                MethodHandles.lookup(),
                Set.of(
                        "email",
                        "name",
                        "firstName",
                        "lastName",
                        "phone",
                        "jobTitle",
                        "department",
                        "bio",
                        "statusReason"));
    }

    @Override
    public ExportDescription describe() {
        return users.description();
    }

    @Override
    public Optional<String> read(ExportQuery query, RowSink sink) {
        return users.read(query, sink);
    }
}

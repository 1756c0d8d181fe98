package io.renoz.settings.organization;

import io.renoz.data.Actor;
import io.renoz.data.Call;
import io.renoz.data.Ids;
import io.renoz.data.Request;
import io.renoz.data.Tables;
import io.renoz.data.Transactions;
import io.renoz.problem.Problem;
import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.settings.api.OrganizationProfile;
import io.renoz.settings.api.OrganizationRef;
import io.renoz.settings.api.OrganizationStatus;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The organization as other modules meet it. */
@Component
public final class Directory implements OrganizationDirectory {

    private static final String RESOLVE = "select id, name, status from settings.resolve_organization(?)";
    private static final int LONGEST = 255;

    private final Tables tables;
    private final Transactions transactions;
    private final DataSource database;

    @Activate
    public Directory(
            @Reference(target = "(domain=settings)") Tables tables,
            @Reference Transactions transactions,
            @Reference(target = "(osgi.jndi.service.name=renoz/settings)") DataSource database) {
        this.tables = tables;
        this.transactions = transactions;
        this.database = database;
    }

    @Override
    public OrganizationProfile current() {
        return tables.require(Organization.class, Call.tenant()).profile();
    }

    /** SET-02: asked without any organization, so that nothing else can be seen. */
    @Override
    public Optional<OrganizationRef> resolve(String slugOrHost) {
        if (slugOrHost.isBlank() || slugOrHost.length() > LONGEST || slugOrHost.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        Request request = Call.find().map(Call::request).orElseGet(() -> Request.none(Ids.next()));
        Call nobody = new Call(null, Actor.system("resolve"), Set.of(), request, true);
        return transactions.apart(nobody, () -> find(slugOrHost.strip()));
    }

    private Optional<OrganizationRef> find(String name) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(RESOLVE)) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new OrganizationRef(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                OrganizationStatus.valueOf(row.getString(3).toUpperCase(Locale.ROOT))))
                        : Optional.empty();
            }
        }
    }

    @Override
    public void requireWritable() {
        OrganizationStatus status = tables.require(Organization.class, Call.tenant()).status;
        if (status == OrganizationStatus.SUSPENDED) {
            throw Problem.of("organization-suspended", "The organization is suspended; nothing can be changed.");
        }
        if (status == OrganizationStatus.CLOSED) {
            throw Problem.of("organization-closed", "The organization is closed.");
        }
    }
}

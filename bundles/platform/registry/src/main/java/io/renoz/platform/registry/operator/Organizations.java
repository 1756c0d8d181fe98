package io.renoz.platform.registry.operator;

import io.renoz.data.Call;
import io.renoz.data.Databases;
import io.renoz.data.Transactions;
import io.renoz.problem.Problem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The organizations as the kernel sees them, and acts inside one on behalf of an operator. */
@Component(service = Organizations.class)
public final class Organizations {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Databases databases;
    private final Transactions transactions;

    @Activate
    public Organizations(@Reference Databases databases, @Reference Transactions transactions) {
        this.databases = databases;
        this.transactions = transactions;
    }

    /** One of them. */
    public record Organization(UUID id, String slug, String name, String status) {}

    /** The first of them by slug, at most {@code limit}. */
    public List<Organization> first(int limit) {
        return read("order by slug limit " + limit, null);
    }

    /** One by id or slug. */
    public Optional<Organization> find(String idOrSlug) {
        return (ID.matcher(idOrSlug).matches()
                        ? read("where id = ?", UUID.fromString(idOrSlug))
                        : read("where slug = ?", idOrSlug))
                .stream().findFirst();
    }

    private List<Organization> read(String clause, @Nullable Object value) {
        String sql = "select id, slug, name, status from settings.organizations " + clause;
        try (Connection connection = databases.platform().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            if (value != null) {
                statement.setObject(1, value);
            }
            var found = new ArrayList<Organization>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Organization(
                            rows.getObject(1, UUID.class), rows.getString(2), rows.getString(3), rows.getString(4)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("The organizations could not be read", e);
        }
    }

    /**
     * Runs work in the transaction of an organization, as the operator who calls.
     *
     * @throws Problem {@code not-found}
     */
    public <T extends @Nullable Object> T inside(Call operator, UUID organization, boolean readOnly, Callable<T> work) {
        if (find(organization.toString()).isEmpty()) {
            throw Problem.notFound("organization");
        }
        var call = new Call(organization, operator.actor(), Set.of("*"), operator.request(), readOnly);
        return transactions.run(call, work);
    }
}

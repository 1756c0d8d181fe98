package io.renoz.customers.customer;

import io.renoz.customers.api.CustomerStatus;
import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.persistence.Query;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/customers/customers/{id}/hierarchy} */
@Component
@Path("customers/{id}/hierarchy")
public final class HierarchyResource implements Resource {

    /**
     * Where a customer stands in its group.
     *
     * @param ancestors the top of the group first
     * @param descendants nearest first, 1,000 at most
     */
    public record Group(List<Member> ancestors, List<Member> descendants) {}

    /** An account of the group; {@code levels} is how far it is from the one asked for. */
    public record Member(
            UUID id, @Nullable UUID parentId, String customerCode, String name, CustomerStatus status, int levels) {}

    private static final String ANCESTORS = """
            with recursive up (id, parent_id, customer_code, name, status, levels) as (
              select id, parent_id, customer_code, name, status, 0 from customers.customers
               where organization_id = ?1 and id = ?2
              union all
              select c.id, c.parent_id, c.customer_code, c.name, c.status, up.levels + 1
                from up join customers.customers c on c.organization_id = ?1 and c.id = up.parent_id
               where up.levels < 10)
            select * from up where levels > 0 order by levels desc
            """;

    private static final String DESCENDANTS = """
            with recursive down (id, parent_id, customer_code, name, status, levels) as (
              select id, parent_id, customer_code, name, status, 0 from customers.customers
               where organization_id = ?1 and id = ?2
              union all
              select c.id, c.parent_id, c.customer_code, c.name, c.status, down.levels + 1
                from down join customers.customers c on c.organization_id = ?1 and c.parent_id = down.id
               where down.levels < 10 and c.deleted_at is null)
            select * from down where levels > 0 order by levels, name, id limit 1000
            """;

    private final Tables tables;

    @Activate
    public HierarchyResource(@Reference(target = "(domain=customers)") Tables tables) {
        this.tables = tables;
    }

    @GET
    @Summary("Ancestors and descendants")
    public Group get(@PathParam("id") UUID id) {
        tables.require(Customer.class, Merged.followed(tables, id));
        return new Group(members(ANCESTORS, id), members(DESCENDANTS, id));
    }

    @SuppressWarnings("unchecked") // rows of several columns
    private List<Member> members(String sql, UUID id) {
        Query query = tables.entities()
                .createNativeQuery(sql)
                .setParameter(1, Call.tenant())
                .setParameter(2, id);
        return ((List<Object[]>) query.getResultList())
                .stream().map(HierarchyResource::member).toList();
    }

    private static Member member(Object[] row) {
        return new Member(
                (UUID) row[0],
                (UUID) row[1],
                (String) row[2],
                (String) row[3],
                CustomerStatus.valueOf(((String) row[4]).toUpperCase(Locale.ROOT)),
                ((Number) row[5]).intValue());
    }
}

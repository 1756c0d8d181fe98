package io.renoz.customers.customer;

import io.renoz.customers.api.CustomerType;
import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.validation.Valid;
import javax.validation.constraints.Digits;
import javax.validation.constraints.Max;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.PositiveOrZero;
import javax.validation.constraints.Size;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/customers/customers/bulk-update} */
@Component
@Path("customers/bulk-update")
public final class BulkUpdateResource implements Resource {

    /** The same change for many. */
    public record Update(
            @NotNull @Size(min = 1, max = 100) List<@NotNull UUID> ids,
            @NotNull @Valid Change changes) {}

    /** What can be changed for many at once; what is left out stays. */
    public record Change(
            @Nullable CustomerType type,
            @Nullable CustomerSize size,
            @Nullable @Size(max = 100) String industry,
            @Nullable Boolean taxExempt,
            @Nullable UUID ownerId,
            @Nullable @Size(max = 100) String leadSource,
            @Nullable @Size(max = 10) String preferredLanguage,
            @Nullable @Min(0) @Max(365) Integer paymentTermsDays,

            @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
            BigDecimal creditLimit) {

        void apply(Customer customer) {
            customer.type = type == null ? customer.type : type;
            customer.size = size == null ? customer.size : size;
            customer.industry = industry == null ? customer.industry : industry;
            customer.taxExempt = taxExempt == null ? customer.taxExempt : taxExempt;
            customer.ownerId = ownerId == null ? customer.ownerId : ownerId;
            customer.leadSource = leadSource == null ? customer.leadSource : leadSource;
            customer.preferredLanguage = preferredLanguage == null ? customer.preferredLanguage : preferredLanguage;
            customer.paymentTermsDays = paymentTermsDays == null ? customer.paymentTermsDays : paymentTermsDays;
            customer.creditLimit = creditLimit == null ? customer.creditLimit : creditLimit;
        }
    }

    /** How many were changed. */
    public record Result(int updated) {}

    private final Tables tables;

    @Activate
    public BulkUpdateResource(@Reference(target = "(domain=customers)") Tables tables) {
        this.tables = tables;
    }

    /** CUS-22: all of them or none; an id that is named twice counts once, the first that fails is named. */
    @POST
    @Summary("Makes the same change to 1 to 100 customers")
    @Answers("not-found")
    public Result update(Update update) {
        List<UUID> ids = update.ids.stream().distinct().toList();
        Map<UUID, Customer> customers = Accounts.lock(tables, ids);
        for (UUID id : ids) {
            change(id, customers.get(id), update.changes);
        }
        tables.flush();
        return new Result(ids.size());
    }

    private static void change(UUID id, @Nullable Customer customer, Change changes) {
        try {
            if (customer == null) {
                throw Problem.notFound("customer");
            }
            changes.apply(customer);
            customer.guardCredit(Call.current());
        } catch (Problem refused) {
            throw refused.with("customerId", id);
        }
    }
}

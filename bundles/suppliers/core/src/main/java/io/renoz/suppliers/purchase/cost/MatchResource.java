package io.renoz.suppliers.purchase.cost;

import io.renoz.problem.Problem;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.suppliers.Permissions;
import io.renoz.suppliers.Texts;
import io.renoz.suppliers.api.PurchaseOrderStatus;
import io.renoz.suppliers.purchase.order.OrderRows;
import io.renoz.suppliers.purchase.order.OrderView;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import javax.validation.constraints.Digits;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.PositiveOrZero;
import javax.validation.constraints.Size;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/suppliers/purchase-orders/{id}/match-invoice} */
@Component
@Path("purchase-orders/{id}/match-invoice")
public final class MatchResource implements Resource {

    /**
     * A supplier's invoice.
     *
     * @param supplierInvoiceDate today when left out
     * @param supplierInvoiceAmount in the order's currency, with tax
     * @param accept whether a variance is taken as it is
     * @param reason needed to accept one; kept with the order's internal notes
     */
    public record Invoice(
            @NotBlank @Size(max = 100) String supplierInvoiceNumber,
            @Nullable LocalDate supplierInvoiceDate,

            @NotNull @PositiveOrZero @Digits(integer = 10, fraction = 2)
            BigDecimal supplierInvoiceAmount,

            boolean accept,
            @Nullable @Size(max = 500) String reason) {

        public Invoice {
            supplierInvoiceNumber = Texts.plain(supplierInvoiceNumber);
            reason = Texts.plain(reason);
            if (accept && reason == null) {
                throw Problem.invalid("reason", "A variance is accepted with a reason.");
            }
        }
    }

    private final OrderRows orders;
    private final InvoiceMatching matching;
    private final OrganizationDirectory organizations;
    private final Clock clock;

    @Activate
    public MatchResource(
            @Reference OrderRows orders,
            @Reference InvoiceMatching matching,
            @Reference OrganizationDirectory organizations,
            @Reference Clock clock) {
        this.orders = orders;
        this.matching = matching;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** SUP-19: the supplier is locked first, so that of two orders only one gets the number. */
    @POST
    @Allow(Permissions.MATCH_INVOICE)
    @Summary("Enters the supplier's invoice and compares it with what was accepted")
    @Answers({"invalid-transition", "duplicate"})
    public OrderView match(@PathParam("id") UUID id, Invoice invoice) {
        orders.holdSupplierOf(id);
        return orders.change(id, order -> {
            order.require(
                    "matched with an invoice", PurchaseOrderStatus.PARTIAL_RECEIVED, PurchaseOrderStatus.RECEIVED);
            LocalDate date = invoice.supplierInvoiceDate();
            matching.enter(
                    order,
                    invoice.supplierInvoiceNumber(),
                    date == null ? organizations.current().today(clock) : date,
                    invoice.supplierInvoiceAmount(),
                    invoice.accept());
            order.remember(invoice.reason());
        });
    }
}

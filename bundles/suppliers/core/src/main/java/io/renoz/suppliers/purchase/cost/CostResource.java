package io.renoz.suppliers.purchase.cost;

import io.renoz.data.Coded;
import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.PartCreates;
import io.renoz.rest.PartDeletes;
import io.renoz.rest.PartLists;
import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.suppliers.Currencies;
import io.renoz.suppliers.Permissions;
import io.renoz.suppliers.Texts;
import io.renoz.suppliers.api.PurchaseOrderStatus;
import io.renoz.suppliers.api.SupplierDirectory;
import io.renoz.suppliers.purchase.order.OrderRows;
import io.renoz.suppliers.purchase.order.PurchaseOrder;
import io.renoz.suppliers.purchase.order.PurchaseTotals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.validation.constraints.Digits;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Positive;
import javax.validation.constraints.PositiveOrZero;
import javax.validation.constraints.Size;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/suppliers/purchase-orders/{parent}/costs} */
@Component
@Path("purchase-orders/{parent}/costs")
public final class CostResource
        implements PartLists<CostResource.View>, PartCreates<CostResource.Input, CostResource.View>, PartDeletes {

    /**
     * What a caller may set.
     *
     * @param currency the order's when left out
     * @param exchangeRate the order's when left out and the currency is the same
     * @param isIncludedInTotal whether the supplier of the goods bills it with them
     * @param isCapitalized whether it raises the value of the stock; it does when left out
     * @param providerSupplierId the forwarder or broker who bills it
     */
    public record Input(
            @NotNull CostType costType,
            @Nullable @Size(max = 500) String description,

            @NotNull @PositiveOrZero @Digits(integer = 10, fraction = 2)
            BigDecimal amount,

            @Nullable @Pattern(regexp = "[A-Z]{3}") String currency,

            @Nullable @Positive @Digits(integer = 10, fraction = 8)
            BigDecimal exchangeRate,

            AllocationMethod allocationMethod,
            boolean isIncludedInTotal,
            Boolean isCapitalized,
            @Nullable UUID providerSupplierId,
            @Nullable @Size(max = 100) String supplierInvoiceNumber,
            @Nullable @Size(max = 100) String referenceNumber,
            @Nullable @Size(max = 1000) String notes) {

        public Input {
            currency = Texts.upper(currency);
            allocationMethod = allocationMethod == null ? AllocationMethod.BY_VALUE : allocationMethod;
            isCapitalized = isCapitalized == null || isCapitalized;
        }
    }

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            UUID purchaseOrderId,
            CostType costType,
            @Nullable String description,
            BigDecimal amount,
            @Nullable String currency,
            @Nullable BigDecimal exchangeRate,
            BigDecimal amountBase,
            AllocationMethod allocationMethod,
            boolean isIncludedInTotal,
            Boolean isCapitalized,
            @Nullable UUID providerSupplierId,
            @Nullable String supplierInvoiceNumber,
            @Nullable String referenceNumber,
            @Nullable String notes)
            implements Versioned {}

    private final Rows<PurchaseCost, Input, View> costs;
    private final OrderRows orders;
    private final InvoiceMatching matching;
    private final SupplierDirectory suppliers;
    private final OrganizationDirectory organizations;

    @Activate
    public CostResource(
            @Reference(target = "(domain=suppliers)") Tables tables,
            @Reference OrderRows orders,
            @Reference InvoiceMatching matching,
            @Reference SupplierDirectory suppliers,
            @Reference OrganizationDirectory organizations) {
        this.costs = tables.of(PurchaseCost.class)
                .filter("costType")
                .sort("createdAt")
                .within("purchaseOrderId", PurchaseOrder.class)
                .byName(Input.class, View.class);
        this.orders = orders;
        this.matching = matching;
        this.suppliers = suppliers;
        this.organizations = organizations;
    }

    @Override
    public Rows<PurchaseCost, Input, View> records() {
        return costs;
    }

    @GET
    @Path("{id}")
    public View get(@PathParam("parent") UUID parent, @PathParam("id") UUID id) {
        return costs.within(parent).get(id);
    }

    @Override
    @Allow(Permissions.COSTS)
    @Answers({"invalid-state", "exchange-rate-missing"})
    public List<View> add(UUID parent, List<Input> inputs) {
        PurchaseOrder order = open(parent);
        List<View> added = costs.within(parent).createAll(inputs, (cost, input) -> complete(cost, order));
        matching.again(order);
        return added;
    }

    @PATCH
    @Path("{id}")
    @Allow(Permissions.COSTS)
    @Answers({"invalid-state", "exchange-rate-missing"})
    public View update(@PathParam("parent") UUID parent, @PathParam("id") UUID id, Patch<Input> patch) {
        PurchaseOrder order = open(parent);
        View view = costs.within(parent).update(id, patch, (cost, input) -> complete(cost, order));
        matching.again(order);
        return view;
    }

    @Override
    @Allow(Permissions.COSTS)
    @Answers("invalid-state")
    public void delete(UUID parent, UUID id) {
        PurchaseOrder order = open(parent);
        PartDeletes.super.delete(parent, id);
        matching.again(order);
    }

    /** Costs of what is over and done with stay as they are. */
    private PurchaseOrder open(UUID id) {
        PurchaseOrder order = orders.held(id);
        if (order.status() == PurchaseOrderStatus.CLOSED || order.status() == PurchaseOrderStatus.CANCELLED) {
            throw Problem.of("invalid-state", "The order is " + Coded.of(order.status()) + "; its costs stay.")
                    .with("status", Coded.of(order.status()));
        }
        return order;
    }

    private void complete(PurchaseCost cost, PurchaseOrder order) {
        cost.currency = Objects.requireNonNullElse(cost.currency, order.currency());
        if (!Currencies.known(cost.currency)) {
            throw Problem.invalid("currency", "There is no such currency.");
        }
        if (cost.providerSupplierId != null
                && suppliers.find(cost.providerSupplierId).isEmpty()) {
            throw Problem.invalid("providerSupplierId", "There is no such supplier.");
        }
        if (organizations.current().currency().getCurrencyCode().equals(cost.currency)) {
            cost.exchangeRate = BigDecimal.ONE.setScale(8);
        } else if (cost.exchangeRate == null && order.currency().equals(cost.currency)) {
            cost.exchangeRate = order.rate().orElse(null);
        }
        if (cost.exchangeRate == null) {
            throw Problem.of("exchange-rate-missing", "The cost is in " + cost.currency + " and has no exchange rate.")
                    .with(List.of(new FieldError("/exchangeRate", "A rate is needed.")));
        }
        cost.amountBase = PurchaseTotals.base(cost.amount, cost.exchangeRate);
        if (cost.amountBase.compareTo(PurchaseTotals.MOST) > 0) {
            throw Problem.invalid("amount", "This is more than can be kept.");
        }
    }
}

package io.renoz.products.price;

import io.renoz.customers.api.CustomerDirectory;
import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.module.Partners;
import io.renoz.problem.Problem;
import io.renoz.products.Locks;
import io.renoz.products.Permissions;
import io.renoz.products.Texts;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Crud;
import io.renoz.rest.Example;
import io.renoz.rest.OneOf;
import io.renoz.settings.api.OrganizationDirectory;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.validation.constraints.DecimalMax;
import javax.validation.constraints.Digits;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Positive;
import javax.validation.constraints.PositiveOrZero;
import javax.validation.constraints.Size;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/products/customer-prices} */
@Component
@Path("customer-prices")
public final class CustomerPriceResource implements Crud<CustomerPriceResource.Input, CustomerPriceResource.View> {

    /**
     * What a caller may set: a price, or a percentage off the base price.
     *
     * @param minQuantity 1 when left out
     * @param validFrom today when left out
     * @param validTo included; until further notice when left out
     * @param agreementRef contract or mail this rests on
     */
    @OneOf({"price", "discountPercent"})
    public record Input(
            @NotNull UUID customerId,
            @NotNull UUID productId,

            @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
            BigDecimal price,

            @Nullable @PositiveOrZero @DecimalMax("100") @Digits(integer = 3, fraction = 2) @Example("null")
            BigDecimal discountPercent,

            @Positive @Digits(integer = 9, fraction = 3) BigDecimal minQuantity,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable @Size(max = 100) String agreementRef) {

        public Input {
            price = Texts.scaled(price, 2);
            discountPercent = Texts.scaled(discountPercent, 2);
            minQuantity = Texts.scaled(minQuantity == null ? BigDecimal.ONE : minQuantity, 3);
            agreementRef = Texts.plain(agreementRef);
            Terms.requireOne(price, discountPercent);
            Terms.requireOrder(validFrom, validTo);
        }
    }

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            UUID customerId,
            UUID productId,
            @Nullable BigDecimal price,
            @Nullable BigDecimal discountPercent,
            BigDecimal minQuantity,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String agreementRef)
            implements Versioned {}

    private final Tables tables;
    private final PriceLog log;
    private final Partners partners;
    private final OrganizationDirectory organizations;
    private final Clock clock;
    private final Rows<CustomerPrice, Input, View> prices;

    @Activate
    public CustomerPriceResource(
            @Reference(target = "(domain=products)") Tables tables,
            @Reference PriceLog log,
            @Reference Partners partners,
            @Reference OrganizationDirectory organizations,
            @Reference Clock clock) {
        this.tables = tables;
        this.log = log;
        this.partners = partners;
        this.organizations = organizations;
        this.clock = clock;
        prices = tables.of(CustomerPrice.class)
                .filter("customerId", "productId", "validFrom", "validTo")
                .sort("validFrom", "createdAt")
                .byName(Input.class, View.class);
    }

    @Override
    public Rows<CustomerPrice, Input, View> records() {
        return prices;
    }

    @Override
    @Allow(Permissions.PRICE)
    @Answers("module-disabled")
    public List<View> add(List<Input> inputs) {
        requireCustomers(inputs.stream().map(Input::customerId).collect(Collectors.toSet()));
        Set<UUID> products = inputs.stream().map(Input::productId).collect(Collectors.toSet());
        if (!Locks.products(tables, products).containsAll(products)) {
            throw Problem.invalid("productId", "There is no such product.");
        }
        List<CustomerPrice> others = new ArrayList<>(of(products));
        LocalDate today = organizations.current().today(clock);
        return prices.createAll(inputs, (price, input) -> {
            price.validFrom = price.validFrom == null ? today : price.validFrom;
            Terms.requireOrder(price.validFrom, price.validTo);
            succeed(price, others);
            requireAlone(price, others);
            others.add(price);
            log.customerPriceChanged(price, PriceChangeType.CUSTOMER_PRICE, Amounts.NONE, price.amounts());
        });
    }

    @Override
    @Allow(Permissions.PRICE)
    @Answers("module-disabled")
    public View update(UUID id, Patch<Input> patch) {
        UUID product = tables.require(CustomerPrice.class, id).productId;
        Locks.products(tables, List.of(product));
        return Locks.unflushed(
                tables,
                () -> prices.update(id, patch, (price, input) -> {
                    requireCustomers(Set.of(price.customerId));
                    price.stay();
                    if (price.validFrom == null) {
                        throw Problem.invalid("validFrom", "A price begins on a day.");
                    }
                    requireAlone(price, of(Set.of(product)));
                    log.customerPriceChanged(price, PriceChangeType.CUSTOMER_PRICE, price.stored(), price.amounts());
                }));
    }

    @Override
    @Allow(Permissions.PRICE)
    public void delete(UUID id) {
        CustomerPrice price = tables.require(CustomerPrice.class, id);
        Locks.products(tables, List.of(price.productId));
        prices.delete(id);
        log.customerPriceChanged(price, PriceChangeType.CUSTOMER_PRICE_REMOVED, price.stored(), Amounts.NONE);
    }

    private void requireCustomers(Set<UUID> customers) {
        CustomerDirectory directory = partners.find(CustomerDirectory.class)
                .orElseThrow(() -> Problem.of("module-disabled", "The module customers is off; it has no prices.")
                        .with("module", "customers"));
        if (!directory.findAll(customers).keySet().containsAll(customers)) {
            throw Problem.invalid("customerId", "There is no such customer.");
        }
    }

    private List<CustomerPrice> of(Set<UUID> products) {
        return tables.entities()
                .createQuery("select p from CustomerPrice p where p.productId in :products", CustomerPrice.class)
                .setParameter("products", products)
                .getResultList();
    }

    /** PRD-06: a new price with an open end closes the running one the day before. */
    private static void succeed(CustomerPrice price, List<CustomerPrice> others) {
        others.stream()
                .filter(other -> price.validTo == null && price.rivals(other))
                .filter(other -> other.validFrom.isBefore(price.validFrom))
                .forEach(other -> other.validTo = price.validFrom.minusDays(1));
    }

    private static void requireAlone(CustomerPrice price, List<CustomerPrice> others) {
        others.stream().filter(price::rivals).findFirst().ifPresent(other -> {
            throw Problem.of("validation-failed", "Another price of the customer holds at the same time.")
                    .with(List.of(new Problem.FieldError(
                            "/validFrom", "Another price holds from " + other.validFrom + " on.")))
                    .with("other", other.id());
        });
    }
}

package io.renoz.orders.order;

import io.renoz.customers.api.AddressBook;
import io.renoz.customers.api.ContactDirectory;
import io.renoz.customers.api.CustomerDirectory;
import io.renoz.customers.api.CustomerSummary;
import io.renoz.inventory.api.StockAvailability;
import io.renoz.module.Partners;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import io.renoz.products.api.DocumentTotals;
import io.renoz.products.api.PriceResolver;
import io.renoz.products.api.ProductCatalog;
import io.renoz.products.api.TaxRates;
import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.settings.api.OrganizationProfile;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts drafts in order: fills in what callers leave open, prices the lines and computes the totals. */
@Component(service = Drafting.class)
public final class Drafting {

    private final OrganizationDirectory organizations;
    private final CustomerDirectory customers;
    private final ContactDirectory contacts;
    private final AddressBook book;
    private final ProductCatalog catalog;
    private final PriceResolver prices;
    private final TaxRates rates;
    private final Partners partners;
    private final Totals totals;
    private final Clock clock;

    @Activate
    public Drafting(
            @Reference OrganizationDirectory organizations,
            @Reference CustomerDirectory customers,
            @Reference ContactDirectory contacts,
            @Reference AddressBook book,
            @Reference ProductCatalog catalog,
            @Reference PriceResolver prices,
            @Reference TaxRates rates,
            @Reference DocumentTotals totals,
            @Reference Partners partners,
            @Reference Clock clock) {
        this.organizations = organizations;
        this.customers = customers;
        this.contacts = contacts;
        this.book = book;
        this.catalog = catalog;
        this.prices = prices;
        this.rates = rates;
        this.partners = partners;
        this.totals = new Totals(totals);
        this.clock = clock;
    }

    LocalDate today() {
        return organizations.current().today(clock);
    }

    /** Reads at once what all of them will need. */
    Lookup look(List<Lookup.Wanted> wanted) {
        OrganizationProfile organization = organizations.current();
        return new Lookup(organization, organization.today(clock), book, rates, customers, catalog, prices, wanted);
    }

    /** What an order as it is will need. */
    Lookup look(Order order) {
        List<Lookup.Goods> goods = order.lines.stream()
                .filter(line -> line.productId != null && line.quantity != null)
                .map(line -> new Lookup.Goods(line.productId, line.quantity))
                .toList();
        LocalDate day = order.orderDate == null ? today() : order.orderDate;
        return look(List.of(new Lookup.Wanted(order.customerId, day, goods)));
    }

    /** What orders that are asked for will need. */
    Lookup look(List<OrderInput> inputs, LocalDate today) {
        return look(inputs.stream()
                .map(input -> new Lookup.Wanted(
                        input.customerId(),
                        input.orderDate() == null ? today : input.orderDate(),
                        input.lines().stream()
                                .filter(line -> line.productId() != null && line.quantity() != null)
                                .map(line -> new Lookup.Goods(line.productId(), line.quantity()))
                                .toList()))
                .toList());
    }

    /**
     * ORD-01 to ORD-04: fills in what is open, prices and totals.
     *
     * @param repricing whether prices that were found before are looked up again, since customer or day changed
     * @throws Problem {@code validation-failed} with every error; {@code unsupported-currency}
     */
    void complete(Order order, Lookup lookup, boolean repricing) {
        var errors = new ArrayList<FieldError>();
        header(order, lookup, errors);
        requireKnownPlaces(order, errors);
        refuse(errors);
        new AddressDrafting(order, lookup, errors).complete();
        new LineDrafting(order, lookup, repricing, errors).complete();
        refuse(errors);
        totals.compute(order);
    }

    /** The totals anew, from lines that are in order. */
    void total(Order order) {
        totals.compute(order);
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    private void header(Order order, Lookup lookup, List<FieldError> errors) {
        order.orderDate = order.orderDate == null ? lookup.today() : order.orderDate;
        order.currency = order.currency == null ? lookup.currency() : order.currency;
        if (!order.currency.equals(lookup.currency())) {
            throw Problem.of("unsupported-currency", "Orders are in " + lookup.currency() + ".")
                    .with(List.of(new FieldError("/currency", "This is not the organization's currency.")));
        }
        CustomerSummary customer = lookup.customer(order.customerId).orElse(null);
        if (customer == null) {
            errors.add(new FieldError("/customerId", "There is no such customer."));
            return;
        }
        order.customerId = customer.id();
        order.customerName = customer.legalName();
        order.customerTaxId = customer.taxId();
        order.paymentTermsDays = order.paymentTermsDays == null ? customer.paymentTermsDays() : order.paymentTermsDays;
        if (!order.shippingRateGiven && !order.keepsShippingTax()) {
            order.shippingTaxRate = lookup.rate(order.shippingTaxType, order.orderDate);
        }
        if (order.contactId != null && !atCustomer(order.contactId, order.customerId)) {
            errors.add(new FieldError("/contactId", "This is no contact of the customer."));
        }
    }

    private boolean atCustomer(UUID contact, UUID customer) {
        return contacts.find(contact)
                .filter(one -> one.customerId().equals(customer))
                .isPresent();
    }

    /** Places to pick from are stock's: checked where it is on, and no use where it is not. */
    private void requireKnownPlaces(Order order, List<FieldError> errors) {
        List<UUID> asked = order.lines.stream()
                .flatMap(line -> line.locationId().stream())
                .distinct()
                .toList();
        if (asked.isEmpty()) {
            return;
        }
        StockAvailability stock = partners.find(StockAvailability.class)
                .orElseThrow(() -> Problem.of("module-disabled", "Places to pick from need the module inventory.")
                        .with("module", "inventory"));
        List<UUID> unknown =
                asked.stream().filter(id -> stock.location(id).isEmpty()).toList();
        for (int i = 0; i < order.lines.size(); i++) {
            if (unknown.contains(order.lines.get(i).locationId)) {
                errors.add(new FieldError("/lines/" + i + "/locationId", "There is no such location."));
            }
        }
    }
}

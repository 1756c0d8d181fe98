package io.renoz.pipeline.quote;

import io.renoz.customers.api.CustomerSummary;
import io.renoz.data.Patch;
import io.renoz.data.Tables;
import io.renoz.pipeline.Numbers;
import io.renoz.pipeline.Parties;
import io.renoz.pipeline.Parties.Named;
import io.renoz.pipeline.opportunity.Deals;
import io.renoz.pipeline.quote.Pricing.Ask;
import io.renoz.problem.Problem;
import io.renoz.products.api.DocumentTotals;
import io.renoz.products.api.TaxRounding;
import io.renoz.settings.api.OrganizationDirectory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes quotes and their draft versions, and computes what they come to. */
@Component(service = Drafting.class)
public final class Drafting {

    private final Tables tables;
    private final Parties parties;
    private final Deals deals;
    private final Numbers numbers;
    private final OrganizationDirectory organizations;
    private final Pricing pricing;
    private final DocumentTotals totals;
    private final Scrutiny scrutiny;

    @Activate
    public Drafting(
            @Reference(target = "(domain=pipeline)") Tables tables,
            @Reference Parties parties,
            @Reference Deals deals,
            @Reference Numbers numbers,
            @Reference OrganizationDirectory organizations,
            @Reference Pricing pricing,
            @Reference DocumentTotals totals,
            @Reference Scrutiny scrutiny) {
        this.tables = tables;
        this.parties = parties;
        this.deals = deals;
        this.numbers = numbers;
        this.organizations = organizations;
        this.pricing = pricing;
        this.totals = totals;
        this.scrutiny = scrutiny;
    }

    /** All of them with their first versions, or none. */
    List<Quote> open(List<QuoteInput> inputs) {
        Named named = parties.named(
                inputs.stream().map(QuoteInput::customerId).toList(),
                inputs.stream().map(QuoteInput::assignedTo));
        String currency = organizations.current().currency().getCurrencyCode();
        LocalDate today = numbers.today();
        Map<UUID, UUID> owners = owners(inputs.stream());
        var asks = new ArrayList<Ask>();
        for (QuoteInput input : inputs) {
            check(input, named, owners, currency);
            LocalDate day = Objects.requireNonNullElse(input.quoteDate(), today);
            requireOrder(day, input.validUntil());
            asks.addAll(Ask.of(
                    input.lines(),
                    named.customer(input.customerId()),
                    Objects.requireNonNullElse(input.priceDate(), day)));
        }
        Iterator<PricedLine> priced = pricing.price(asks).iterator();
        Iterator<String> number = numbers.next(Numbers.QUOTE, inputs.size()).iterator();
        TaxRounding rounding = totals.rounding();
        Scrutiny.Limits limits = scrutiny.limits();
        return inputs.stream()
                .map(input -> {
                    Quote quote = quote(input, named.customer(input.customerId()), today, currency, number.next());
                    var lines = new ArrayList<PricedLine>();
                    input.lines().forEach(line -> lines.add(priced.next()));
                    QuoteVersion version = new QuoteVersion(
                            quote.id(), 1, Objects.requireNonNullElse(input.priceDate(), quote.quoteDate));
                    version.take(input);
                    version.replace(lines);
                    Sums.calculate(version, totals, rounding);
                    version.approvalRequired = Scrutiny.needed(version, floors(lines), limits);
                    quote.mirror(version);
                    tables.add(quote);
                    tables.add(version);
                    return quote;
                })
                .toList();
    }

    private static Quote quote(
            QuoteInput input, CustomerSummary customer, LocalDate today, String currency, String number) {
        var quote = new Quote();
        quote.quoteNumber = number;
        quote.quoteDate = today;
        quote.currency = currency;
        quote.clientRequestId = input.clientRequestId();
        quote.take(input);
        quote.customerId = customer.id();
        quote.customerName = customer.legalName();
        return quote;
    }

    private static Map<UUID, BigDecimal> floors(List<PricedLine> lines) {
        var floors = new HashMap<UUID, BigDecimal>();
        lines.forEach(line -> {
            if (line.floor() != null && line.asked().productId() != null) {
                floors.put(line.asked().productId(), line.floor());
            }
        });
        return floors;
    }

    private static void check(QuoteInput input, Named named, Map<UUID, UUID> owners, String currency) {
        CustomerSummary customer = named.customer(input.customerId());
        checkPlaces(input, customer, named, owners);
        named.owner(input.assignedTo());
        requireCurrency(input, currency);
    }

    private static void requireCurrency(QuoteInput input, String currency) {
        if (input.currency() != null && !input.currency().equals(currency)) {
            throw Problem.of("unsupported-currency", "This organization sells in " + currency + ".")
                    .with(List.of(new Problem.FieldError("/currency", "Quotes are in " + currency + ".")));
        }
    }

    private static void checkPlaces(QuoteInput input, CustomerSummary customer, Named named, Map<UUID, UUID> owners) {
        named.anyContact(input.contactId());
        named.anyAddress("billingAddressId", input.billingAddressId());
        named.anyAddress("siteAddressId", input.siteAddressId());
        if (input.opportunityId() != null) {
            UUID owner = owners.get(input.opportunityId());
            if (owner == null) {
                throw Problem.invalid("opportunityId", "There is no such opportunity.");
            }
            if (!owner.equals(customer.id())) {
                throw Problem.invalid("opportunityId", "This opportunity is another customer's.");
            }
        }
    }

    /** One that was deleted since is still the quote's. */
    private static Map<UUID, UUID> ownOpportunity(Quote quote) {
        return quote.opportunityId == null ? Map.of() : Map.of(quote.opportunityId, quote.customerId);
    }

    /** Whose the opportunities are that quotes belong to. */
    private Map<UUID, UUID> owners(Stream<QuoteInput> inputs) {
        return deals.customers(inputs.map(QuoteInput::opportunityId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    private static void requireOrder(LocalDate from, @Nullable LocalDate until) {
        if (until != null && until.isBefore(from)) {
            throw Problem.invalid("validUntil", "A quote is valid on its own day at least.");
        }
    }

    /** A change of a quote; once its version was sent, only of what does not stand on it. */
    void amend(Quote quote, QuoteVersion version, Patch<QuoteInput> patch) {
        QuoteInput before = QuoteInput.of(quote, version);
        QuoteInput input = patch.onto(before);
        boolean lines = patch.mentions("lines") && !input.lines().equals(before.lines());
        if (!quote.draft() && (lines || !input.saysTheSame(before))) {
            throw LifeCycle.frozen(quote);
        }
        if (!Objects.equals(input.clientRequestId(), before.clientRequestId())) {
            throw Problem.invalid("clientRequestId", "A quote keeps the key it was made with.");
        }
        boolean reassigned = !Objects.equals(input.assignedTo(), before.assignedTo());
        Named named = parties.named(
                List.of(input.customerId()), reassigned ? Stream.of(input).map(QuoteInput::assignedTo) : Stream.of());
        CustomerSummary customer = named.customer(input.customerId());
        boolean same = Objects.equals(input.opportunityId(), before.opportunityId())
                && input.customerId().equals(before.customerId());
        checkPlaces(input, customer, named, same ? ownOpportunity(quote) : owners(Stream.of(input)));
        if (reassigned) {
            named.owner(input.assignedTo());
        }
        requireCurrency(input, quote.currency);
        quote.take(input);
        requireOrder(quote.quoteDate, quote.validUntil);
        if (quote.draft()) {
            quote.customerId = customer.id();
            quote.customerName = customer.legalName();
            version.priceDate = Objects.requireNonNullElse(input.priceDate(), version.priceDate);
            boolean amounts = version.take(input);
            if (lines) {
                replaceLines(quote, version, input.lines(), customer);
            } else if (amounts) {
                recalculate(quote, version, null);
            }
        }
    }

    /** PIP-11: the lines of a draft version, as they are asked for. */
    void replaceLines(Quote quote, QuoteVersion version, List<LineInput> lines) {
        LifeCycle.requireDraft(quote);
        Named named = parties.named(List.of(quote.customerId), Stream.of());
        replaceLines(quote, version, lines, named.customer(quote.customerId));
    }

    private void replaceLines(Quote quote, QuoteVersion version, List<LineInput> lines, CustomerSummary customer) {
        List<PricedLine> priced = pricing.price(Ask.of(lines, customer, version.priceDate));
        version.replace(priced);
        recalculate(quote, version, floors(priced));
    }

    /** Amounts, mirror and PIP-13; an approval holds for what was approved alone. */
    private void recalculate(Quote quote, QuoteVersion version, @Nullable Map<UUID, BigDecimal> floors) {
        Sums.calculate(version, totals, totals.rounding());
        version.approvalRequired =
                Scrutiny.needed(version, floors == null ? knownFloors(quote, version) : floors, scrutiny.limits());
        version.withdrawApproval();
        version.touch();
        quote.mirror(version);
    }

    private Map<UUID, BigDecimal> knownFloors(Quote quote, QuoteVersion version) {
        List<UUID> products = version.lines.stream()
                .filter(QuoteItem::counted)
                .map(item -> item.productId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return pricing.floors(products, quote.customerId, version.priceDate);
    }

    /** PIP-11: the next version, a draft as another version was; prices and tax rates stay those of that one. */
    QuoteVersion revise(Quote quote, QuoteVersion from, @Nullable String notes) {
        int number = quote.currentVersionNumber + 1;
        var next = new QuoteVersion(number, from);
        next.notes = notes;
        if (from.versionNumber != quote.currentVersionNumber) {
            next.restoredFromVersion = from.versionNumber;
        }
        recalculate(quote, next, null);
        tables.add(next);
        LocalDate today = numbers.today();
        quote.quoteDate = today;
        quote.validUntil = quote.outdated(today) ? null : quote.validUntil;
        return next;
    }
}

package io.renoz.pipeline.quote;

import static io.renoz.pipeline.Refusals.assertInvalid;
import static io.renoz.pipeline.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.renoz.data.ListQuery;
import io.renoz.pipeline.Firm;
import io.renoz.pipeline.Permissions;
import io.renoz.pipeline.Together;
import io.renoz.pipeline.Wire;
import io.renoz.pipeline.api.QuoteStatus;
import io.renoz.pipeline.api.TaxType;
import io.renoz.pipeline.quote.QuoteResource.Approval;
import io.renoz.pipeline.quote.QuoteResource.Revision;
import io.renoz.testing.Organization;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DraftIT {

    private final Firm firm = new Firm();

    private QuoteView revise(UUID id, @Nullable Integer from) {
        return firm.organization.call(() -> firm.quotes.revise(id, new Revision(from, "Again")));
    }

    private QuoteView lines(UUID id, String json) {
        return firm.organization.call(
                () -> firm.lines.replace(id, Wire.read("{\"lines\": " + json + "}", LineResource.Lines.class)));
    }

    private QuoteView approve(Organization as, UUID id) {
        return as.call(() -> firm.quotes.approve(id, new Approval("Fine")));
    }

    @Test
    @DisplayName("PIP-10: a quote is priced by its products and computed as an order is")
    void isPriced() {
        UUID bolt = firm.product("BOLT", "19.99", null, "10.00");

        QuoteView made = firm.quote(", \"title\": \"Roof\", \"lines\": ["
                + "{\"lineType\": \"section\", \"description\": \"Parts\"},"
                + "{\"productId\": \"" + bolt + "\", \"quantity\": 3, \"discountPercent\": 10},"
                + "{\"description\": \"Work\", \"unitPrice\": 100, \"isOptional\": true, \"isSelected\": false}]");

        assertThat(made.quoteNumber()).startsWith("QUO-2026-");
        assertThat(made.customerName()).isEqualTo("Acme Pty Ltd");
        assertThat(made.status()).isEqualTo(QuoteStatus.DRAFT);
        assertThat(made.quoteDate()).isEqualTo("2026-03-02");
        assertThat(made.currency()).isEqualTo("AUD");
        assertThat(made.subtotal()).isEqualByComparingTo("53.97");
        assertThat(made.taxAmount()).isEqualByComparingTo("5.40");
        assertThat(made.total()).isEqualByComparingTo("59.37");
        assertThat(made.optionalTotal()).isEqualByComparingTo("100");
        assertThat(made.lines()).extracting(LineView::lineNumber).containsExactly(1, 2, 3);
        assertThat(made.lines().get(1)).satisfies(line -> {
            assertThat(line.sku()).isEqualTo("BOLT");
            assertThat(line.description()).isEqualTo("Product BOLT");
            assertThat(line.priceSource()).isEqualTo("base");
            assertThat(line.taxType()).isEqualTo(TaxType.GST);
        });
        assertThat(made.lines().get(2).priceSource()).isEqualTo("manual");
        assertThat(firm.quote(made.id())).isEqualTo(made);
        assertThat(firm.organization
                        .read(() -> firm.quotes.list(ListQuery.first(10)))
                        .items())
                .containsExactly(made);
        assertThat(firm.told(made.id())).containsExactly("pipeline.quote.created");
    }

    @Test
    @DisplayName("without tax codes the organization's own rate holds; who is exempt pays none")
    void knowsItsTaxes() {
        firm.goods.taxCodes = false;

        assertThat(firm.plainQuote("").taxAmount()).isEqualByComparingTo("10.00");
        firm.goods.taxCodes = true;
        assertThat(firm.quote(", \"lines\": [{\"description\": \"X\", \"unitPrice\": 5, \"taxType\": \"export\"}]")
                        .taxAmount())
                .isEqualByComparingTo("0");
    }

    @Test
    @DisplayName("faults of lines are told with their pointers, all at once")
    void tellsEveryFault() {
        UUID whole = firm.product("WHOLE", "5.00", null, null);

        assertInvalid(
                        () -> firm.quote(
                                ", \"lines\": [{\"unitPrice\": 1}, {\"productId\": \"" + UUID.randomUUID()
                                        + "\"}, {\"productId\": \"" + whole + "\", \"quantity\": 1.5},"
                                        + " {\"description\": \"X\", \"quantity\": 0}, {\"description\": \"Y\", \"isSelected\": false}]"))
                .isEqualTo("/lines/0/description /lines/1/productId /lines/2/quantity /lines/3/quantity"
                        + " /lines/4/isSelected");
        assertRefused(() -> firm.quote(", \"currency\": \"USD\"")).isEqualTo("unsupported-currency");
        assertInvalid(() -> firm.quote(", \"validUntil\": \"2026-03-01\"")).isEqualTo("/validUntil");
        UUID stranger = firm.customer("Other");
        UUID theirs = firm.deal("").id();
        assertInvalid(() -> firm.organization.call(() -> firm.quotes.create(Wire.read(
                        "{\"customerId\": \"" + stranger + "\", \"opportunityId\": \"" + theirs + "\"}",
                        QuoteInput.class))))
                .isEqualTo("/opportunityId");
    }

    @Test
    @DisplayName("a caller's key a second time gives the first quote back, also when two ask at once")
    void isMadeOnce() throws Exception {
        int made = Together.run(
                () -> firm.plainQuote(", \"clientRequestId\": \"K\""),
                () -> firm.plainQuote(", \"clientRequestId\": \"K\""));

        assertThat(made).isEqualTo(2);
        assertThat(firm.organization
                        .read(() -> firm.quotes.list(ListQuery.first(10)))
                        .items())
                .hasSize(1);
    }

    @Test
    @DisplayName("a change of a draft computes anew, keeps its prices and raises the quote's version")
    void isChanged() {
        UUID bolt = firm.product("BOLT2", "20.00", null, null);
        QuoteView made = firm.quote(", \"lines\": [{\"productId\": \"" + bolt + "\", \"quantity\": 2},"
                + " {\"description\": \"Work\", \"unitPrice\": 60}]");
        List<UUID> ids = made.lines().stream().map(LineView::id).toList();
        firm.goods.taxCodes = false;

        QuoteView discounted = firm.patchQuote(made.id(), "{\"discountPercent\": 10, \"title\": \"Better\"}");

        assertThat(discounted.version()).isGreaterThan(made.version());
        assertThat(discounted.total()).isEqualByComparingTo("99.00");
        assertThat(discounted.lines()).extracting(LineView::id).containsExactlyElementsOf(ids);
        QuoteView shorter = lines(made.id(), "[{\"description\": \"Only\", \"unitPrice\": 10}]");
        assertThat(shorter.total()).isEqualByComparingTo("9.90");
        assertThat(shorter.lines()).extracting(LineView::id).containsExactly(ids.get(0));
        QuoteView longer = lines(
                made.id(),
                "[{\"description\": \"A\", \"unitPrice\": 1}, {\"description\": \"B\", \"unitPrice\": 2},"
                        + " {\"description\": \"C\", \"unitPrice\": 3}]");
        assertThat(longer.lines()).extracting(LineView::description).containsExactly("A", "B", "C");
        assertThat(firm.organization
                        .read(() -> firm.lines.list(made.id(), ListQuery.first(2)))
                        .items())
                .extracting(LineView::lineNumber)
                .containsExactly(1, 2);
    }

    @Test
    @DisplayName("PIP-11: a version that was sent never changes, and the next one is the only draft")
    void freezesWhatWasSent() {
        QuoteView made = firm.plainQuote("");
        firm.sent(made.id());

        assertRefused(() -> lines(made.id(), "[]")).isEqualTo("version-frozen");
        assertRefused(() -> firm.patchQuote(made.id(), "{\"discountPercent\": 1}"))
                .isEqualTo("version-frozen");
        assertRefused(() -> firm.patchQuote(made.id(), "{\"terms\": \"None\"}")).isEqualTo("version-frozen");
        assertRefused(() -> firm.patchQuote(made.id(), "{\"lines\": []}")).isEqualTo("version-frozen");
        assertThat(firm.patchQuote(made.id(), "{\"notes\": \"Call her\"}").notes())
                .isEqualTo("Call her");

        QuoteView revised = revise(made.id(), null);
        assertThat(revised.status()).isEqualTo(QuoteStatus.DRAFT);
        assertThat(revised.currentVersionNumber()).isEqualTo(2);
        assertThat(revised.total()).isEqualByComparingTo("110");
        assertRefused(() -> revise(made.id(), null)).isEqualTo("invalid-transition");
        lines(made.id(), "[{\"description\": \"More\", \"unitPrice\": 200}]");
        firm.sent(made.id());

        List<VersionView> versions = firm.organization
                .read(() -> firm.versions.list(made.id(), ListQuery.first(10)))
                .items();
        assertThat(versions)
                .extracting(VersionView::versionNumber, VersionView::status)
                .containsExactly(tuple(2, QuoteVersionStatus.SENT), tuple(1, QuoteVersionStatus.SUPERSEDED));
        VersionView first = versions.get(1);
        assertThat(first.total()).isEqualByComparingTo("110");
        assertThat(first.lines()).extracting(LineView::description).containsExactly("Work");
        assertThat(firm.organization.read(() -> firm.versions.get(made.id(), first.id())))
                .isEqualTo(first);
    }

    @Test
    @DisplayName("PIP-11: a version may be copied from any earlier one")
    void goesBackToAnEarlierVersion() {
        QuoteView made = firm.plainQuote("");
        firm.sent(made.id());
        revise(made.id(), null);
        lines(made.id(), "[{\"description\": \"More\", \"unitPrice\": 200}]");
        firm.sent(made.id());

        QuoteView restored = revise(made.id(), 1);

        assertThat(restored.currentVersionNumber()).isEqualTo(3);
        assertThat(restored.total()).isEqualByComparingTo("110");
        assertRefused(() -> firm.organization.call(() -> firm.quotes.revise(made.id(), new Revision(9, null))))
                .isEqualTo("invalid-transition");
    }

    @Test
    @DisplayName("PIP-13: what needs approval waits for somebody else than its author; a change withdraws it")
    void waitsForApproval() {
        Organization author = firm.organization.as(firm.hired(), "*");
        Organization boss = firm.organization.as(firm.hired(), "*");
        QuoteView made = firm.quote(
                author, ", \"discountPercent\": 20, \"lines\": [{\"description\": \"Work\", \"unitPrice\": 100}]");

        assertThat(made.approvalRequired()).isTrue();
        assertRefused(() -> firm.sent(made.id())).isEqualTo("approval-required");
        assertRefused(() -> approve(author, made.id())).isEqualTo("four-eyes");
        QuoteView approved = approve(boss, made.id());
        assertThat(approved.approvedAt()).isNotNull();
        assertThat(approved.approvalNote()).isEqualTo("Fine");

        QuoteView changed = author.ifMatch(approved.version())
                .call(() -> firm.quotes.update(made.id(), Wire.patch("{\"discountPercent\": 21}", QuoteInput.class)));
        assertThat(changed.approvedAt()).isNull();
        assertRefused(() -> firm.sent(made.id())).isEqualTo("approval-required");
        approve(boss, made.id());
        assertThat(firm.sent(made.id()).status()).isEqualTo(QuoteStatus.SENT);
        assertRefused(() -> approve(boss, made.id())).isEqualTo("invalid-transition");
    }

    @Test
    @DisplayName("PIP-13: nobody approves what needs no approval; a floor needs it")
    void asksForApprovalOnlyWhereNeeded() {
        UUID dear = firm.product("DEAR", "100.00", "95.00", null);

        QuoteView fine = firm.quote(", \"lines\": [{\"productId\": \"" + dear + "\"}]");
        assertRefused(() -> approve(firm.organization, fine.id())).isEqualTo("not-required");
        QuoteView cheap =
                firm.patchQuote(fine.id(), "{\"lines\": [{\"productId\": \"" + dear + "\", \"unitPrice\": 94.99}]}");
        assertThat(cheap.approvalRequired()).isTrue();
        assertThat(cheap.lines().get(0).priceSource()).isEqualTo("manual");
        assertThat(firm.patchQuote(fine.id(), "{\"depositPercent\": 30, \"discountFixed\": 0.01}")
                        .approvalRequired())
                .as("floors are known where only a discount changes")
                .isTrue();
    }

    @Test
    @DisplayName("costs and margins are for those who may see them")
    void hidesCosts() {
        UUID bolt = firm.product("COST", "20.00", null, "12.00");
        QuoteView made = firm.quote(", \"lines\": [{\"productId\": \"" + bolt + "\"}]");
        Organization reader = firm.organization.as(firm.hired(), "pipeline.read");
        Organization finance = firm.organization.as(firm.hired(), "pipeline.read", Permissions.COST);

        QuoteView seen = reader.read(() -> firm.quotes.get(made.id()));
        assertThat(seen.costTotal()).isNull();
        assertThat(seen.marginPercent()).isNull();
        assertThat(seen.lines().get(0).unitCost()).isNull();
        assertThat(finance.read(() -> firm.quotes.get(made.id())).marginPercent())
                .isEqualByComparingTo("40.00");
    }

    @Test
    @DisplayName("PIP-19: a draft that never left the house is deleted, anything else cancelled")
    void isDeletedWhileNobodySawIt() {
        QuoteView draft = firm.plainQuote("");
        QuoteView sent = firm.plainQuote("");
        firm.sent(sent.id());

        firm.organization.run(() -> firm.quotes.delete(draft.id()));

        assertRefused(() -> firm.quote(draft.id())).isEqualTo("not-found");
        assertRefused(() -> firm.organization.run(() -> firm.quotes.delete(sent.id())))
                .isEqualTo("invalid-state");
    }

    @Test
    @DisplayName("PIP-19: a draft outlives its opportunity, which is deleted while no quote of it was sent")
    void outlivesItsOpportunity() {
        UUID deal = firm.deal("").id();
        QuoteView draft = firm.plainQuote(", \"opportunityId\": \"" + deal + "\"");
        UUID other = firm.deal("").id();
        firm.sent(firm.plainQuote(", \"opportunityId\": \"" + other + "\"").id());

        firm.organization.run(() -> firm.opportunities.delete(deal));

        assertThat(firm.patchQuote(draft.id(), "{\"title\": \"Still here\"}").title())
                .isEqualTo("Still here");
        assertThat(firm.sent(draft.id()).status()).isEqualTo(QuoteStatus.SENT);
        assertRefused(() -> firm.organization.run(() -> firm.opportunities.delete(other)))
                .isEqualTo("invalid-state");
        assertRefused(() -> firm.patchDeal(other, "{\"customerId\": \"" + firm.customer("Other") + "\"}"))
                .isEqualTo("invalid-state");
    }

    @Test
    @DisplayName("twenty lines cost no more statements than two, on creation, reading and sending")
    void doesNotAskForEachLine() {
        UUID bolt = firm.product("MANY", "20.00", null, "12.00");
        long[] two = costs(bolt, 2);
        long[] twenty = costs(bolt, 20);

        assertThat(twenty).isEqualTo(two);
    }

    private long[] costs(UUID product, int count) {
        String lines = IntStream.range(0, count)
                .mapToObj(i -> "{\"productId\": \"" + product + "\", \"quantity\": " + (i + 1) + "}")
                .collect(Collectors.joining(",", ", \"lines\": [", "]"));
        var costs = new long[4];
        long before = Firm.PLATFORM.statements();
        QuoteView made = firm.quote(lines);
        costs[0] = Firm.PLATFORM.statements() - before;
        before = Firm.PLATFORM.statements();
        firm.quote(made.id());
        costs[1] = Firm.PLATFORM.statements() - before;
        before = Firm.PLATFORM.statements();
        firm.organization.read(
                () -> firm.quotes.list(new ListQuery(50, Optional.empty(), Optional.empty(), Map.of(), false)));
        costs[2] = Firm.PLATFORM.statements() - before;
        before = Firm.PLATFORM.statements();
        firm.sent(made.id());
        costs[3] = Firm.PLATFORM.statements() - before;
        System.Logger log = System.getLogger("statements");
        log.log(
                System.Logger.Level.INFO,
                "{0} lines: create, get, list, send {1}",
                count,
                List.of(costs[0], costs[1], costs[2], costs[3]));
        return costs;
    }
}

package io.renoz.pipeline.quote;

import static io.renoz.pipeline.Refusals.assertInvalid;
import static io.renoz.pipeline.Refusals.assertRefused;
import static io.renoz.pipeline.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.renoz.data.Json;
import io.renoz.orders.api.NewOrder;
import io.renoz.orders.api.NewOrderLine;
import io.renoz.pipeline.Firm;
import io.renoz.pipeline.Together;
import io.renoz.pipeline.api.OpportunityStage;
import io.renoz.pipeline.api.QuoteStatus;
import io.renoz.pipeline.opportunity.Moves.Move;
import io.renoz.pipeline.quote.Outcomes.Acceptance;
import io.renoz.pipeline.quote.Outcomes.Rejection;
import io.renoz.pipeline.quote.QuoteResource.Extension;
import io.renoz.pipeline.quote.QuoteResource.Mailing;
import io.renoz.pipeline.quote.QuoteResource.Revision;
import io.renoz.rest.Download;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OutcomeIT {

    private final Firm firm = new Firm();

    private String printed(UUID quote, @Nullable Integer version) throws IOException {
        Download download = firm.organization.read(() -> firm.documents.document(quote, version));
        try (var bytes = download.content().open(0, download.length())) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private QuoteView extend(UUID id, String day) {
        return firm.organization.call(() -> firm.quotes.extend(id, new Extension(LocalDate.parse(day))));
    }

    private QuoteView convert(UUID id) {
        return firm.organization.call(() -> firm.quotes.convert(id));
    }

    private UUID dealWithQuotes() {
        return firm.deal("").id();
    }

    private QuoteView quoteOf(UUID deal, String price) {
        return firm.quote(", \"opportunityId\": \"" + deal + "\", \"discountPercent\": 10,"
                + " \"lines\": [{\"description\": \"Work\", \"unitPrice\": " + price + "}]");
    }

    @Test
    @DisplayName("PIP-12: marking as sent freezes the version with its PDF, the hash of it and the last day")
    void goesOut() throws Exception {
        QuoteView made = firm.plainQuote(", \"terms\": \"Paid in advance.\"");
        assertThat(printed(made.id(), null)).contains("Draft: this is no offer yet.", "$110.00");

        QuoteView sent = firm.sent(made.id());

        assertThat(sent.status()).isEqualTo(QuoteStatus.SENT);
        assertThat(sent.validUntil()).isEqualTo("2026-04-01");
        assertThat(sent.sentTo()).isEqualTo("by hand");
        String pdf = printed(made.id(), 1);
        assertThat(pdf)
                .contains("Quote " + made.quoteNumber(), "Paid in advance.")
                .doesNotContain("Draft");
        assertThat(sent.documentSha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(pdf.getBytes(StandardCharsets.UTF_8))));
        assertThat(sent.documentAttachmentId()).isNotNull();
        assertThat(firm.told(made.id())).containsExactly("pipeline.quote.created", "pipeline.quote.sent");
    }

    @Test
    @DisplayName("PIP-12: a last day that was set stays, and the days of validity are the organization's")
    void keepsItsLastDay() {
        assertThat(firm.sent(firm.plainQuote(", \"validUntil\": \"2026-03-05\"").id())
                        .validUntil())
                .isEqualTo("2026-03-05");
        firm.neighbours.settings.put("quote_validity_days", new Json("7"));
        assertThat(firm.sent(firm.plainQuote("").id()).validUntil()).isEqualTo("2026-03-09");
    }

    @Test
    @DisplayName("PIP-12: an empty quote is not sent, nor one of options that nobody chose")
    void isNotSentEmpty() {
        QuoteView empty = firm.quote(", \"lines\": [{\"lineType\": \"note\", \"description\": \"Hello\"},"
                + " {\"description\": \"Maybe\", \"unitPrice\": 1, \"isOptional\": true, \"isSelected\": false}]");

        assertRefused(() -> firm.sent(empty.id())).isEqualTo("empty-quote");
    }

    @Test
    @DisplayName("PIP-07: a quote does not go out with the people or places of somebody else")
    void namesNobodyElse() throws Exception {
        UUID other = firm.customer("Other");
        QuoteView site = firm.plainQuote(", \"siteAddressId\": \"" + firm.address(other) + "\"");
        QuoteView person = firm.plainQuote(", \"contactId\": \"" + firm.contact(other, null) + "\"");
        QuoteView own = firm.plainQuote(", \"billingAddressId\": \"" + firm.address(firm.customer)
                + "\", \"contactId\": \"" + firm.contact(firm.customer, null) + "\"");

        assertInvalid(() -> firm.sent(site.id())).isEqualTo("/siteAddressId");
        assertInvalid(() -> firm.sent(person.id())).isEqualTo("/contactId");
        firm.sent(own.id());
        assertThat(printed(own.id(), null)).contains("Acme Pty Ltd", "Ann Lee", "1 High St", "Sydney NSW 2000");
    }

    @Test
    @DisplayName("PIP-12: a failed render sends and freezes nothing")
    void failsAsAWhole() {
        QuoteView made = firm.plainQuote("");
        firm.neighbours.printerBroken = true;

        assertThat(catchThrowable(() -> firm.sent(made.id()))).isInstanceOf(IllegalStateException.class);

        assertThat(firm.quote(made.id())).isEqualTo(made);
        assertThat(firm.told(made.id())).containsExactly("pipeline.quote.created");
    }

    @Test
    @DisplayName("PIP-12: with communications off sending by mail is module-disabled and leaves the draft as it is")
    void isNotMailed() {
        QuoteView made = firm.plainQuote("");
        Callable<?> nobody = () -> firm.quotes.send(made.id(), new Mailing(List.of()));
        Callable<?> ann = () -> firm.quotes.send(made.id(), new Mailing(List.of("ann@acme.example")));

        assertRefused(() -> firm.organization.call(nobody)).isEqualTo("no-recipient");
        assertRefused(() -> firm.organization.call(ann)).isEqualTo("module-disabled");
        assertThat(firm.quote(made.id())).isEqualTo(made);
        firm.sent(made.id());
        assertRefused(() -> firm.organization.call(ann)).isEqualTo("invalid-transition");
    }

    @Test
    @DisplayName("PIP-08: a value that follows the quotes is the accepted one's net, else that of the one sent last")
    void givesTheDealItsValue() {
        UUID deal = dealWithQuotes();
        QuoteView first = quoteOf(deal, "1000");
        QuoteView second = quoteOf(deal, "2000");

        firm.sent(first.id());
        assertThat(firm.deal(deal).value()).isEqualByComparingTo("900");
        firm.neighbours.clock.forward(Duration.ofMinutes(1));
        firm.sent(second.id());
        assertThat(firm.deal(deal).value()).isEqualByComparingTo("1800");
        assertThat(firm.deal(deal).weightedValue()).isEqualByComparingTo("180");
        assertThat(firm.neighbours.openValues.get(firm.customer)).isEqualByComparingTo("1800");
        firm.neighbours.settings.put("win_on_accept", new Json("false"));
        firm.accepted(first.id(), 1);
        assertThat(firm.deal(deal).value()).isEqualByComparingTo("900");
    }

    @Test
    @DisplayName("PIP-08: a value typed in by hand stops that, until it is to follow the quotes again")
    void leavesATypedValueAlone() {
        UUID deal = dealWithQuotes();
        assertThat(firm.patchDeal(deal, "{\"value\": 5000}").valueSource().name())
                .isEqualTo("MANUAL");

        firm.sent(quoteOf(deal, "1000").id());

        assertThat(firm.deal(deal).value()).isEqualByComparingTo("5000");
        assertThat(firm.patchDeal(deal, "{\"valueSource\": \"quote\"}").value()).isEqualByComparingTo("900");
    }

    @Test
    @DisplayName("PIP-14: the last day is a whole day of the organization's zone, whether or not the job has run")
    void runsOut() {
        UUID id = firm.sent(firm.plainQuote(", \"validUntil\": \"2026-03-03\"").id())
                .id();
        firm.neighbours.clock.forward(Duration.ofHours(35)); // 23:00 of 3 March in Sydney
        assertThat(firm.organization.call(() -> firm.expiry.run(Optional.empty())))
                .isEmpty();
        assertThat(firm.quote(id).status()).isEqualTo(QuoteStatus.SENT);

        firm.neighbours.clock.forward(Duration.ofHours(1));

        assertRefused(() -> firm.accepted(id, 1)).isEqualTo("quote-expired");
        firm.organization.run(() -> firm.expiry.run(Optional.empty()));
        assertThat(firm.quote(id).status()).isEqualTo(QuoteStatus.EXPIRED);
        assertThat(firm.told(id)).endsWith("pipeline.quote.expired");
        assertRefused(() -> firm.accepted(id, 1)).isEqualTo("quote-expired");
        assertInvalid(() -> extend(id, "2026-03-04")).isEqualTo("/validUntil");
        assertThat(extend(id, "2026-03-05").status()).isEqualTo(QuoteStatus.SENT);
        assertThat(firm.accepted(id, 1).status()).isEqualTo(QuoteStatus.ACCEPTED);
    }

    @Test
    @DisplayName("PIP-14: the job goes on where a batch ended and touches nothing else")
    void expiresNothingElse() {
        UUID draft = firm.plainQuote(", \"validUntil\": \"2026-03-02\"").id();
        UUID open = firm.sent(firm.plainQuote("").id()).id();
        firm.neighbours.clock.forward(Duration.ofDays(2));

        firm.organization.run(() -> firm.expiry.run(Optional.empty()));

        assertThat(firm.quote(draft).status()).isEqualTo(QuoteStatus.DRAFT);
        assertThat(firm.quote(open).status()).isEqualTo(QuoteStatus.SENT);
    }

    @Test
    @DisplayName("PIP-15: accepting names the version that stands; twice gives the first result back")
    void isAcceptedOnce() throws Exception {
        UUID id = firm.plainQuote("").id();
        firm.sent(id);
        firm.organization.run(() -> firm.quotes.revise(id, new Revision(null, null)));
        assertRefused(() -> firm.accepted(id, 1)).isEqualTo("invalid-transition");
        firm.sent(id);

        assertThat(refusal(() -> firm.accepted(id, 1)).members()).containsEntry("versionNumber", 2);
        assertRefused(() -> firm.accepted(id, 1)).isEqualTo("version-conflict");
        int done = Together.run(() -> firm.accepted(id, 2), () -> firm.accepted(id, 2));
        assertThat(done).isEqualTo(2);
        QuoteView accepted = firm.quote(id);
        firm.neighbours.clock.forward(Duration.ofHours(1));
        QuoteView again = firm.accepted(id, 2);

        assertThat(again.acceptedAt()).isEqualTo(accepted.acceptedAt());
        assertThat(again.acceptedVersionNumber()).isEqualTo(2);
        assertThat(again.acceptedByName()).isEqualTo("Ann Lee");
        assertThat(again.acceptanceMethod()).isEqualTo(AcceptanceMethod.STAFF);
        assertThat(again.customerPoNumber()).isEqualTo("PO-7");
        assertThat(firm.told(id).stream().filter("pipeline.quote.accepted"::equals))
                .hasSize(1);
        assertRefused(() -> firm.accepted(id, 1)).isEqualTo("version-conflict");
    }

    @Test
    @DisplayName("PIP-15: an accepted quote wins its opportunity with the default reason, where that is wanted")
    void winsTheDeal() {
        UUID reason = firm.reason("\"name\": \"Best offer\", \"type\": \"win\", \"isDefault\": true");
        UUID won = dealWithQuotes();
        QuoteView quote = quoteOf(won, "1000");
        firm.sent(quote.id());
        assertThat(firm.accepted(quote.id(), 1).winLossReasonId()).isEqualTo(reason);

        assertThat(firm.deal(won).stage()).isEqualTo(OpportunityStage.WON);
        assertThat(firm.deal(won).winLossReasonId()).isEqualTo(reason);
        assertThat(firm.deal(won).actualCloseDate()).isEqualTo("2026-03-02");
        firm.neighbours.settings.put("win_on_accept", new Json("false"));
        UUID open = dealWithQuotes();
        QuoteView other = quoteOf(open, "1000");
        firm.sent(other.id());
        firm.accepted(other.id(), 1);
        assertThat(firm.deal(open).stage()).isEqualTo(OpportunityStage.NEW);
    }

    @Test
    @DisplayName("PIP-15: a reason that is given is one of winning")
    void isAcceptedForAReason() {
        UUID loss = firm.reason("\"name\": \"Price\", \"type\": \"loss\"");
        UUID id = firm.sent(firm.plainQuote("").id()).id();

        assertInvalid(() -> firm.organization.call(
                        () -> firm.quotes.accept(id, new Acceptance(1, AcceptanceMethod.STAFF, "Ann", null, loss))))
                .isEqualTo("/winLossReasonId");
        QuoteView rejected = firm.organization.call(() -> firm.quotes.reject(id, new Rejection(loss, "Too dear")));
        assertThat(rejected.status()).isEqualTo(QuoteStatus.REJECTED);
        assertThat(rejected.rejectNotes()).isEqualTo("Too dear");
        assertThat(firm.organization
                        .call(() -> firm.quotes.revise(id, new Revision(null, null)))
                        .status())
                .isEqualTo(QuoteStatus.DRAFT);
    }

    @Test
    @DisplayName("every act in a state that does not allow it answers invalid-transition with the states")
    void keepsToItsLifeCycle() {
        UUID draft = firm.plainQuote("").id();
        UUID cancelled = firm.plainQuote("").id();
        firm.organization.run(() -> firm.quotes.cancel(cancelled));
        UUID accepted = firm.sent(firm.plainQuote("").id()).id();
        firm.accepted(accepted, 1);
        var acts = new LinkedHashMap<String, List<UUID>>();
        acts.put("mark-sent", List.of(cancelled, accepted));
        acts.put("revise", List.of(draft, cancelled, accepted));
        acts.put("accept", List.of(draft, cancelled));
        acts.put("reject", List.of(draft, cancelled, accepted));
        acts.put("extend", List.of(draft, cancelled, accepted));
        acts.put("cancel", List.of(cancelled, accepted));
        acts.put("convert", List.of(draft, cancelled));
        acts.put("approve", List.of(cancelled, accepted));

        acts.forEach((act, quotes) -> quotes.forEach(id -> {
            var problem = refusal(() -> firm.organization.run(() -> act(act, id)));
            assertThat(problem.slug()).as(act).isEqualTo("invalid-transition");
            assertThat(problem.members()).as(act).containsKeys("from", "to");
        }));
    }

    private void act(String act, UUID id) {
        switch (act) {
            case "mark-sent" -> firm.quotes.markSent(id, new QuoteResource.Sent(null));
            case "revise" -> firm.quotes.revise(id, new Revision(null, null));
            case "accept" -> firm.quotes.accept(id, new Acceptance(1, AcceptanceMethod.STAFF, "Ann", null, null));
            case "reject" -> firm.quotes.reject(id, new Rejection(null, null));
            case "extend" -> firm.quotes.extend(id, new Extension(LocalDate.parse("2027-01-01")));
            case "cancel" -> firm.quotes.cancel(id);
            case "convert" -> firm.quotes.convert(id);
            default -> firm.quotes.approve(id, new QuoteResource.Approval(null));
        }
    }

    @Test
    @DisplayName("PIP-17: the accepted version becomes one order, with its prices and the numbers of its lines")
    void becomesAnOrder() throws Exception {
        UUID deal = dealWithQuotes();
        UUID bolt = firm.product("BOLT", "19.99", null, null);
        UUID id = firm.quote(", \"opportunityId\": \"" + deal + "\", \"discountPercent\": 5, \"shippingAmount\": 20,"
                        + " \"shippingTaxRate\": 10, \"lines\": [{\"lineType\": \"section\", \"description\": \"Parts\"},"
                        + "{\"description\": \"Not chosen\", \"unitPrice\": 9, \"isOptional\": true, \"isSelected\": false},"
                        + "{\"productId\": \"" + bolt
                        + "\", \"quantity\": 3, \"unitPrice\": 18, \"discountAmount\": 1}]")
                .id();
        firm.sent(id);
        assertRefused(() -> convert(id)).isEqualTo("invalid-transition");
        firm.accepted(id, 1);

        assertThat(Together.run(() -> convert(id), () -> convert(id))).isEqualTo(2);

        String key = "quote-convert:" + id + ":1";
        assertThat(firm.neighbours.orders).containsOnlyKeys(key);
        NewOrder order = Objects.requireNonNull(firm.neighbours.orders.get(key));
        assertThat(order.quoteId()).isEqualTo(id);
        assertThat(order.opportunityId()).isEqualTo(deal);
        assertThat(order.customerPoNumber()).isEqualTo("PO-7");
        assertThat(order.discountPercent()).isEqualByComparingTo("5");
        assertThat(order.shippingTaxRate()).isEqualByComparingTo("10");
        assertThat(order.lines()).extracting(NewOrderLine::lineNumber).containsExactly(1, 3);
        assertThat(order.lines().get(1)).satisfies(line -> {
            assertThat(line.unitPrice()).isEqualByComparingTo("18");
            assertThat(line.priceSource()).isEqualTo("quote");
            assertThat(line.taxRate()).isEqualByComparingTo("10");
            assertThat(line.discountAmount()).isEqualByComparingTo("1");
        });
        QuoteView again = convert(id);
        assertThat(again.orderId()).isEqualTo(firm.neighbours.orderIds.get(key));
        assertThat(again.convertedAt()).isNotNull();
        assertThat(firm.deal(deal).orderId()).isEqualTo(again.orderId());
        assertThat(firm.told(id).stream().filter("pipeline.quote.converted"::equals))
                .hasSize(1);
        assertThat(firm.organization.read(() -> firm.quoteDirectory.acceptedLines(id)))
                .extracting(line -> line.lineNumber())
                .containsExactly(1, 3);
    }

    @Test
    @DisplayName("PIP-18: with orders off converting is module-disabled, and done once it is on")
    void waitsForOrders() {
        firm.neighbours.ordersOn = false;
        firm.neighbours.settings.put("convert_on_accept", new Json("true"));
        UUID id = firm.sent(firm.plainQuote("").id()).id();
        assertThat(firm.accepted(id, 1).orderId()).isNull();
        assertRefused(() -> convert(id)).isEqualTo("module-disabled");

        firm.neighbours.ordersOn = true;
        UUID order = convert(id).orderId();
        firm.neighbours.ordersOn = false;

        assertThat(convert(id).orderId()).isEqualTo(order);
        assertThat(firm.quote(id).orderId()).isEqualTo(order);
    }

    @Test
    @DisplayName("PIP-17: where that is wanted, an accepted quote becomes an order at once")
    void becomesAnOrderAtOnce() {
        firm.neighbours.settings.put("convert_on_accept", new Json("true"));
        UUID id = firm.sent(firm.plainQuote("").id()).id();

        assertThat(firm.accepted(id, 1).orderId()).isNotNull();
    }

    @Test
    @DisplayName("PIP-17: a won opportunity is converted by its accepted quote")
    void convertsADeal() {
        UUID deal = dealWithQuotes();
        Callable<?> convert = () -> firm.dealConversion.convert(deal);
        assertRefused(() -> firm.organization.call(convert)).isEqualTo("not-won");
        QuoteView quote = quoteOf(deal, "1000");
        firm.sent(quote.id());
        firm.neighbours.settings.put("win_on_accept", new Json("false"));
        firm.move(deal, Move.to(OpportunityStage.WON));
        assertRefused(() -> firm.organization.call(convert)).isEqualTo("no-accepted-quote");
        firm.accepted(quote.id(), 1);
        firm.neighbours.ordersOn = false;
        assertRefused(() -> firm.organization.call(convert)).isEqualTo("module-disabled");
        firm.neighbours.ordersOn = true;

        firm.organization.call(convert);

        assertThat(firm.deal(deal).orderId())
                .isNotNull()
                .isEqualTo(firm.quote(quote.id()).orderId());
        assertRefused(() -> firm.organization.call(convert)).isEqualTo("already-converted");
    }

    @Test
    @DisplayName("quotes are known to others: by customer, by product, by owner")
    void isKnownToOthers() {
        UUID bolt = firm.product("REF", "19.99", null, null);
        UUID tess = firm.hired();
        UUID id = firm.quote(", \"assignedTo\": \"" + tess + "\", \"lines\": [{\"productId\": \"" + bolt + "\"}]")
                .id();
        UUID other = firm.customer("Other");
        UUID ann = firm.hired();

        assertThat(firm.organization.read(() -> firm.quoteDirectory.countReferences(bolt)))
                .isEqualTo(1);
        assertThat(firm.organization.read(() -> firm.quoteDirectory.find(id)))
                .hasValueSatisfying(summary -> assertThat(summary.total()).isEqualByComparingTo("21.99"));
        assertRefused(() -> firm.organization.read(() -> firm.quoteDirectory.acceptedLines(id)))
                .isEqualTo("invalid-state");
        assertThat(firm.organization.call(() -> firm.quoteDirectory.reassign(tess, ann)))
                .isEqualTo(1);
        assertThat(firm.organization.read(() -> firm.quoteDirectory.openAssignments(tess)))
                .isEmpty();
        List<UUID> moved = firm.organization.call(() -> firm.quoteCustomers.repoint(firm.customer, other));
        assertThat(moved).containsExactly(id);
        assertThat(firm.organization.call(() -> firm.quoteCustomers.repointBack(other, firm.customer, moved)))
                .isEqualTo(1);
        assertThat(firm.organization.read(() -> firm.quoteCustomers.countReferences(firm.customer)))
                .isEqualTo(1);
        assertThat(firm.organization.read(() -> firm.quoteCustomers.contribute(firm.customer)))
                .satisfies(section -> {
                    assertThat(section.counts()).isEqualTo(Map.of("draft", 1));
                    assertThat(section.amounts()).containsEntry("sentTotal", new BigDecimal("0.00"));
                });
    }
}

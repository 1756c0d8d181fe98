package io.renoz.suppliers.agreement;

import static io.renoz.suppliers.Refusals.assertInvalid;
import static io.renoz.suppliers.Refusals.assertRefused;
import static io.renoz.suppliers.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.ListQuery;
import io.renoz.rest.Bulk;
import io.renoz.suppliers.Decision;
import io.renoz.suppliers.Decision.Outcome;
import io.renoz.suppliers.Trade;
import io.renoz.suppliers.Wire;
import io.renoz.suppliers.agreement.AgreementResource.Termination;
import io.renoz.testing.Organization;
import io.renoz.users.api.NotificationRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AgreementIT {

    private static final Decision YES = new Decision(Outcome.APPROVED, null);
    private static final Decision NO = new Decision(Outcome.REJECTED, "Too dear");

    private final Trade trade = new Trade();
    private final UUID acme = trade.named("Acme").id();
    private final UUID bolt = trade.shelf.put("Bolt");
    private final Organization buyer = trade.user("*");
    private final Organization boss = trade.user("*");
    private final LocalDate today = trade.neighbours.today();

    private String item(String price) {
        return ", \"items\": [{\"productId\": \"" + bolt + "\", \"unitPrice\": " + price + "}]";
    }

    private AgreementView patch(UUID id, String json) {
        int version = trade.organization.read(() -> trade.agreements.get(id)).version();
        return buyer.ifMatch(version).call(() -> trade.agreements.update(id, Wire.patch(json, AgreementInput.class)));
    }

    @Test
    void beginsAsADraftWithANumberAndItsPrices() {
        AgreementView made = trade.agreement(buyer, acme, item("8.00"));

        assertThat(made.agreementNumber()).isEqualTo("PA-2026-00001");
        assertThat(made.status()).isEqualTo(PriceAgreementStatus.DRAFT);
        assertThat(made.currency()).isEqualTo("AUD");
        assertThat(made.effectiveDate()).isEqualTo(today);
        assertThat(made.totalItems()).isEqualTo(1);
        assertThat(trade.organization.read(() -> trade.agreements.get(made.id())))
                .isEqualTo(made);
        AgreementView more = patch(
                made.id(),
                "{\"items\": [{\"id\": \"" + made.items().get(0).id() + "\", \"productId\": \"" + bolt
                        + "\", \"unitPrice\": 7.5}, {\"productId\": \"" + bolt
                        + "\", \"unitPrice\": 7, \"minQuantity\": 10}]}");
        assertThat(more.totalItems()).isEqualTo(2);
        assertThat(more.version()).isEqualTo(made.version() + 1);
    }

    @Test
    void refusesWhatCannotBe() {
        assertInvalid(() -> trade.agreement(buyer, UUID.randomUUID(), "")).isEqualTo("/supplierId");
        assertInvalid(() -> trade.agreement(
                        buyer, acme, ", \"items\": [{\"productId\": \"" + UUID.randomUUID() + "\", \"unitPrice\": 1}]"))
                .isEqualTo("/items/0/productId");
        assertInvalid(() -> trade.agreement(
                        buyer,
                        acme,
                        ", \"items\": [{\"productId\": \"" + bolt + "\", \"unitPrice\": 1}, {\"productId\": \"" + bolt
                                + "\", \"unitPrice\": 2, \"minQuantity\": 1.000}]"))
                .isEqualTo("/items/1/minQuantity");
        assertInvalid(() -> trade.agreement(buyer, acme, ", \"expiryDate\": \"" + today + "\""))
                .isEqualTo("/expiryDate");
    }

    @Test
    void isApprovedBySomebodyElse() {
        UUID id = trade.agreement(buyer, acme, item("8.00")).id();
        trade.user("*").call(() -> trade.agreements.submit(id));

        assertRefused(() -> buyer.call(() -> trade.agreements.decide(id, YES))).isEqualTo("self-approval");
        AgreementView approved = boss.call(() -> trade.agreements.decide(id, YES));

        assertThat(approved.status()).isEqualTo(PriceAgreementStatus.APPROVED);
        assertThat(approved.decidedBy()).isNotNull();
        assertThat(approved.submittedBy()).isNotNull();
    }

    @Test
    void isSubmittedWithSomethingInIt() {
        UUID id = trade.agreement(buyer, acme, "").id();

        assertInvalid(() -> buyer.call(() -> trade.agreements.submit(id))).isEqualTo("/items");
    }

    @Test
    void isADraftAgainOnceSomebodyChangesIt() {
        UUID id = trade.agreement(buyer, acme, item("8.00")).id();
        buyer.call(() -> trade.agreements.submit(id));
        assertThat(patch(id, "{\"title\": \"Taken back\"}").status()).isEqualTo(PriceAgreementStatus.DRAFT);
        buyer.call(() -> trade.agreements.submit(id));
        AgreementView rejected = boss.call(() -> trade.agreements.decide(id, NO));
        assertThat(rejected.rejectionReason()).isEqualTo("Too dear");

        AgreementView reworked = patch(id, "{\"title\": \"Reworked\"}");

        assertThat(reworked.status()).isEqualTo(PriceAgreementStatus.DRAFT);
        assertThat(reworked.rejectionReason()).isNull();
        assertThat(reworked.decidedBy()).isNull();
    }

    @Test
    void refusesEveryMoveFromAWrongState() {
        UUID id = trade.agreed(acme, item("8.00")).id();
        for (Runnable act : List.<Runnable>of(
                () -> buyer.call(() -> trade.agreements.submit(id)),
                () -> boss.call(() -> trade.agreements.decide(id, YES)),
                () -> boss.call(() -> trade.agreements.decide(id, NO)),
                () -> buyer.run(() -> trade.agreements.delete(id)),
                () -> patch(id, "{\"title\": \"Other\"}"))) {
            var refusal = refusal(act::run);
            assertThat(refusal.slug()).isEqualTo("invalid-transition");
            assertThat(refusal.members()).containsEntry("from", "approved").containsKey("to");
        }
        buyer.call(() -> trade.agreements.terminate(id, new Termination("Moved away")));
        assertRefused(() -> buyer.call(() -> trade.agreements.terminate(id, new Termination("Again"))))
                .isEqualTo("invalid-transition");
        buyer.run(() -> trade.agreements.delete(id));
        assertRefused(() -> trade.organization.read(() -> trade.agreements.get(id)))
                .isEqualTo("not-found");
    }

    private void run() {
        Optional<String> from = Optional.empty();
        do {
            Optional<String> next = from;
            from = trade.organization.call(() -> trade.priceRun.run(next));
        } while (from.isPresent());
    }

    @Test
    void warnsBeforeItEndsAndEndsByItself() {
        UUID id = trade.agreed(acme, item("8.00") + ", \"expiryDate\": \"" + today.plusDays(31) + "\"")
                .id();
        run();
        assertThat(trade.told(id)).isEmpty();
        trade.neighbours.clock.forward(Duration.ofDays(1));
        run();
        assertThat(trade.told(id)).containsExactly("suppliers.agreement.expiring");
        assertThat(trade.neighbours.notified)
                .extracting(NotificationRequest::permissions)
                .containsExactly(Set.of("suppliers.price"));
        trade.neighbours.clock.forward(Duration.ofDays(30));
        run();
        assertThat(trade.organization.read(() -> trade.agreements.get(id)).status())
                .isEqualTo(PriceAgreementStatus.APPROVED);

        trade.neighbours.clock.forward(Duration.ofDays(1));
        run();

        assertThat(trade.organization.read(() -> trade.agreements.get(id)).status())
                .isEqualTo(PriceAgreementStatus.EXPIRED);
        assertThat(trade.told(id)).hasSize(1);
    }

    @Test
    @DisplayName("An agreement with twenty items costs as many statements as one with one")
    void costsAsManyStatementsForTwentyItemsAsForOne() {
        String some = items(1);
        String many = items(20);
        long one = statements(() -> trade.agreement(buyer, acme, some));

        long twenty = statements(() -> trade.agreement(buyer, acme, many));

        assertThat(twenty).isEqualTo(one).isLessThan(12);
        trade.in(() -> trade.agreements.createAll(new Bulk<>(List.of(
                Wire.read("{\"supplierId\": \"" + acme + "\", \"title\": \"T\"" + many + "}", AgreementInput.class),
                Wire.read("{\"supplierId\": \"" + acme + "\", \"title\": \"T\"" + many + "}", AgreementInput.class)))));
        assertThat(statements(() -> trade.organization.read(() -> trade.agreements.list(
                        new ListQuery(50, Optional.empty(), Optional.of("title"), Map.of(), false)))))
                .isLessThanOrEqualTo(4);
    }

    private String items(int count) {
        var items = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            items.add("{\"productId\": \"" + trade.shelf.put("P" + i) + "\", \"unitPrice\": 2}");
        }
        return ", \"items\": " + items;
    }

    private static long statements(Runnable work) {
        long before = Trade.PLATFORM.statements();
        work.run();
        return Trade.PLATFORM.statements() - before;
    }
}

package io.renoz.financial;

import static io.renoz.financial.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.financial.Sales.Line;
import io.renoz.financial.Sales.Sold;
import io.renoz.financial.api.CreditNoteReason;
import io.renoz.financial.api.CreditNoteStatus;
import io.renoz.financial.api.CreditNoteSummary;
import io.renoz.financial.api.LineQuantity;
import io.renoz.financial.api.NewCreditNote;
import io.renoz.financial.api.NewCreditNote.ReturnedLine;
import io.renoz.settings.api.SettingDeclaration;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What other modules ask of this one. */
class ServicesIT {

    private final Office office = new Office();
    private final UUID customer = office.sales.customer("Acme");

    private static NewCreditNote returned(Sold order, String quantity, @Nullable UUID authorization) {
        return new NewCreditNote(
                order.id(),
                null,
                CreditNoteReason.RETURN,
                "Came back",
                authorization,
                List.of(new ReturnedLine(order.line(0), new BigDecimal(quantity), true)),
                List.of());
    }

    @Test
    @DisplayName("FIN-05: support's draft is made once for a key, then issued and set against its order")
    void creditsReturns() {
        Sold order = office.sales.order(customer, "confirmed", office.today(), null, "0", new Line("3", "10", "10"));
        UUID authorization = UUID.randomUUID();

        UUID draft = office.in(() -> office.desk.createDraft(returned(order, "1", authorization), "return:1"));
        UUID again = office.in(() -> office.desk.createDraft(returned(order, "1", authorization), "return:1"));
        CreditNoteSummary issued = office.in(() -> office.desk.issueAndApply(draft));
        CreditNoteSummary twice = office.in(() -> office.desk.issueAndApply(draft));

        assertThat(again).isEqualTo(draft);
        assertThat(issued.status()).isEqualTo(CreditNoteStatus.APPLIED);
        assertThat(issued.amount()).isEqualByComparingTo("11.00");
        assertThat(issued.returnAuthorizationId()).isEqualTo(authorization);
        assertThat(twice).isEqualTo(issued);
        assertThat(office.order(order.id()).balanceDue()).isEqualByComparingTo("22.00");
        assertThat(office.organization.read(() -> office.desk.find(draft))).contains(issued);
        Sold other = office.sales.of(customer, "5.00");
        assertRefused(() -> office.in(() -> office.desk.createDraft(returned(other, "1", null), "return:1")))
                .isEqualTo("idempotency-mismatch");
        assertRefused(() -> office.in(() -> office.desk.createDraft(returned(order, "3", null), "return:2")))
                .isEqualTo("credit-exceeds-order");
    }

    @Test
    @DisplayName("FIN-02: a preview is what crediting gives, and stores nothing")
    void previews() {
        Sold order = office.sales.order(customer, "confirmed", office.today(), null, "0", new Line("3", "3.3333", "0"));
        var one = List.of(new LineQuantity(order.line(0), BigDecimal.ONE));

        var preview = office.organization.read(() -> office.desk.preview(order.id(), one));
        UUID draft = office.in(() -> office.desk.createDraft(returned(order, "1", null), "k"));
        CreditNoteSummary issued = office.in(() -> office.desk.issueAndApply(draft));

        assertThat(preview.total()).isEqualByComparingTo(issued.amount());
        var credited = office.organization.read(() -> office.desk.creditedOf(order.id()));
        assertThat(credited.lines()).containsOnlyKeys(order.line(0));
        assertThat(credited.lines().values())
                .allSatisfy(line -> assertThat(line.quantity()).isEqualByComparingTo("1"));
        assertRefused(() -> office.organization.read(() -> office.desk.preview(
                        order.id(), List.of(new LineQuantity(order.line(0), new BigDecimal("2.001"))))))
                .isEqualTo("credit-exceeds-order");
        assertRefused(() -> office.organization.read(() -> office.desk.preview(UUID.randomUUID(), one)))
                .isEqualTo("not-found");
    }

    @Test
    void knowsOpenCreditAndAnswersForCustomers() {
        UUID other = office.sales.customer("Other");
        UUID note = office.draft(
                        "{\"customerId\":\"%s\",\"reason\":\"X\",\"lines\":[{\"description\":\"C\",\"unitPrice\":25}]}"
                                .formatted(customer))
                .id();
        office.in(() -> office.credit.issue(note, null));

        assertThat(office.organization.read(() -> office.desk.openCredit(customer)))
                .isEqualByComparingTo("25.00");
        assertThat(office.organization.read(() -> office.customerRows.countReferences(customer)))
                .isEqualTo(1);
        List<UUID> moved = office.in(() -> office.customerRows.repoint(customer, other));
        assertThat(moved).containsExactly(note);
        assertThat(office.organization.read(() -> office.desk.openCredit(other)))
                .isEqualByComparingTo("25.00");
        assertThat(office.in(() -> office.customerRows.repointBack(other, customer, moved)))
                .isEqualTo(1);
        assertThat(office.organization.read(() -> office.customerRows.countReferences(other)))
                .isZero();
    }

    @Test
    void declaresItsSettingsAndEventsUnderItsName() {
        var names = new HashSet<String>();

        assertThat(new FinancialSettings().list())
                .allSatisfy(setting -> assertThat(names.add(setting.key())).isTrue())
                .extracting(SettingDeclaration::category)
                .containsOnly("financial");
        assertThat(new FinancialEvents().list()).hasSize(18).allSatisfy(event -> assertThat(event.name())
                .startsWith("financial."));
    }
}

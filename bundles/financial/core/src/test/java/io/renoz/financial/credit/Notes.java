package io.renoz.financial.credit;

import io.renoz.data.ListQuery;
import io.renoz.financial.Office;
import io.renoz.financial.Sales.Sold;
import io.renoz.financial.credit.CreditNoteResource.Apply;
import io.renoz.financial.credit.CreditNoteResource.Issue;
import io.renoz.financial.credit.CreditNoteResource.Refund;
import io.renoz.financial.credit.CreditNoteResource.Voiding;
import io.renoz.testing.Organization;
import java.math.BigDecimal;
import java.util.UUID;

/** Credit notes of one customer, and what is done with them. */
final class Notes {

    final Office office = new Office();
    final UUID customer = office.sales.customer("Acme");

    CreditNoteView forOrder(Sold order, String quantity) {
        return office.draft("""
                {"orderId":"%s","customerId":"%s","reasonCode":"return","reason":"Came back",
                 "lines":[{"orderLineItemId":"%s","quantity":%s}]}""".formatted(order.id(), order.customer(), order.line(0), quantity));
    }

    CreditNoteView goodwill(String amount) {
        return office.draft("""
                {"customerId":"%s","reason":"Sorry","lines":[{"description":"Goodwill","unitPrice":%s}]}""".formatted(customer, amount));
    }

    /** An amount of its own against an order. */
    CreditNoteView against(Sold order, String amount) {
        return office.draft("""
                {"orderId":"%s","customerId":"%s","reason":"Price","lines":[{"description":"Too dear","unitPrice":%s}]}""".formatted(order.id(), order.customer(), amount));
    }

    CreditNoteView issue(UUID id) {
        return issue(office.organization, id, true);
    }

    CreditNoteView issue(Organization as, UUID id, boolean settle) {
        return as.call(() -> office.credit.issue(id, new Issue(settle, null)));
    }

    CreditNoteView apply(UUID note, UUID order, String amount) {
        return office.in(() -> office.credit.apply(note, new Apply(order, new BigDecimal(amount), null)));
    }

    CreditNoteView refund(UUID note, String amount) {
        return office.in(
                () -> office.credit.refund(note, new Refund(new BigDecimal(amount), null, "bank_transfer", "R1")));
    }

    UUID lastUse(UUID note) {
        var uses = office.organization.read(
                () -> office.applications.list(note, ListQuery.first(50)).items());
        return uses.get(uses.size() - 1).id();
    }

    CreditNoteView cancel(UUID note) {
        return office.in(() -> office.credit.cancel(note, new Voiding("Wrong customer")));
    }
}

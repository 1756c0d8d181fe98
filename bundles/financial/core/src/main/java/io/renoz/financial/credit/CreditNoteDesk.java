package io.renoz.financial.credit;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.financial.Turns;
import io.renoz.financial.api.CreditNoteReason;
import io.renoz.financial.api.CreditNoteStatus;
import io.renoz.financial.api.CreditNoteSummary;
import io.renoz.financial.api.CreditNotes;
import io.renoz.financial.api.CreditPreview;
import io.renoz.financial.api.CreditPreview.PreviewLine;
import io.renoz.financial.api.CreditedLines;
import io.renoz.financial.api.LineQuantity;
import io.renoz.financial.api.NewCreditNote;
import io.renoz.financial.api.TaxType;
import io.renoz.orders.api.OrderDirectory;
import io.renoz.orders.api.OrderSummary;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Credit notes as other modules meet them. */
@Component
public final class CreditNoteDesk implements CreditNotes {

    private final Tables tables;
    private final Drafts drafts;
    private final Issuing issuing;
    private final Creditables creditables;
    private final OrderDirectory orders;
    private final Turns turns;

    @Activate
    public CreditNoteDesk(
            @Reference(target = "(domain=financial)") Tables tables,
            @Reference Drafts drafts,
            @Reference Issuing issuing,
            @Reference Creditables creditables,
            @Reference OrderDirectory orders,
            @Reference Turns turns) {
        this.tables = tables;
        this.drafts = drafts;
        this.issuing = issuing;
        this.creditables = creditables;
        this.orders = orders;
        this.turns = turns;
    }

    @Override
    public UUID createDraft(NewCreditNote asked, String clientRequestId) {
        turns.of("credit note " + clientRequestId);
        Optional<CreditNote> before = tables.findBy(CreditNote.class, "clientRequestId", clientRequestId);
        if (before.isPresent()) {
            return same(before.get(), asked).id();
        }
        UUID customer = asked.customerId();
        if (asked.orderId() != null) {
            turns.ofOrder(asked.orderId());
            OrderSummary order = orders.requireOpen(asked.orderId());
            customer = customer == null ? order.customerId() : customer;
        }
        if (customer == null) {
            throw Problem.invalid("customerId", "A credit note on account names its customer.");
        }
        return drafts.openWithin(input(asked, customer), note -> {
                    note.clientRequestId = clientRequestId;
                    note.returnAuthorizationId = asked.returnAuthorizationId();
                })
                .id();
    }

    private static CreditNote same(CreditNote before, NewCreditNote asked) {
        boolean same = Objects.equals(before.orderId, asked.orderId())
                && (asked.customerId() == null || before.customerId.equals(asked.customerId()));
        if (!same) {
            throw Problem.of("idempotency-mismatch", "The same key was used for another credit note.");
        }
        return before;
    }

    private static CreditNoteInput input(NewCreditNote asked, UUID customer) {
        var lines = new ArrayList<CreditNoteInput.Line>();
        asked.lines()
                .forEach(line -> lines.add(new CreditNoteInput.Line(
                        null,
                        line.orderLineId(),
                        null,
                        null,
                        line.quantity(),
                        BigDecimal.ZERO,
                        TaxType.GST,
                        BigDecimal.ZERO,
                        line.restock())));
        asked.otherLines()
                .forEach(line -> lines.add(new CreditNoteInput.Line(
                        null,
                        null,
                        null,
                        line.description(),
                        line.quantity(),
                        line.unitPrice(),
                        line.taxType(),
                        line.taxRate(),
                        false)));
        CreditNoteReason reason = asked.reasonCode();
        return new CreditNoteInput(asked.orderId(), customer, reason, asked.reason(), null, lines);
    }

    @Override
    public CreditNoteSummary issueAndApply(UUID creditNoteId) {
        CreditNote note = issuing.lock(creditNoteId);
        if (!note.inForce()) {
            note.requireMove(CreditNoteStatus.ISSUED);
            issuing.issue(note, Optional.empty(), true);
            tables.flush();
        }
        return note.summary();
    }

    @Override
    public Optional<CreditNoteSummary> find(UUID creditNoteId) {
        return tables.find(CreditNote.class, creditNoteId).map(CreditNote::summary);
    }

    @Override
    public CreditedLines creditedOf(UUID orderId) {
        return creditables.summary(orderId);
    }

    @Override
    public BigDecimal openCredit(UUID customerId) {
        return (BigDecimal) tables.entities()
                .createNativeQuery("select coalesce(sum(remaining_amount), 0.00) from financial.credit_notes"
                        + " where organization_id = ?1 and customer_id = ?2"
                        + " and status in ('issued', 'partially_applied')")
                .setParameter(1, Call.tenant())
                .setParameter(2, customerId)
                .getSingleResult();
    }

    @Override
    public CreditPreview preview(UUID orderId, List<LineQuantity> lines) {
        Creditable creditable = creditables.of(orders.find(orderId).orElseThrow(() -> Problem.notFound("order")));
        var pieces = new ArrayList<PreviewLine>();
        Amounts all = Amounts.NONE;
        for (int i = 0; i < lines.size(); i++) {
            LineQuantity asked = lines.get(i);
            if (asked.quantity().signum() <= 0) {
                throw Problem.invalid("lines/" + i + "/quantity", "Something is credited, or nothing.");
            }
            Amounts piece = creditable.credit(asked.orderLineId(), asked.quantity());
            creditable.requireQuantity(asked.orderLineId(), asked.quantity(), "/lines/" + i + "/quantity");
            all = all.plus(piece);
            pieces.add(new PreviewLine(asked.orderLineId(), asked.quantity(), piece.net(), piece.tax(), piece.total()));
        }
        creditable.requireMoney(all.total());
        return new CreditPreview(orderId, pieces, all.net(), all.tax(), all.total());
    }
}

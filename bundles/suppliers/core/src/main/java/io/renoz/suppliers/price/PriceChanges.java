package io.renoz.suppliers.price;

import io.renoz.data.Call;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.suppliers.agreement.AgreementItem;
import io.renoz.suppliers.agreement.AgreementLocks;
import io.renoz.suppliers.agreement.PriceAgreement;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** SUP-18: requests to change a price, and what becomes of them. */
@Component(service = PriceChanges.class)
public final class PriceChanges {

    private final Tables tables;
    private final Rows<PriceChange, PriceChangeInput, PriceChangeView> changes;
    private final PriceLedger ledger;

    @Activate
    public PriceChanges(@Reference(target = "(domain=suppliers)") Tables tables, @Reference PriceLedger ledger) {
        this.tables = tables;
        this.ledger = ledger;
        this.changes = tables.of(PriceChange.class)
                .filter("status", "supplierId", "priceListId", "agreementId")
                .sort("requestedAt")
                .byName(PriceChangeInput.class, PriceChangeView.class);
    }

    Rows<PriceChange, PriceChangeInput, PriceChangeView> rows() {
        return changes;
    }

    List<PriceChangeView> ask(List<PriceChangeInput> inputs) {
        UUID asker = PriceListing.asker();
        return changes.createAll(inputs, (change, input) -> {
            if (change.priceListId != null) {
                SupplierPrice price = tables.find(SupplierPrice.class, change.priceListId)
                        .orElseThrow(() -> Problem.invalid("priceListId", "There is no such price."));
                if (change.agreementId != null
                        && !agreement(change.agreementId).supplierId().equals(price.supplierId)) {
                    throw Problem.invalid("agreementId", "This agreement is another supplier's.");
                }
                change.ask(price.supplierId, price.effectivePrice, asker, ledger.now());
            } else if (change.agreementId != null) {
                PriceAgreement agreement = agreement(change.agreementId);
                change.ask(agreement.supplierId(), onlyItem(agreement).unitPrice(), asker, ledger.now());
            }
        });
    }

    private PriceAgreement agreement(UUID id) {
        return tables.find(PriceAgreement.class, id)
                .orElseThrow(() -> Problem.invalid("agreementId", "There is no such agreement."));
    }

    /** A request that names no price means the one price that the agreement has. */
    private static AgreementItem onlyItem(PriceAgreement agreement) {
        if (!agreement.approved() || agreement.items().size() != 1) {
            throw Problem.invalid("agreementId", "Only an approved agreement with one item can be meant.");
        }
        return agreement.items().get(0);
    }

    /** Puts an approved change into force, once: whoever comes second finds it applied. */
    void apply(PriceChange change) {
        change.require(PriceChangeStatus.APPLIED, PriceChangeStatus.APPROVED);
        if (change.priceListId != null) {
            settle(change, tables.lock(SupplierPrice.class, change.priceListId));
        } else if (change.agreementId != null) {
            AgreementLocks.hold(tables, change.agreementId);
            settle(change, tables.require(PriceAgreement.class, change.agreementId));
        }
        change.applied(Call.user().orElse(null), ledger.now());
    }

    /** The same by itself on its day; a change whose agreement is no longer in force is given up. */
    void applyOrGiveUp(PriceChange change) {
        boolean lapsed = change.priceListId == null
                && tables.find(PriceAgreement.class, Objects.requireNonNull(change.agreementId))
                        .filter(agreement ->
                                agreement.approved() && agreement.items().size() == 1)
                        .isEmpty();
        if (lapsed) {
            change.withdraw();
        } else {
            apply(change);
        }
    }

    private void settle(PriceChange change, SupplierPrice price) {
        BigDecimal before = price.effectivePrice;
        price.settle(change.newPrice);
        write(change, price.productId, String.valueOf(price.currency), before);
    }

    private void settle(PriceChange change, PriceAgreement agreement) {
        AgreementItem item = onlyItem(agreement);
        BigDecimal before = item.unitPrice();
        item.settle(change.newPrice);
        agreement.touch();
        write(change, item.productId(), agreement.currency(), before);
    }

    private void write(PriceChange change, UUID product, String currency, BigDecimal before) {
        if (before.compareTo(change.newPrice) == 0) {
            return;
        }
        ledger.write(
                new Moved(
                        change.supplierId,
                        product,
                        change.priceListId,
                        change.id(),
                        currency,
                        before,
                        change.newPrice,
                        change.changeReason),
                Optional.ofNullable(change.priceListId).orElse(change.agreementId));
    }
}

package io.renoz.suppliers.price;

import io.renoz.data.Call;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.suppliers.agreement.AgreementItem;
import io.renoz.suppliers.agreement.AgreementLocks;
import io.renoz.suppliers.agreement.PriceAgreement;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
            SupplierPrice price = tables.find(SupplierPrice.class, input.priceListId())
                    .orElseThrow(() -> Problem.invalid("priceListId", "There is no such price."));
            BigDecimal before = price.effectivePrice;
            if (change.agreementId != null) {
                before = agreed(change.agreementId, price)
                        .map(AgreementItem::unitPrice)
                        .orElseThrow(() -> Problem.invalid(
                                "agreementId", "No agreement in force with this supplier has a price of the product."));
            }
            change.ask(price.supplierId, before, asker, ledger.now());
        });
    }

    /** The agreed price of the product, if the agreement is in force: that of the greatest quantity the list price is for. */
    private Optional<AgreementItem> agreed(UUID agreement, SupplierPrice price) {
        return tables.find(PriceAgreement.class, agreement)
                .filter(found -> found.approved() && found.supplierId().equals(price.supplierId))
                .filter(found -> found.currency().equals(price.currency))
                .flatMap(found -> found.items().stream()
                        .filter(item -> item.productId().equals(price.productId))
                        .filter(item -> item.minQuantity().compareTo(price.minQuantity) <= 0)
                        .max(Comparator.comparing(AgreementItem::minQuantity)));
    }

    /** Puts an approved change into force, once: whoever comes second finds it applied. */
    void apply(PriceChange change) {
        change.require(PriceChangeStatus.APPLIED, PriceChangeStatus.APPROVED);
        SupplierPrice price = tables.lock(SupplierPrice.class, Objects.requireNonNull(change.priceListId));
        if (change.agreementId == null) {
            BigDecimal before = price.effectivePrice;
            price.settle(change.newPrice);
            write(change, price, price.id(), before);
        } else {
            AgreementLocks.hold(tables, change.agreementId);
            AgreementItem item = agreed(change.agreementId, price)
                    .orElseThrow(() -> Problem.transition("The agreement is no longer in force.")
                            .with("from", "approved")
                            .with("to", "applied"));
            BigDecimal before = item.unitPrice();
            item.settle(change.newPrice);
            tables.require(PriceAgreement.class, change.agreementId).touch();
            write(change, price, null, before);
        }
        change.applied(Call.user().orElse(null), ledger.now());
    }

    /** The same by itself on its day; a change whose agreement is no longer in force is given up. */
    void applyOrGiveUp(PriceChange change) {
        SupplierPrice price = tables.require(SupplierPrice.class, Objects.requireNonNull(change.priceListId));
        if (change.agreementId != null && agreed(change.agreementId, price).isEmpty()) {
            change.withdraw();
        } else {
            apply(change);
        }
    }

    private void write(PriceChange change, SupplierPrice price, @Nullable UUID listed, BigDecimal before) {
        if (before.compareTo(change.newPrice) == 0) {
            return;
        }
        ledger.write(
                new Moved(
                        change.supplierId,
                        price.productId,
                        listed,
                        change.id(),
                        String.valueOf(price.currency),
                        before,
                        change.newPrice,
                        change.changeReason),
                price.id());
    }
}

package io.renoz.pipeline.quote;

import io.renoz.data.entity.TenantRecord;
import io.renoz.pipeline.api.QuoteLine;
import io.renoz.pipeline.api.QuoteLineType;
import io.renoz.pipeline.api.TaxType;
import io.renoz.products.api.CalculatedLine;
import io.renoz.products.api.DraftLine;
import java.math.BigDecimal;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A line of a version. */
@Entity
@Table(schema = "pipeline", name = "quote_line_items")
class QuoteItem extends TenantRecord {

    UUID quoteVersionId;

    int lineNumber;

    QuoteLineType lineType = QuoteLineType.ITEM;

    @Nullable
    UUID productId;

    @Nullable
    String sku;

    String description;

    BigDecimal quantity = BigDecimal.ZERO;

    @Nullable
    String unitOfMeasure;

    BigDecimal unitPrice = BigDecimal.ZERO;

    @Nullable
    String priceSource;

    @Nullable
    BigDecimal unitCost;

    @Nullable
    BigDecimal discountPercent;

    @Nullable
    BigDecimal discountAmount;

    TaxType taxType = TaxType.GST;

    BigDecimal taxRate = BigDecimal.ZERO;

    BigDecimal lineSubtotal = BigDecimal.ZERO;

    BigDecimal taxAmount = BigDecimal.ZERO;

    BigDecimal lineTotal = BigDecimal.ZERO;

    boolean isOptional;

    boolean isSelected = true;

    @Nullable
    String notes;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from what was priced
    protected QuoteItem() {}

    QuoteItem(UUID version, int number, PricedLine priced) {
        this.quoteVersionId = version;
        this.lineNumber = number;
        this.description = priced.description();
        take(priced);
    }

    /** A copy for another version. */
    QuoteItem(UUID version, QuoteItem other) {
        this.quoteVersionId = version;
        this.lineNumber = other.lineNumber;
        this.lineType = other.lineType;
        this.productId = other.productId;
        this.sku = other.sku;
        this.description = other.description;
        this.quantity = other.quantity;
        this.unitOfMeasure = other.unitOfMeasure;
        this.unitPrice = other.unitPrice;
        this.priceSource = other.priceSource;
        this.unitCost = other.unitCost;
        this.discountPercent = other.discountPercent;
        this.discountAmount = other.discountAmount;
        this.taxType = other.taxType;
        this.taxRate = other.taxRate;
        this.isOptional = other.isOptional;
        this.isSelected = other.isSelected;
        this.notes = other.notes;
    }

    /** Becomes what was asked for, with its price. */
    final void take(PricedLine priced) {
        LineInput asked = priced.asked();
        lineType = asked.lineType();
        productId = asked.productId();
        sku = priced.sku();
        description = priced.description();
        quantity = priced.quantity();
        unitOfMeasure = priced.unitOfMeasure();
        unitPrice = priced.unitPrice();
        priceSource = priced.priceSource();
        unitCost = priced.unitCost();
        discountPercent = asked.discountPercent();
        discountAmount = asked.discountAmount();
        taxType = priced.taxType();
        taxRate = priced.taxRate();
        isOptional = asked.isOptional();
        isSelected = asked.isSelected();
        notes = asked.notes();
    }

    /** PIP-10: whether it adds to the totals: it is priced, and not an option that nobody chose. */
    boolean counted() {
        return lineType.priced() && (!isOptional || isSelected);
    }

    DraftLine draft() {
        return new DraftLine(quantity, unitPrice, discountPercent, discountAmount, taxRate);
    }

    void calculated(CalculatedLine amounts) {
        lineSubtotal = amounts.subtotal();
        taxAmount = amounts.tax();
        lineTotal = amounts.total();
    }

    QuoteLine line() {
        return new QuoteLine(
                id(),
                lineNumber,
                lineType,
                productId,
                sku,
                description,
                quantity,
                unitOfMeasure,
                unitPrice,
                discountPercent,
                discountAmount,
                taxType,
                taxRate,
                lineSubtotal,
                taxAmount,
                lineTotal);
    }
}

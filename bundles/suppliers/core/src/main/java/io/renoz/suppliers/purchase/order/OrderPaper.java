package io.renoz.suppliers.purchase.order;

import io.renoz.data.Coded;
import io.renoz.data.Tables;
import io.renoz.document.BusinessDocument;
import io.renoz.document.BusinessDocument.Column;
import io.renoz.document.PdfRenderer;
import io.renoz.format.Format;
import io.renoz.settings.api.DocumentTemplate;
import io.renoz.settings.api.DocumentTemplates;
import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.settings.api.OrganizationProfile;
import io.renoz.suppliers.api.PurchaseOrderStatus;
import io.renoz.suppliers.supplier.Supplier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A purchase order as the supplier reads it, in the organization's branding. The same order makes the same bytes. */
@Component(service = OrderPaper.class)
public final class OrderPaper {

    /** The type of document, by which an organization sets its look. */
    public static final String DOCUMENT_TYPE = "purchase_order";

    private final Tables tables;
    private final DocumentTemplates templates;
    private final PdfRenderer renderer;
    private final OrganizationDirectory organizations;

    @Activate
    public OrderPaper(
            @Reference(target = "(domain=suppliers)") Tables tables,
            @Reference DocumentTemplates templates,
            @Reference PdfRenderer renderer,
            @Reference OrganizationDirectory organizations) {
        this.tables = tables;
        this.templates = templates;
        this.renderer = renderer;
        this.organizations = organizations;
    }

    byte[] pdf(PurchaseOrder order) {
        DocumentTemplate template = templates.find(DOCUMENT_TYPE);
        OrganizationProfile organization = organizations.current();
        BusinessDocument paper =
                paper(order, organization, organization.format().in(template.language()), supplier(order));
        return renderer.render(template.document(paper, order.poNumber, order.written()))
                .bytes();
    }

    private Optional<Supplier> supplier(PurchaseOrder order) {
        return tables.find(Supplier.class, order.supplierId);
    }

    private static BusinessDocument paper(
            PurchaseOrder order, OrganizationProfile organization, Format format, Optional<Supplier> supplier) {
        BusinessDocument paper = BusinessDocument.titled("Purchase order " + order.printedNumber())
                .remark(standing(order.status))
                .party("Supplier", party(order, supplier))
                .party("Deliver to", shipTo(order, organization))
                .fact("Date", date(format, order.orderDate))
                .fact("Needed by", date(format, order.requiredDate))
                .fact("Expected", date(format, order.expectedDeliveryDate))
                .fact("Payment", order.paymentTerms == null ? null : words(Coded.of(order.paymentTerms)))
                .fact("Our account", supplier.map(Supplier::ourAccountNumber).orElse(null))
                .fact("Your reference", order.supplierReference)
                .fact("Our reference", order.internalReference);
        lines(paper, order, format);
        totals(paper, order, format);
        return paper.note("Notes", order.notes)
                .note("", supplier.map(Supplier::orderInstructions).orElse(null));
    }

    private static @Nullable String standing(PurchaseOrderStatus status) {
        return switch (status) {
            case DRAFT, PENDING_APPROVAL, APPROVED -> "This order has not been sent.";
            case CANCELLED -> "This order was cancelled.";
            case ORDERED, PARTIAL_RECEIVED, RECEIVED, CLOSED -> null;
        };
    }

    private static List<String> party(PurchaseOrder order, Optional<Supplier> supplier) {
        var lines = new ArrayList<String>();
        lines.add(order.supplierName);
        supplier.ifPresent(known -> lines.addAll(known.addressLines()));
        return lines;
    }

    private static List<@Nullable String> shipTo(PurchaseOrder order, OrganizationProfile organization) {
        List<@Nullable String> given = Arrays.asList(
                order.shipToName,
                order.shipToStreet1,
                order.shipToStreet2,
                town(order.shipToCity, order.shipToState, order.shipToPostcode),
                order.shipToCountry);
        if (order.shipToStreet1 != null || order.shipToCity != null) {
            return given;
        }
        OrganizationProfile.Address home = organization.address();
        return Arrays.asList(
                organization.legalName() == null ? organization.name() : organization.legalName(),
                home.line1(),
                home.line2(),
                town(home.city(), home.state(), home.postalCode()),
                home.countryCode());
    }

    private static String town(@Nullable String... parts) {
        return String.join(
                " ",
                Stream.of(parts).filter(part -> part != null && !part.isBlank()).toList());
    }

    private static void lines(BusinessDocument paper, PurchaseOrder order, Format format) {
        paper.table(
                "",
                Column.text("Item"),
                Column.amount("Quantity"),
                Column.amount("Price"),
                Column.amount("Discount"),
                Column.amount("Tax"),
                Column.amount("Amount"));
        for (PurchaseOrderItem item : order.lines()) {
            if (item.removed()) {
                continue;
            }
            paper.row(
                            item.productName,
                            format.number(item.quantity.stripTrailingZeros()) + " " + item.unitOfMeasure,
                            money(format, order, item.unitPrice),
                            item.discountPercent.signum() == 0 ? "" : format.percent(item.discountPercent),
                            format.percent(item.taxRate),
                            money(format, order, item.lineSubtotal))
                    .detail(item.supplierProductCode == null ? null : "Your code: " + item.supplierProductCode)
                    .detail(item.description)
                    .detail(item.notes);
        }
    }

    private static void totals(BusinessDocument paper, PurchaseOrder order, Format format) {
        paper.total("Goods", money(format, order, order.subtotal));
        if (order.discountAmount.signum() > 0) {
            paper.total("Discount", money(format, order, order.discountAmount.negate()));
        }
        if (order.shippingAmount.signum() > 0) {
            paper.total("Freight", money(format, order, order.shippingAmount));
        }
        paper.total("Tax", money(format, order, order.taxAmount))
                .grandTotal("Total", money(format, order, order.totalAmount));
    }

    private static String money(Format format, PurchaseOrder order, BigDecimal amount) {
        return format.money(amount, Currency.getInstance(order.currency()));
    }

    private static @Nullable String date(Format format, java.time.@Nullable LocalDate day) {
        return day == null ? null : format.date(day);
    }

    private static String words(String code) {
        return code.replace('_', ' ');
    }
}

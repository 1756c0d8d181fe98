package io.renoz.pipeline.quote;

import io.renoz.customers.api.ContactSummary;
import io.renoz.customers.api.PostalAddress;
import io.renoz.document.BusinessDocument;
import io.renoz.document.BusinessDocument.Column;
import io.renoz.document.PdfRenderer;
import io.renoz.format.Format;
import io.renoz.pipeline.Parties;
import io.renoz.pipeline.api.QuoteLineType;
import io.renoz.settings.api.DocumentTemplate;
import io.renoz.settings.api.DocumentTemplates;
import io.renoz.settings.api.OrganizationDirectory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Quotes as they are sent: on paper. The same version makes the same bytes. */
@Component(service = Papers.class)
public final class Papers {

    static final String TYPE = "quote";

    private final PdfRenderer renderer;
    private final DocumentTemplates templates;
    private final OrganizationDirectory organizations;
    private final Parties parties;

    @Activate
    public Papers(
            @Reference PdfRenderer renderer,
            @Reference DocumentTemplates templates,
            @Reference OrganizationDirectory organizations,
            @Reference Parties parties) {
        this.renderer = renderer;
        this.templates = templates;
        this.organizations = organizations;
        this.parties = parties;
    }

    /**
     * The PDF of a version.
     *
     * @param dated when it was sent; when it was changed last, of a draft
     */
    byte[] pdf(Quote quote, QuoteVersion version, Instant dated) {
        DocumentTemplate template = templates.find(TYPE);
        Format format = organizations.current().format().in(template.language());
        return renderer.render(template.document(paper(quote, version, format), "", dated))
                .bytes();
    }

    BusinessDocument paper(Quote quote, QuoteVersion version, Format format) {
        var currency = Currency.getInstance(quote.currency);
        var paper = BusinessDocument.titled("Quote " + quote.quoteNumber)
                .remark(quote.title)
                .remark(version.status == QuoteVersionStatus.DRAFT ? "Draft: this is no offer yet." : null)
                .party("For", recipient(quote))
                .party("Site", address(quote.siteAddressId))
                .fact("Date", format.longDate(quote.quoteDate))
                .fact("Valid until", quote.validUntil == null ? null : format.longDate(quote.validUntil))
                .fact("Version", String.valueOf(version.versionNumber))
                .fact("Your reference", quote.customerPoNumber)
                .note("", version.introText);
        lines(paper, version, format, currency);
        sums(paper, version, format, currency);
        if (version.depositPercent != null && version.depositPercent.signum() > 0) {
            paper.note("Deposit", format.percent(version.depositPercent) + " of the total with your acceptance.");
        }
        return paper.note("", version.closingText).terms(quote.terms);
    }

    private List<@Nullable String> recipient(Quote quote) {
        var lines = new ArrayList<@Nullable String>();
        lines.add(quote.customerName);
        if (quote.contactId != null) {
            lines.add(parties.contact(quote.contactId).map(ContactSummary::name).orElse(null));
        }
        lines.addAll(address(quote.billingAddressId));
        return lines;
    }

    private List<@Nullable String> address(@Nullable UUID id) {
        return id == null ? List.of() : parties.address(id).map(Papers::lines).orElse(List.of());
    }

    private static List<@Nullable String> lines(PostalAddress address) {
        var lines = new ArrayList<@Nullable String>();
        lines.add(address.attention());
        lines.add(address.street1());
        lines.add(address.street2());
        lines.add(String.join(" ", address.city(), address.state() == null ? "" : address.state(), address.postcode()));
        lines.add(address.country());
        return lines;
    }

    private static void lines(BusinessDocument paper, QuoteVersion version, Format format, Currency currency) {
        paper.table(
                "",
                Column.amount("#"),
                Column.text("Item"),
                Column.amount("Quantity"),
                Column.amount("Price"),
                Column.amount("Discount"),
                Column.amount("Amount"));
        for (QuoteItem item : version.inOrder()) {
            if (item.lineType == QuoteLineType.SECTION) {
                paper.section(item.description);
            } else if (item.lineType == QuoteLineType.NOTE) {
                paper.across(item.description);
            } else {
                String unit = item.unitOfMeasure == null ? "" : " " + item.unitOfMeasure;
                paper.row(
                                String.valueOf(item.lineNumber),
                                item.description,
                                format.number(item.quantity) + unit,
                                format.money(item.unitPrice, currency),
                                discount(item, format, currency),
                                format.money(item.lineSubtotal, currency))
                        .detail(item.counted() ? null : "Optional, not part of the total")
                        .detail(item.sku)
                        .detail(item.notes);
            }
        }
    }

    private static String discount(QuoteItem item, Format format, Currency currency) {
        var parts = new ArrayList<String>();
        if (item.discountPercent != null && item.discountPercent.signum() > 0) {
            parts.add(format.percent(item.discountPercent));
        }
        if (item.discountAmount != null && item.discountAmount.signum() > 0) {
            parts.add(format.money(item.discountAmount, currency));
        }
        return String.join(" + ", parts);
    }

    private static void sums(BusinessDocument paper, QuoteVersion version, Format format, Currency currency) {
        paper.total("Subtotal", format.money(version.subtotal, currency));
        if (version.discountAmount.signum() > 0) {
            paper.total("Discount", format.money(version.discountAmount.negate(), currency));
        }
        if (version.shippingAmount.signum() > 0) {
            paper.total("Freight", format.money(version.shippingAmount, currency));
        }
        paper.total("Tax", format.money(version.taxAmount, currency))
                .grandTotal("Total", format.money(version.total, currency));
        if (version.optionalTotal.signum() > 0) {
            paper.total("Options not chosen, without tax", format.money(version.optionalTotal, currency));
        }
    }
}

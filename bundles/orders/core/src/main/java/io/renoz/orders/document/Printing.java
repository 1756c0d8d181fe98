package io.renoz.orders.document;

import io.renoz.document.BusinessDocument;
import io.renoz.document.PdfRenderer;
import io.renoz.format.Format;
import io.renoz.orders.fulfilment.OrderShipment;
import io.renoz.orders.fulfilment.Serials;
import io.renoz.orders.order.OrderView;
import io.renoz.settings.api.DocumentTemplate;
import io.renoz.settings.api.DocumentTemplates;
import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.settings.api.OrganizationProfile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes the PDF of a paper in the organization's look and language. Same data, same bytes. */
@Component(service = Printing.class)
public final class Printing {

    private final OrganizationDirectory organizations;
    private final DocumentTemplates templates;
    private final PdfRenderer renderer;
    private final Serials serials;

    @Activate
    public Printing(
            @Reference OrganizationDirectory organizations,
            @Reference DocumentTemplates templates,
            @Reference PdfRenderer renderer,
            @Reference Serials serials) {
        this.organizations = organizations;
        this.templates = templates;
        this.renderer = renderer;
        this.serials = serials;
    }

    byte[] print(OrderView order, DocumentKind kind, Optional<OrderShipment> shipment) {
        OrganizationProfile organization = organizations.current();
        DocumentTemplate template = templates.find(kind.template());
        Format format = organization.format().in(template.language());
        Map<UUID, List<String>> units = serials.ofOrder(order.id());
        BusinessDocument paper = shipment.map(
                        one -> GoodsPapers.of(kind, order, one, format, serials.ofShipment(one.id())))
                .orElseGet(() -> kind == DocumentKind.PICK_LIST
                        ? GoodsPapers.pickList(order, format, units)
                        : MoneyPapers.of(kind, order, format, units));
        return renderer.render(template.document(paper, code(order, kind), dated(order, kind, shipment, organization)))
                .bytes();
    }

    private static String code(OrderView order, DocumentKind kind) {
        return kind == DocumentKind.INVOICE
                ? Objects.requireNonNullElse(order.invoiceNumber(), "")
                : order.orderNumber();
    }

    private static Instant dated(
            OrderView order, DocumentKind kind, Optional<OrderShipment> shipment, OrganizationProfile organization) {
        if (kind == DocumentKind.INVOICE && order.invoiceDate() != null) {
            return order.invoiceDate().atStartOfDay(organization.timezone()).toInstant();
        }
        return shipment.map(OrderShipment::made).orElse(order.updatedAt());
    }
}

package io.renoz.suppliers.purchase.order;

import io.renoz.data.Tables;
import io.renoz.rest.Download;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.util.UUID;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/suppliers/purchase-orders/{id}/pdf} */
@Component
@Path("purchase-orders/{id}/pdf")
public final class PdfResource implements Resource {

    private final Tables tables;
    private final OrderPaper paper;

    @Activate
    public PdfResource(@Reference(target = "(domain=suppliers)") Tables tables, @Reference OrderPaper paper) {
        this.tables = tables;
        this.paper = paper;
    }

    @GET
    @Summary("The order as PDF")
    public Download pdf(@PathParam("id") UUID id) {
        PurchaseOrder order = tables.require(PurchaseOrder.class, id);
        return Download.of(order.printedNumber().replace(' ', '-') + ".pdf", "application/pdf", paper.pdf(order))
                .shown();
    }
}

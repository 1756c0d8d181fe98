package io.renoz.pipeline.quote;

import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.data.Page;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/pipeline/quotes/{quote}/lines}: those of the current version. */
@Component
@Path("quotes/{parent}/lines")
public final class LineResource implements Resource {

    /** All lines of the draft, in their order. */
    public record Lines(@NotNull @Size(max = 500) List<@Valid @NotNull LineInput> lines) {
        public Lines {
            lines = lines == null ? List.of() : new ArrayList<>(lines);
        }
    }

    private final Tables tables;
    private final QuoteRows quotes;
    private final Drafting drafting;
    private final Rows<QuoteItem, Void, LineView> items;

    @Activate
    public LineResource(
            @Reference(target = "(domain=pipeline)") Tables tables,
            @Reference QuoteRows quotes,
            @Reference Drafting drafting) {
        this.tables = tables;
        this.quotes = quotes;
        this.drafting = drafting;
        this.items = tables.of(QuoteItem.class)
                .within("quoteVersionId", QuoteVersion.class)
                .filter("productId", "isOptional")
                .sort("lineNumber")
                .viewed(LineView.class, LineView::of);
    }

    @GET
    public Page<LineView> list(@PathParam("parent") UUID parent, @Context ListQuery query) {
        QuoteVersion current = quotes.current(tables.require(Quote.class, parent));
        return items.within(current.id()).list(query);
    }

    @PUT
    @Summary("Replaces the lines of the draft version, priced anew where no price is given")
    @Answers("version-frozen")
    public QuoteView replace(@PathParam("parent") UUID parent, Lines lines) {
        return quotes.change(parent, (quote, current) -> drafting.replaceLines(quote, current, lines.lines));
    }

    @Override
    public Map<String, Offer> offers() {
        return Map.of("list", items.offer());
    }
}

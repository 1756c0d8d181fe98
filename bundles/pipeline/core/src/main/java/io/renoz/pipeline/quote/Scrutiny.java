package io.renoz.pipeline.quote;

import io.renoz.pipeline.PipelineSettings;
import io.renoz.pipeline.Values;
import io.renoz.settings.api.SettingsReader;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** PIP-13: which offers go out only with somebody's approval. */
@Component(service = Scrutiny.class)
public final class Scrutiny {

    private final SettingsReader settings;

    @Activate
    public Scrutiny(@Reference SettingsReader settings) {
        this.settings = settings;
    }

    /** What an organization lets pass, in percent. */
    record Limits(BigDecimal mostDiscount, BigDecimal leastMargin) {}

    Limits limits() {
        return new Limits(
                settings.getDecimal(PipelineSettings.CATEGORY, PipelineSettings.MAX_DISCOUNT),
                settings.getDecimal(PipelineSettings.CATEGORY, PipelineSettings.MIN_MARGIN));
    }

    /** Whether the discount is too high, a line too cheap, or the margin too low. */
    static boolean needed(QuoteVersion version, Map<UUID, BigDecimal> floors, Limits limits) {
        return discounted(version, limits.mostDiscount)
                || version.lines.stream()
                        .filter(QuoteItem::counted)
                        .anyMatch(item -> item.productId != null && below(item, floors.get(item.productId)))
                || (version.marginPercent != null && version.marginPercent.compareTo(limits.leastMargin) < 0);
    }

    /** The discounts of the lines and of the whole, against what all of it costs without them. */
    private static boolean discounted(QuoteVersion version, BigDecimal most) {
        BigDecimal gross = version.lines.stream()
                .filter(QuoteItem::counted)
                .map(item -> Values.cents(item.quantity.multiply(item.unitPrice)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal discount = gross.subtract(version.net());
        return discount.multiply(Values.HUNDRED).compareTo(gross.multiply(most)) > 0;
    }

    private static boolean below(QuoteItem item, @Nullable BigDecimal floor) {
        return floor != null && item.lineSubtotal.compareTo(Values.cents(floor.multiply(item.quantity))) < 0;
    }
}

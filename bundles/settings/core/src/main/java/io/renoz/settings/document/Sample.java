package io.renoz.settings.document;

import io.renoz.document.PdfDocument;
import io.renoz.format.Format;
import io.renoz.settings.api.DocumentTemplate;
import io.renoz.settings.api.OrganizationProfile;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A document of made-up content, to show a look. */
final class Sample {

    private static final String CONTENT = """
            {{#remarks}}<p class="muted">{{.}}</p>{{/remarks}}
            <p>{{date}}</p>
            <table>
              <thead><tr><th>Item</th><th class="amount">Quantity</th><th class="amount">Price</th>
                <th class="amount">Amount</th></tr></thead>
              {{#lines}}<tr><td>{{item}}</td><td class="amount">{{quantity}}</td><td class="amount">{{price}}</td>
                <td class="amount">{{amount}}</td></tr>{{/lines}}
              <tr class="total"><td>Total</td><td></td><td></td><td class="amount">{{total}}</td></tr>
            </table>
            {{#terms}}<p class="terms">{{terms}}</p>{{/terms}}
            """;

    private Sample() {}

    static PdfDocument of(
            DocumentTemplate template, OrganizationProfile organization, Clock clock, List<String> remarks) {
        Format format = organization.format().in(template.language());
        String name = template.documentType().replace('_', ' ');
        String title = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + " SAMPLE-1";
        return template.document(
                title,
                CONTENT,
                Map.of(
                        "remarks", remarks,
                        "date", format.longDate(organization.today(clock)),
                        "lines",
                                List.of(
                                        line(format, "First sample item", "2", "1249.50"),
                                        line(format, "Second sample item", "1.5", "80")),
                        "total", format.money(new BigDecimal("2619"))),
                title,
                organization.today(clock).atStartOfDay(organization.timezone()).toInstant());
    }

    private static Map<String, String> line(Format format, String item, String quantity, String price) {
        var count = new BigDecimal(quantity);
        var each = new BigDecimal(price);
        return Map.of(
                "item", item,
                "quantity", format.number(count),
                "price", format.money(each),
                "amount", format.money(each.multiply(count)));
    }
}

package io.renoz.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/** From a chance to a statement, and from a shortage to stock that is valued: one story in several parts. */
@DisplayName("The day of a company")
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class CompanyDayIT {

    private final Tenant tenant = Tenant.whole();
    private final Client admin = tenant.admin();
    private final Company company = new Company(tenant);

    private static BigDecimal money(JsonNode record, String name) {
        return record.path(name).decimalValue();
    }

    private JsonNode read(String path) {
        return admin.get(path).expect(200).body();
    }

    @Test
    @Order(1)
    void quotesWhatItOffers() {
        company.offers();
        company.stocks();
        company.quotes();

        JsonNode quote = read("pipeline/quotes/" + company.quote);
        assertThat(quote.path("status").asText()).isEqualTo("accepted");
        assertThat(money(quote, "total")).isEqualByComparingTo("2145.00"); // (800 + 900 + 250) and 10 percent
        assertThat(read("pipeline/opportunities/" + company.opportunity)
                        .path("stage")
                        .asText())
                .isEqualTo("won");
        assertThat(read("pipeline/quotes/" + company.quote + "/versions").path("items"))
                .hasSize(2);
    }

    @Test
    @Order(2)
    void sellsWhatWasQuotedAndSetsTheStockAside() {
        company.sells();

        JsonNode order = company.order();
        assertThat(order.path("status").asText()).isEqualTo("confirmed");
        assertThat(money(order, "total")).isEqualByComparingTo("2145.00");
        assertThat(order.path("quoteId").asText()).isEqualTo(company.quote);
        assertThat(read("inventory/reservations?demandId=" + company.order).path("items"))
                .hasSize(2);
        admin.ifMatch(admin.get("orders/orders/" + company.order).etag())
                .post("orders/orders/" + company.order + "/confirm", "{}")
                .expectProblem(409, "invalid-transition");
    }

    @Test
    @Order(3)
    void deliversInParts() {
        company.ships();

        assertThat(company.order().path("status").asText()).isEqualTo("delivered");
        assertThat(company.onHand(company.panel, company.warehouse)).isEqualByComparingTo("4");
        assertThat(company.onHand(company.inverter, company.warehouse)).isEqualByComparingTo("1");
        // six at 60.00 went first, then two at 63.00
        assertThat(company.worth(company.panel))
                .allSatisfy(value -> assertThat(value).isEqualByComparingTo("252.00"));
        assertThat(read("inventory/reservations?status=active&demandId=" + company.order)
                        .path("items"))
                .isEmpty();
    }

    @Test
    @Order(4)
    void isPaidAPartAndCreditsAnother() {
        company.isPaid();
        company.credits();

        JsonNode order = company.order();
        assertThat(order.path("invoiceNumber").asText()).startsWith("INV-");
        assertThat(money(order, "paidAmount")).isEqualByComparingTo("1000.00");
        assertThat(money(order, "creditedAmount")).isEqualByComparingTo("110.00");
        assertThat(money(order, "balanceDue")).isEqualByComparingTo("1035.00");
        assertThat(order.path("paymentStatus").asText()).isEqualTo("partial");
    }

    @Test
    @Order(5)
    void statesWhatIsOwed() {
        LocalDate today = LocalDate.now(ZoneId.of("Australia/Sydney")).plusDays(1);
        Answer statement = admin.post(
                        "financial/statements", """
                        {"customerId": "%s", "startDate": "%s", "endDate": "%s"}""".formatted(company.customer, today.minusDays(30), today))
                .expect(201);

        assertThat(money(statement.body(), "closingBalance")).isEqualByComparingTo("1035.00");
        assertThat(read("financial/reports/ar-aging?customerId=" + company.customer)
                        .toString())
                .contains("1035.0");
    }

    @Test
    @Order(6)
    void buysWhatRunsLow() {
        company.buys();

        JsonNode purchase = read("suppliers/purchase-orders/" + company.purchase);
        assertThat(purchase.path("status").asText()).isEqualTo("partial_received");
        assertThat(money(purchase, "subtotal")).isEqualByComparingTo("1160.00");
        assertThat(company.onHand(company.panel, company.warehouse)).isEqualByComparingTo("16");
        assertThat(company.worth(company.panel))
                .allSatisfy(value -> assertThat(value).isEqualByComparingTo("948.00")); // 252 and twelve at 58.00
    }

    @Test
    @Order(7)
    void movesAndCountsWhatItHas() {
        company.moves();
        assertThat(company.onHand(company.panel, company.van)).isEqualByComparingTo("3");
        assertThat(company.worth(company.panel))
                .allSatisfy(value -> assertThat(value).isEqualByComparingTo("948.00"));

        company.counts();
        assertThat(company.onHand(company.panel, company.van)).isEqualByComparingTo("2");
        assertThat(company.worth(company.panel))
                .allSatisfy(value -> assertThat(value).isEqualByComparingTo("885.00")); // one at 63.00 is gone
    }

    @Test
    @Order(8)
    void hasItAllOnPaper() {
        String order = "orders/orders/" + company.order + "/documents/";
        for (String path : new String[] {
            order + "confirmation",
            order + "invoice",
            "pipeline/quotes/" + company.quote + "/document",
            "suppliers/purchase-orders/" + company.purchase + "/pdf"
        }) {
            Answer paper = admin.get(path).expect(200);
            assertThat(paper.header("Content-Type")).as(path).hasValueSatisfying(type -> assertThat(type)
                    .startsWith("application/pdf"));
        }
    }
}

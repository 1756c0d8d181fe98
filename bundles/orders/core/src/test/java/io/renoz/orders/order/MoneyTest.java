package io.renoz.orders.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.orders.api.OrderStatus;
import io.renoz.orders.api.PaymentStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest
    @DisplayName("ORD-19: how far an order of 100.00 is paid")
    @CsvSource({
        // received, refunded, credited, status of the order, due, expected
        "0, 0, 0, CONFIRMED, 2026-03-02, PENDING",
        "0, 0, 0, CONFIRMED, 2026-03-01, OVERDUE",
        "40, 0, 0, CONFIRMED, 2026-03-02, PARTIAL",
        "40, 0, 0, CONFIRMED, 2026-03-01, OVERDUE",
        "0, 0, 40, CONFIRMED, 2026-03-02, PARTIAL",
        "60, 0, 40, CONFIRMED, 2026-03-01, PAID",
        "120, 0, 0, DELIVERED, 2026-03-01, PAID",
        "0, 0, 100, CONFIRMED, 2026-03-01, PAID",
        "100, 100, 100, CONFIRMED, 2026-03-01, REFUNDED",
        "100, 100, 0, CONFIRMED, 2026-03-02, PENDING",
        "100, 100, 0, CONFIRMED, 2026-03-01, OVERDUE",
        "100, 100, 0, CANCELLED, 2026-03-01, REFUNDED",
        "0, 0, 0, CANCELLED, 2026-03-01, PENDING",
        "0, 0, 0, DRAFT, 2026-03-02, PENDING"
    })
    void status(
            BigDecimal received,
            BigDecimal refunded,
            BigDecimal credited,
            OrderStatus order,
            LocalDate due,
            PaymentStatus expected) {
        var money = new Money(received, refunded, credited);
        assertThat(money.status(order, new BigDecimal("100"), due, TODAY)).isEqualTo(expected);
    }
}

package io.renoz.financial.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.financial.api.InstallmentStatus;
import io.renoz.financial.api.PaymentPlanType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstalmentTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    @ParameterizedTest
    @DisplayName("FIN-12: paid in full, else overdue before today, due within the window, else pending")
    @CsvSource({
        "2026-03-09, 0, OVERDUE",
        "2026-03-09, 99.99, OVERDUE",
        "2026-03-09, 100, PAID",
        "2026-03-10, 0, DUE",
        "2026-03-17, 0, DUE",
        "2026-03-18, 0, PENDING",
        ", 0, PENDING",
        ", 100, PAID"
    })
    void follows(LocalDate due, BigDecimal paid, InstallmentStatus expected) {
        var instalment = new Instalment(new UUID(0, 1), PaymentPlanType.CUSTOM, 1, new BigDecimal("100.00"));
        instalment.dueDate = due;
        instalment.paid(paid, Instant.EPOCH);

        instalment.follow(TODAY, 7);

        assertThat(instalment.status).isEqualTo(expected);
        assertThat(instalment.follow(TODAY, 7)).isFalse();
    }
}

package io.renoz.pipeline.report;

import static io.renoz.pipeline.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.renoz.pipeline.Firm;
import io.renoz.pipeline.api.OpportunityStage;
import io.renoz.pipeline.api.Period;
import io.renoz.pipeline.api.PipelineSummary;
import io.renoz.pipeline.opportunity.DealExport;
import io.renoz.pipeline.opportunity.Moves.Move;
import io.renoz.pipeline.quote.QuoteExport;
import io.renoz.settings.api.ExportQuery;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReportIT {

    private static final LocalDate MARCH = LocalDate.parse("2026-03-01");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    private final Firm firm = new Firm();
    private final UUID price = firm.reason("\"name\": \"Price\", \"type\": \"loss\"");

    private void won(String more, @Nullable LocalDate on) {
        firm.move(firm.deal(more).id(), new Move(OpportunityStage.WON, null, null, null, null, on));
    }

    private void lost(String more, @Nullable String rival) {
        firm.move(firm.deal(more).id(), new Move(OpportunityStage.LOST, null, price, rival, null, null));
    }

    private PipelineSummary summary(LocalDate from, @Nullable UUID owner) {
        return firm.organization.read(() -> firm.figures.summary(new Period(from, TODAY), owner));
    }

    @Test
    @DisplayName("PIP-20: 7 won and 5 lost give 58.33; none give nothing")
    void countsWinsByTheDayOfTheirClose() {
        assertThat(summary(MARCH, null).winRate()).isNull();
        for (int i = 0; i < 7; i++) {
            won(", \"value\": 10", null);
        }
        for (int i = 0; i < 5; i++) {
            lost(", \"value\": 3", null);
        }
        won(", \"value\": 1000", LocalDate.parse("2026-02-28"));
        firm.deal(", \"value\": 200");

        PipelineSummary summary = summary(MARCH, null);

        assertThat(summary.won()).isEqualTo(7);
        assertThat(summary.wonValue()).isEqualByComparingTo("70");
        assertThat(summary.lost()).isEqualTo(5);
        assertThat(summary.lostValue()).isEqualByComparingTo("15");
        assertThat(summary.winRate()).isEqualTo(new BigDecimal("58.33"));
        assertThat(summary.open()).isEqualTo(1);
        assertThat(summary.weightedValue()).isEqualByComparingTo("20");
        assertThat(summary(LocalDate.parse("2026-02-01"), null).won()).isEqualTo(8);
        assertThat(summary(MARCH, firm.hired()).winRate()).isNull();
    }

    @Test
    @DisplayName("PIP-20: the report tells wins and losses by reason, competitor, source, owner and month")
    void tellsWhy() {
        UUID tess = firm.hired();
        won(", \"value\": 10, \"source\": \"referral\", \"assignedTo\": \"" + tess + "\"", null);
        won(", \"value\": 20, \"source\": \"website\"", LocalDate.parse("2026-02-10"));
        lost(", \"value\": 5, \"source\": \"website\"", "Volt");

        var report = firm.organization.read(() -> firm.winLoss.winLoss(null, null, null));

        assertThat(report.from()).isEqualTo("2025-04-01");
        assertThat(report.all().winRate()).isEqualByComparingTo("66.67");
        assertThat(report.byReason())
                .extracting(WinLossResource.Outcome::key, WinLossResource.Outcome::won, WinLossResource.Outcome::lost)
                .containsExactly(tuple("Price", 0L, 1L), tuple(null, 2L, 0L));
        assertThat(report.byCompetitor())
                .extracting(WinLossResource.Outcome::key)
                .containsExactly("Volt", null);
        assertThat(report.bySource())
                .extracting(WinLossResource.Outcome::key, outcome -> String.valueOf(outcome.winRate()))
                .containsExactly(tuple("referral", "100.00"), tuple("website", "50.00"));
        assertThat(report.byOwner()).extracting(WinLossResource.Outcome::key).containsExactly(tess.toString(), null);
        assertThat(report.byMonth())
                .extracting(WinLossResource.Outcome::key, WinLossResource.Outcome::won)
                .containsExactly(tuple("2026-02", 1L), tuple("2026-03", 1L));
        assertThat(firm.organization
                        .read(() -> firm.winLoss.winLoss(MARCH, TODAY, tess))
                        .all()
                        .won())
                .isEqualTo(1);
        assertThat(refusal(() -> firm.organization.read(() -> firm.winLoss.winLoss(TODAY, MARCH, null)))
                        .slug())
                .isEqualTo("invalid-parameter");
    }

    @Test
    @DisplayName("the forecast tells value and weighted value by month, stage and owner")
    void looksAhead() {
        UUID tess = firm.hired();
        firm.deal(", \"value\": 100, \"expectedCloseDate\": \"2026-04-03\", \"assignedTo\": \"" + tess + "\"");
        firm.deal(", \"value\": 50, \"expectedCloseDate\": \"2026-04-20\", \"assignedTo\": \"" + tess + "\"");
        firm.deal(", \"value\": 7");
        firm.deal(", \"value\": 9, \"expectedCloseDate\": \"2028-01-01\"");

        var forecast = firm.organization.read(() -> firm.forecast.forecast(null, null, null));

        assertThat(forecast.count()).isEqualTo(3);
        assertThat(forecast.value()).isEqualByComparingTo("157");
        assertThat(forecast.items())
                .extracting(ForecastResource.Bucket::month, ForecastResource.Bucket::assignedTo)
                .containsExactly(tuple("2026-04", tess), tuple(null, null));
        assertThat(forecast.items().get(0).weightedValue()).isEqualByComparingTo("15");
        assertThat(firm.organization
                        .read(() -> firm.forecast.forecast(null, null, tess))
                        .count())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("opportunities and quotes are written to files")
    void isExported() {
        firm.plainQuote(", \"opportunityId\": \"" + firm.deal("").id() + "\"");
        var tables = Firm.PLATFORM.tables("pipeline");
        var query = new ExportQuery(
                null,
                Instant.parse("2100-01-01T00:00:00Z"),
                Map.of(),
                List.of("id", "total", "title"),
                Optional.empty(),
                10);
        var written = new ArrayList<Map<String, ?>>();

        firm.organization.read(() -> new DealExport(tables).read(query, written::add));
        firm.organization.read(() -> new QuoteExport(tables).read(query, written::add));

        assertThat(written).hasSize(2);
        assertThat(String.valueOf(written.get(0).get("title"))).isEqualTo("Roof");
        assertThat((BigDecimal) written.get(1).get("total")).isEqualByComparingTo("110");
    }
}

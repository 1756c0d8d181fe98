package io.renoz.settings.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.settings.api.ImportField;
import io.renoz.settings.organization.Formats.DateFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CellsTest {

    private final Cells cells = new Cells(DateFormat.DAY_MONTH_YEAR, "1,234.56");

    private static ImportField field(ImportField.Type type) {
        return ImportField.of(type, "f", "F");
    }

    private Optional<Object> read(ImportField field, String cell) {
        return cells.read(field, cell).value();
    }

    private Optional<String> fault(ImportField field, String cell) {
        return cells.read(field, cell).code();
    }

    @Test
    @DisplayName("SET-21: dates read in the format of the import")
    void readsDates() {
        assertThat(read(field(ImportField.Type.DATE), "31/7/2026")).contains(LocalDate.of(2026, 7, 31));
        assertThat(fault(field(ImportField.Type.DATE), "31/02/2026")).contains("no-date");
        assertThat(new Cells(DateFormat.DOTTED, "1.234,56")
                        .read(field(ImportField.Type.DATE), "01.02.2026")
                        .value())
                .contains(LocalDate.of(2026, 2, 1));
    }

    @Test
    void readsNumbersAsTheOrganizationWritesThemAndAsProgramsDo() {
        var german = new Cells(DateFormat.DOTTED, "1.234,56");

        assertThat(read(field(ImportField.Type.DECIMAL), "1,234.50")).contains(new BigDecimal("1234.50"));
        assertThat(read(field(ImportField.Type.DECIMAL), "-7")).contains(new BigDecimal("-7"));
        assertThat(german.read(field(ImportField.Type.DECIMAL), "1.234,50").value())
                .contains(new BigDecimal("1234.50"));
        assertThat(german.read(field(ImportField.Type.DECIMAL), "1500.00").value())
                .contains(new BigDecimal("1500.00"));
        assertThat(new Cells(DateFormat.ISO, "1 234,56")
                        .read(field(ImportField.Type.DECIMAL), "1 234,50")
                        .value())
                .contains(new BigDecimal("1234.50"));
        assertThat(fault(field(ImportField.Type.DECIMAL), "12,34")).contains("no-number");
        assertThat(fault(field(ImportField.Type.INTEGER), "1.5")).contains("no-number");
        assertThat(read(field(ImportField.Type.INTEGER), "30")).contains(30);
    }

    @Test
    void readsFlagsChoicesAndTexts() {
        var choice = ImportField.choice("t", "T", List.of("non_profit", "business"));

        assertThat(read(field(ImportField.Type.FLAG), "Yes")).contains(true);
        assertThat(read(field(ImportField.Type.FLAG), "0")).contains(false);
        assertThat(fault(field(ImportField.Type.FLAG), "maybe")).contains("no-flag");
        assertThat(read(choice, "Non-Profit")).contains("non_profit");
        assertThat(fault(choice, "other")).contains("no-choice");
        assertThat(fault(ImportField.text("t", "T", 3), "four")).contains("too-long");
        assertThat(read(ImportField.text("t", "T", 3), " abc ")).contains("abc");
    }
}

package io.renoz.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every rule is held against a domain that breaks it, and one that does not. */
@DisplayName("A rule that is broken is told:")
class BrokenRulesTest {

    private static final JavaClasses BROKEN =
            new ClassFileImporter().importPackages("io.renoz.broken", "io.renoz.neighbour");
    private static final JavaClasses SOUND =
            new ClassFileImporter().importPackages("io.renoz.sound", "io.renoz.neighbour");

    private static void assertTold(Function<JavaClasses, ArchRule> rule, String... complaints) {
        List<String> told =
                rule.apply(BROKEN).evaluate(BROKEN).getFailureReport().getDetails();

        assertThat(told).hasSize(complaints.length);
        for (String complaint : complaints) {
            assertThat(told).anyMatch(detail -> detail.contains(complaint), complaint);
        }
        assertThat(rule.apply(SOUND).evaluate(SOUND).hasViolation()).isFalse();
    }

    @Test
    @DisplayName("1, an export that is no api")
    void exports() {
        assertTold(CodeRules::onlyApiPackagesAreExported, "io.renoz.broken.desk is exported");
    }

    @Test
    @DisplayName("2, the use of another domain's core")
    void domains() {
        assertTold(CodeRules::onlyTheApiOfOthersIsUsed, "calls constructor <io.renoz.neighbour.Ledger.<init>()>");
    }

    @Test
    @DisplayName("3, a package that is not @NullMarked")
    void nullMarked() {
        assertTold(
                CodeRules::everyPackageIsNullMarked,
                "io.renoz.broken.desk is not @NullMarked, see Desk",
                "io.renoz.broken.desk is not @NullMarked, see package-info");
    }

    @Test
    @DisplayName("4, references in fields, and fields that are not final")
    void components() {
        assertTold(
                CodeRules::componentsAreMadeWhole,
                "Desk.accounts is a reference",
                "Desk.accounts is not final",
                "Desk.count is not final");
    }

    @Test
    @DisplayName("5, a file of more than 400 lines")
    void lines(@TempDir Path folder) throws IOException {
        Path whole = Files.writeString(folder.resolve("Whole.java"), "\n".repeat(CodeRules.MOST_LINES));
        Path more = Files.writeString(folder.resolve("More.java"), "\n".repeat(CodeRules.MOST_LINES + 1));

        assertThat(CodeRules.tooLong(List.of(whole, more))).containsExactly(more + " has 401 lines");
    }

    @Test
    @DisplayName("6, sleeping, printing and dates without a clock")
    void sleepAndPrint() {
        assertTold(
                all -> CodeRules.nothingSleepsPrintsOrReadsItsOwnCalendar(),
                "java.lang.Thread.sleep(long)",
                "java.lang.System.out",
                "java.util.Date.<init>()",
                "java.time.LocalDate.now()");
    }

    @Test
    @DisplayName("6, floating point in a domain")
    void floatingPoint() {
        assertTold(CodeRules::noDomainCountsInFloatingPoint, "Desk.price is floating point");
    }
}

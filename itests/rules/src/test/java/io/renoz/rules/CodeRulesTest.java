package io.renoz.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** {@link BrokenRulesTest} shows that each of these can fail. */
@DisplayName("In all bundles")
class CodeRulesTest {

    private static final JavaClasses ALL = Code.classes();

    @Test
    @DisplayName("there is the code that the rules are for")
    void thereIsCode() {
        assertThat(Code.bundles()).hasSizeGreaterThanOrEqualTo(17);
        assertThat(ALL).hasSizeGreaterThan(500);
        assertThat(ALL.stream().flatMap(type -> Code.domain(type, ALL).stream()).distinct())
                .contains("activities", "settings", "users", "customers");
        assertThat(ALL.stream().map(JavaClass::getPackageName)).anyMatch(name -> name.startsWith("io.renoz.platform."));
    }

    @Test
    @DisplayName("rule 1: only packages called api, and the platform's published ones, are exported")
    void exports() {
        CodeRules.onlyApiPackagesAreExported(ALL).check(ALL);
    }

    @Test
    @DisplayName("rule 2: a domain uses the api of another and nothing else of it")
    void domains() {
        CodeRules.onlyTheApiOfOthersIsUsed(ALL).check(ALL);
    }

    @Test
    @DisplayName("rule 3: every package is @NullMarked")
    void nullMarked() {
        CodeRules.everyPackageIsNullMarked(ALL).check(ALL);
    }

    @Test
    @DisplayName("rule 4: references are parameters of the constructor, and fields of components are final")
    void components() {
        CodeRules.componentsAreMadeWhole(ALL).check(ALL);
    }

    @Test
    @DisplayName("rule 5: no file has more than 400 lines")
    void lines() {
        List<Path> sources = Code.sources();

        assertThat(sources).hasSizeGreaterThan(800);
        assertThat(CodeRules.tooLong(sources)).isEmpty();
    }

    @Test
    @DisplayName("rule 6: nothing sleeps, prints or reads a calendar without the clock")
    void sleepAndPrint() {
        CodeRules.nothingSleepsPrintsOrReadsItsOwnCalendar().check(ALL);
    }

    @Test
    @DisplayName("rule 6: no domain counts in floating point")
    void floatingPoint() {
        CodeRules.noDomainCountsInFloatingPoint(ALL).check(ALL);
    }
}

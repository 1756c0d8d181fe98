package io.renoz.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The page on security names the tests that show what it says. */
class SecurityPageTest {

    private static final Path ROOT = Path.of("../..");
    private static final Pattern TEST = Pattern.compile("\\b[A-Z]\\w+(?:Test|IT)\\b");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (?!Requirement|---).*$");

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/security.md"));
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java") || name.endsWith("IT.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    @DisplayName("names only tests that there are")
    void namesOnlyTestsThatThereAre() throws IOException {
        assertThat(TEST.matcher(page()).results().map(MatchResult::group))
                .isNotEmpty()
                .allMatch(tests()::contains);
    }

    @Test
    @DisplayName("names one for every requirement")
    void namesOneForEveryRequirement() throws IOException {
        assertThat(ROW.matcher(page()).results().map(MatchResult::group))
                .isNotEmpty()
                .allMatch(row -> TEST.matcher(row).find());
    }
}

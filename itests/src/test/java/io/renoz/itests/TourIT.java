package io.renoz.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Does what README.md tells its readers to do, letter by letter. */
@DisplayName("The tour in README.md")
class TourIT {

    private static final Path ROOT = Path.of(System.getProperty("renoz.root"));

    @Test
    void printsWhatItSays() throws Exception {
        RunningPlatform platform = RunningPlatform.shared();
        Tour tour = Tour.of(Files.readString(ROOT.resolve("README.md")));

        List<Tour.Step> steps = tour.run(
                ROOT,
                Map.of(
                        "RENOZ_URL", platform.url(),
                        "RENOZ_HOME", platform.home().toString(),
                        "RENOZ_HTTP_PORT", platform.url().replaceFirst(".*:", ""),
                        "RENOZ_OPERATOR_TOKEN", RunningPlatform.OPERATOR_TOKEN));

        assertThat(tour.lines()).as("lines between the marks of the tour").hasSizeGreaterThan(10);
        assertThat(steps).as("expectations in the tour").hasSizeGreaterThan(5);
        assertThat(steps).allSatisfy(step -> assertThat(step.printed()).contains(step.expected()));
    }
}

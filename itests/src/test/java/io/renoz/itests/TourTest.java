package io.renoz.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TourTest {

    private static final String TEXT = """
            ```sh
            echo not of the tour
            ```
            <!-- tour -->
            First:
            ```sh
            NAME=$WORLD
            echo "hello $NAME" \\
              again
            # => hello world again
            ```
            Then:
            ```sh
            echo "still $NAME"   # => still world
            ```
            ```json
            {"not": "shell"}
            ```
            <!-- /tour -->
            """;

    @Test
    void takesShellLinesBetweenItsMarks() {
        assertThat(Tour.of(TEXT).lines())
                .containsExactly(
                        "NAME=$WORLD",
                        "echo \"hello $NAME\" \\",
                        "  again",
                        "# => hello world again",
                        "echo \"still $NAME\"   # => still world");
    }

    @Test
    void runsThemInOneShellAndComparesWhatTheyPrint() throws Exception {
        List<Tour.Step> steps = Tour.of(TEXT).run(Path.of("."), Map.of("WORLD", "world"));

        assertThat(steps).hasSize(2).allMatch(Tour.Step::good);
    }

    @Test
    void seesWhatIsNotPrinted() throws Exception {
        List<Tour.Step> steps = Tour.of(TEXT).run(Path.of("."), Map.of("WORLD", "moon"));

        assertThat(steps).noneMatch(Tour.Step::good);
    }

    @Test
    void stopsAtALineThatFails() {
        Tour tour = Tour.of("<!-- tour -->\n```sh\nfalse | cat\necho on\n```\n<!-- /tour -->");

        assertThatThrownBy(() -> tour.run(Path.of("."), Map.of())).hasMessageContaining("ended with 1");
    }
}

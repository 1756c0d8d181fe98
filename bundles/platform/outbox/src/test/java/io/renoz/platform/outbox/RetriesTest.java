package io.renoz.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RetriesTest {

    @Test
    @DisplayName("PLT-07: 1, 5, 15, 30 and 60 seconds, then hourly, twelve times in all")
    void waitsLongerEachTime() {
        assertThat(IntStream.rangeClosed(1, 7).mapToObj(n -> Retries.after(n).toSeconds()))
                .containsExactly(1L, 5L, 15L, 30L, 60L, 3600L, 3600L);
        assertThat(Retries.MOST).isEqualTo(12);
    }
}

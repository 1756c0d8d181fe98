package io.renoz.platform.outbox.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class PatientTest {

    private final AtomicInteger asked = new AtomicInteger();

    private DataSource failing(int times, String state) {
        return (DataSource) Proxy.newProxyInstance(
                PatientTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (asked.incrementAndGet() <= times) {
                        throw new SQLException("no", state);
                    }
                    return null;
                });
    }

    @Test
    void waitsForADatabaseThatIsAway() throws Exception {
        Patient.of(failing(1, "08001"), new CountDownLatch(1)).getConnection();

        assertThat(asked).hasValue(2);
    }

    @Test
    void tellsOfAnythingElseAndWaitsForNothingAtTheEnd() {
        assertThatThrownBy(() ->
                        Patient.of(failing(9, "42P01"), new CountDownLatch(1)).getConnection())
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() ->
                        Patient.of(failing(9, "08001"), new CountDownLatch(0)).getConnection())
                .isInstanceOf(SQLException.class);
        assertThat(asked).hasValue(2);
    }
}

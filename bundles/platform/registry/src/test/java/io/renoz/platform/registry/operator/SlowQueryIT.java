package io.renoz.platform.registry.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.platform.registry.ScratchDatabase;
import io.renoz.platform.registry.operator.SlowQueryResource.SlowQuery;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlowQueryIT {

    @Test
    void tellsWhatTookLongAndNoneOfItsValues() {
        ScratchDatabase.define("select pg_sleep(0.05), 'the name of a customer' as slow_one");
        ScratchDatabase.execute("select 1 as quick_one");

        List<SlowQuery> slow =
                new SlowQueryResource(ScratchDatabase.databases()).list().items();

        assertThat(slow).anySatisfy(query -> {
            assertThat(query.query()).contains("slow_one").contains("$1").doesNotContain("customer");
            assertThat(query.role()).isEqualTo("renoz_owner");
            assertThat(query.meanMillis()).isBetween(50.0, 5_000.0);
            assertThat(query.calls()).isPositive();
        });
        assertThat(slow).noneMatch(query -> query.query().contains("quick_one"));
    }
}

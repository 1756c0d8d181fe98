package io.renoz.customers.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.customers.Shop;
import io.renoz.customers.Wire;
import io.renoz.customers.activity.ActivityResource.Input;
import io.renoz.customers.customer.CustomerView;
import io.renoz.users.api.NotificationRequest;
import io.renoz.users.api.NotificationType;
import io.renoz.users.api.Notifications;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RemindersIT {

    private final Shop shop = new Shop();
    private final CustomerView acme = shop.open("{\"name\": \"Acme\"}");
    private final Told told = new Told();
    private final Reminders reminders = new Reminders(Shop.PLATFORM.tables("customers"), told, shop.neighbours.clock);

    /** Remembers what was told. */
    private static final class Told implements Notifications {

        private final List<NotificationRequest> requests = new ArrayList<>();

        @Override
        public int notify(NotificationRequest request) {
            requests.add(request);
            return 1;
        }

        @Override
        public int withdraw(String dedupeKey) {
            return 0;
        }

        @Override
        public Set<String> told(UUID user, Collection<String> dedupeKeys) {
            return requests.stream()
                    .flatMap(request -> request.dedupeKey().stream())
                    .collect(Collectors.toSet());
        }
    }

    private void plan(String type, Instant at, @Nullable UUID user) {
        shop.in(() -> shop.activities.create(Wire.read(
                "{\"customerId\": \"" + acme.id() + "\", \"activityType\": \"" + type
                        + "\", \"description\": \"about the roof\", \"scheduledAt\": \"" + at + "\""
                        + (user == null ? "" : ", \"assignedTo\": \"" + user + "\"") + "}",
                Input.class)));
    }

    private void run() {
        shop.in(() -> reminders.run(Optional.empty()));
    }

    @Test
    void remindOnceWhenTheTimeHasCome() {
        UUID anna = shop.hired();
        Instant now = shop.neighbours.clock.instant();
        plan("call", now.plus(Duration.ofHours(1)), anna);
        plan("meeting", now.plus(Duration.ofHours(2)), anna);
        plan("meeting", now.plus(Duration.ofHours(1)), null);
        plan("meeting", now.minus(Duration.ofDays(3)), anna);
        run();
        assertThat(told.requests).isEmpty();
        shop.neighbours.clock.forward(Duration.ofHours(1));
        run();
        run();

        assertThat(told.requests).singleElement().satisfies(request -> {
            assertThat(request.type()).isEqualTo(NotificationType.CALL_REMINDER);
            assertThat(request.users()).containsExactly(anna);
            assertThat(request.title()).isEqualTo("Due now: about the roof");
            assertThat(request.entity()).map(NotificationRequest.Entity::type).contains("customer_activity");
        });
        shop.neighbours.clock.forward(Duration.ofHours(1));
        run();
        assertThat(told.requests).hasSize(2);
    }
}

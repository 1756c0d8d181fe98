package io.renoz.users.notification;

import static io.renoz.users.Refusals.assertRefused;
import static io.renoz.users.Workbench.TABLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.data.Ids;
import io.renoz.data.ListQuery;
import io.renoz.data.Page;
import io.renoz.job.JobScheduler;
import io.renoz.mail.MailMessage;
import io.renoz.mail.Mailer;
import io.renoz.problem.Problem;
import io.renoz.users.Workbench;
import io.renoz.users.api.DelegationScope;
import io.renoz.users.api.NotificationPriority;
import io.renoz.users.api.NotificationRequest;
import io.renoz.users.api.NotificationType;
import io.renoz.users.delegation.DelegationResource;
import io.renoz.users.group.GroupResource;
import io.renoz.users.group.MemberResource;
import io.renoz.users.notification.NotificationResource.Reading;
import io.renoz.users.notification.NotificationResource.Until;
import io.renoz.users.notification.NotificationResource.View;
import io.renoz.users.preference.Preferences;
import io.renoz.users.user.UserResource.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NotificationsIT {

    private final Workbench bench = new Workbench();
    private final UUID anna = bench.member("anna@acme.example", "sales");
    private final UUID ben = bench.member("ben@acme.example", "viewer");
    private final UUID cid = bench.member("cid@acme.example");

    private final List<Instant> asked = new ArrayList<>();
    private final List<MailMessage> mails = new ArrayList<>();
    private final JobScheduler jobs = new JobScheduler() {
        @Override
        public void runNow(String name) {
            runAt(name, bench.clock().instant());
        }

        @Override
        public void runAt(String name, Instant moment) {
            assertThat(name).isEqualTo("users.send-notification-mails");
            asked.add(moment);
        }
    };
    private final Mailer mailer = new Mailer() {
        @Override
        public UUID send(MailMessage message) {
            if (message.to().address().startsWith("ben")) {
                throw Problem.invalid("to", "Ben's letter box is nailed up.");
            }
            mails.add(message);
            return Ids.next();
        }

        @Override
        public boolean isConfigured() {
            return true;
        }

        @Override
        public String link(String path) {
            return "https://renoz.example/" + path;
        }
    };
    private final Postman postman =
            new Postman(TABLES, new Preferences(TABLES), bench.organizations, mailer, jobs, bench.clock());
    private final Audience audience = new Audience(TABLES, bench.access, bench.groups, bench.standIns, new Kinds());
    private final Bell bell = new Bell(TABLES, audience, postman);
    private final NotificationMails job = new NotificationMails(TABLES, postman);
    private final NotificationResource resource = new NotificationResource(TABLES, bench.clock());

    NotificationsIT() {
        bench.turnOrdersOn();
    }

    private static NotificationRequest request() {
        return NotificationRequest.of("orders", NotificationType.ORDER, "Order 7", "Order 7 was confirmed.");
    }

    private int tell(NotificationRequest request) {
        return bench.system(() -> bell.notify(request));
    }

    private Page<View> bellOf(UUID user, String... filter) {
        Map<String, String> filters = filter.length == 0 ? Map.of() : Map.of(filter[0], filter[1]);
        var query = new ListQuery(50, Optional.empty(), Optional.empty(), filters, false);
        return bench.as(user, null, () -> resource.list(query));
    }

    private void choose(UUID user, String choice) {
        bench.run(() -> TABLES.entities()
                .createNativeQuery("insert into users.user_preferences (organization_id, user_id, category, key, value)"
                        + " values (?1, ?2, 'users', 'notification_mails', cast(?3 as jsonb))")
                .setParameter(1, bench.organization)
                .setParameter(2, user)
                .setParameter(3, "\"" + choice + "\"")
                .executeUpdate());
    }

    @Test
    @DisplayName("USR-20: a notification reaches only active users who may read the record it names")
    void reachesWhoMayRead() {
        UUID gone = bench.member("gone@acme.example", "sales");
        bench.as(bench.owner, null, () -> bench.users.suspend(gone, new Reason("x")), "*");
        NotificationRequest request =
                request().toUsers(Set.of(anna, ben, cid, gone)).about("order", UUID.randomUUID(), "7");

        assertThat(tell(request)).isEqualTo(2);
        assertThat(bellOf(anna).items()).hasSize(1);
        assertThat(bellOf(ben).items()).hasSize(1);
        assertThat(bellOf(cid).items()).isEmpty();
        bench.turnOrdersOff();
        assertThat(tell(request)).isZero();
        assertThat(tell(request().toUser(cid))).isEqualTo(1);
        assertThat(tell(request().toUser(anna).about("pallet", UUID.randomUUID(), null)))
                .as("a kind of record that nobody knows")
                .isZero();
    }

    @Test
    @DisplayName("USR-20: a user is not told of what they did themselves")
    void doesNotTellWhoDidIt() {
        assertThat(bench.as(anna, null, () -> bell.notify(request().toUsers(Set.of(anna, ben)))))
                .isEqualTo(1);
        assertThat(bellOf(anna).items()).isEmpty();
    }

    @Test
    @DisplayName("USR-20: groups with those within, and holders of a permission, are told once each")
    void reachesGroupsAndHolders() {
        var groups = new GroupResource(TABLES, bench.groups);
        var members = new MemberResource(TABLES, bench.groups, bench.clock());
        UUID outer =
                bench.system(() -> groups.add(List.of(new GroupResource.Input("outer", null, null, null, null, true)))
                        .get(0)
                        .id());
        UUID inner =
                bench.system(() -> groups.add(List.of(new GroupResource.Input("inner", null, null, null, outer, true)))
                        .get(0)
                        .id());
        bench.run(() -> members.add(inner, List.of(new MemberResource.Input(cid, null))));

        assertThat(tell(request().toGroups(Set.of(outer)).toUser(cid))).isEqualTo(1);
        assertThat(tell(request().toHoldersOf("orders.write"))).isEqualTo(2);
        assertThat(bellOf(bench.owner).items()).hasSize(1);
        assertThat(bellOf(anna).items()).hasSize(1);
    }

    @Test
    @DisplayName("USR-20: with a dedupe key an unread notification is replaced, a read one is not")
    void replacesWhatIsUnread() {
        tell(request().toUsers(Set.of(anna, ben)).once("order:7"));
        View first = bellOf(anna).items().get(0);
        tell(request().toUser(anna).once("order:7"));
        View second = bellOf(anna).items().get(0);
        assertThat(bellOf(anna).items()).hasSize(1);
        assertThat(second.id()).isNotEqualTo(first.id());
        bench.as(anna, null, () -> resource.read(second.id(), new Reading(null)));
        tell(request().toUser(anna).once("order:7"));
        assertThat(bellOf(anna).items()).hasSize(2);

        assertThat(bench.system(() -> bell.told(anna, List.of("order:7", "order:8"))))
                .containsExactly("order:7");
        assertThat(bench.system(() -> bell.withdraw("order:7"))).isEqualTo(2);
        assertThat(bellOf(anna).items()).hasSize(1);
        assertThat(bellOf(ben).items()).isEmpty();
    }

    @Test
    @DisplayName("USR-20: rows appear with the sender's transaction, and not at all when that fails")
    void appearsWithTheTransaction() {
        assertThatThrownBy(() -> bench.system(() -> {
                    bell.notify(request().toUser(anna));
                    throw Problem.transition("no");
                }))
                .isInstanceOf(Problem.class);
        assertThat(bellOf(anna).items()).isEmpty();
    }

    @Test
    @DisplayName("USR-17: who stands in gets a copy that names for whom")
    void copiesToStandIns() {
        var delegations = new DelegationResource(TABLES, bench.standIns, bench.clock());
        Instant now = bench.clock().instant();
        bench.as(
                anna,
                null,
                () -> delegations.add(List.of(new DelegationResource.Input(
                        null, ben, now, now.plus(Duration.ofDays(2)), DelegationScope.NOTIFICATIONS, null))));

        assertThat(tell(request().toUser(anna).about("order", UUID.randomUUID(), "7")))
                .isEqualTo(2);
        assertThat(bellOf(ben).items())
                .singleElement()
                .extracting(View::onBehalfOf)
                .isEqualTo(anna);
        assertThat(bench.as(ben, null, () -> bell.notify(request().toUser(anna))))
                .as("no copy of one's own doing")
                .isEqualTo(1);
        assertThat(tell(request().toUsers(Set.of(anna, ben)))).as("each once").isEqualTo(2);
    }

    @Test
    @DisplayName(
            "USR-20, USR-21: mails go at once unless their user wants none; a failed one sets failed and undoes nothing")
    void mailsAtOnce() {
        choose(cid, "off");
        tell(request().toUsers(Set.of(anna, ben, cid)));
        assertThat(asked).containsExactly(bench.clock().instant());
        assertThat(bellOf(anna).items().get(0).status()).isEqualTo(NotificationStatus.PENDING);
        assertThat(bellOf(cid).items().get(0).status()).isEqualTo(NotificationStatus.SENT);
        assertThat(bench.system(() -> job.run(Optional.empty()))).isEmpty();

        assertThat(mails).singleElement().satisfies(mail -> {
            assertThat(mail.to().address()).isEqualTo("anna@acme.example");
            assertThat(mail.subject()).isEqualTo("Order 7");
            assertThat(mail.text()).contains("Order 7 was confirmed.");
        });
        assertThat(bellOf(anna).items().get(0).emailSentAt()).isNotNull();
        assertThat(bellOf(ben).items().get(0)).satisfies(failed -> {
            assertThat(failed.status()).isEqualTo(NotificationStatus.FAILED);
            assertThat(failed.failureReason()).contains("nailed up");
        });
        assertThat(bellOf(cid).items().get(0).emailSentAt()).isNull();
        bench.system(() -> job.run(Optional.empty()));
        assertThat(mails).as("once").hasSize(1);
    }

    @Test
    @DisplayName("USR-20: what was read before its mail went is not mailed")
    void doesNotMailWhatWasRead() {
        tell(request().toUser(anna));
        bench.as(anna, null, () -> resource.readAll(new Until(null)));
        bench.system(() -> job.run(Optional.empty()));

        assertThat(mails).isEmpty();
    }

    @Test
    @DisplayName(
            "USR-20, USR-21: a digest goes at 08:00 of the user's zone, with all of the day; urgent ones go at once")
    void mailsInTheMorning() {
        bench.run(() -> TABLES.entities()
                .createNativeQuery("update users.users set timezone = 'Asia/Kathmandu'"
                        + " where organization_id = ?1 and id = ?2")
                .setParameter(1, bench.organization)
                .setParameter(2, anna)
                .executeUpdate());
        choose(anna, "daily_digest");
        tell(request().toUser(anna));
        tell(request().toUser(anna));
        Instant morning = asked.get(0);
        assertThat(morning.atOffset(ZoneOffset.UTC).toLocalTime()).hasToString("02:15");
        assertThat(morning)
                .isBetween(bench.clock().instant(), bench.clock().instant().plus(Duration.ofDays(1)));
        bench.system(() -> job.run(Optional.empty()));
        assertThat(mails).isEmpty();
        assertThat(asked).as("asks again from within its run").hasSize(3).containsOnly(morning);
        tell(request().toUser(anna).pressing(NotificationPriority.URGENT));
        bench.system(() -> job.run(Optional.empty()));
        assertThat(mails).hasSize(1);
        bench.pass(Duration.between(bench.clock().instant(), morning));
        bench.system(() -> job.run(Optional.empty()));

        assertThat(mails).hasSize(2);
        assertThat(mails.get(1).subject()).isEqualTo("2 notifications from Acme");
    }

    @Test
    void areReadUnreadAndDismissed() {
        tell(request().toUser(anna));
        tell(request().toUser(anna));
        assertThat(bellOf(anna).counts()).containsEntry("unread", 2L);
        View view = bellOf(anna).items().get(0);
        assertThat(bench.as(anna, null, () -> resource.read(view.id(), new Reading(true)))
                        .readAt())
                .isNotNull();
        assertThat(bellOf(anna).counts()).containsEntry("unread", 1L);
        assertThat(bellOf(anna, "unread", "false").items()).extracting(View::id).containsExactly(view.id());
        assertThat(bench.as(anna, null, () -> resource.read(view.id(), new Reading(false)))
                        .status())
                .isEqualTo(NotificationStatus.SENT);
        bench.as(anna, null, () -> resource.dismiss(view.id()));

        assertThat(bellOf(anna).items()).hasSize(1);
        assertThat(bellOf(anna, "status", "dismissed").items()).hasSize(1);
        assertRefused("invalid-transition", () -> bench.as(anna, null, () -> resource.dismiss(view.id())));
        assertRefused(
                "invalid-transition", () -> bench.as(anna, null, () -> resource.read(view.id(), new Reading(true))));
        assertRefused("not-found", () -> bench.as(ben, null, () -> resource.get(view.id())));
        assertRefused("not-found", () -> bench.as(ben, null, () -> resource.dismiss(view.id())));
        assertThat(bench.as(
                                anna,
                                null,
                                () -> resource.readAll(new Until(Instant.now().minus(Duration.ofDays(1)))))
                        .count())
                .isZero();
        assertThat(bench.as(anna, null, () -> resource.readAll(new Until(null))).count())
                .isEqualTo(1);
        assertThat(bellOf(anna).counts()).containsEntry("unread", 0L);
    }

    @Test
    void areKeptForHalfAYear() {
        var purge = new NotificationPurge(TABLES, bench.settings, bench.clock());
        tell(request().toUser(anna));
        bench.pass(Duration.ofDays(179));
        bench.system(() -> purge.run(Optional.empty()));
        assertThat(bellOf(anna).items()).hasSize(1);
        bench.pass(Duration.ofDays(2));
        bench.system(() -> purge.run(Optional.empty()));

        assertThat(bellOf(anna).items()).isEmpty();
    }
}

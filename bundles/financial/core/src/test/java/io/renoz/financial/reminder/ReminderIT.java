package io.renoz.financial.reminder;

import static io.renoz.financial.Office.PLATFORM;
import static io.renoz.financial.Refusals.assertInvalid;
import static io.renoz.financial.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.ListQuery;
import io.renoz.financial.Office;
import io.renoz.financial.Sales.Sold;
import io.renoz.financial.Together;
import io.renoz.financial.Wire;
import io.renoz.financial.plan.PlanInput;
import io.renoz.financial.reminder.Ladder.LeftOut;
import io.renoz.financial.reminder.ReminderResource.Send;
import io.renoz.mail.MailMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReminderIT {

    private final Office office = new Office();
    private final UUID customer = office.sales.customer("Acme");
    private final String mailbox = customer + "@example.com";

    @BeforeEach
    void enable() {
        office.organization.run(office.policy::prepare);
        office.organization.run(office.policy::prepare);
        office.neighbours.modulesOn.add("communications");
        set("{\"isEnabled\":true,\"sendHour\":12}");
        step(7);
        step(14);
    }

    private void set(String json) {
        int version = office.organization.read(office.reminderSettings::get).version();
        office.organization
                .ifMatch(version)
                .call(() -> office.reminderSettings.update(Wire.patch(json, ReminderSettingsResource.Input.class)));
    }

    private ReminderTemplateResource.View step(int days) {
        return office.in(() -> office.steps
                .create(Wire.read(
                        "{\"name\":\"%s days\",\"daysOverdue\":%s,\"subject\":\"{{orderNumber}} is due\",\"body\":\"Pay {{balanceDue}}, {{daysOverdue}} days late\"}"
                                .formatted(days, days),
                        ReminderTemplateResource.Input.class))
                .body());
    }

    /** An order that is due so many days ago. */
    private Sold late(int days, String total) {
        return office.sales.issued(customer, office.today().minusDays(30L + days), total);
    }

    private List<Candidate> candidates() {
        return office.organization.read(() -> office.reminding.candidates(null)).items();
    }

    private Candidate candidate(Sold order) {
        return candidates().stream()
                .filter(one -> one.orderId().equals(order.id()))
                .findFirst()
                .orElseThrow();
    }

    private void run() {
        Optional<String> from = Optional.empty();
        do {
            Optional<String> page = from;
            from = office.in(() -> office.reminderJob.run(page));
        } while (from.isPresent());
    }

    private List<MailMessage> mails() {
        return PLATFORM.mailed().stream()
                .filter(mail -> mail.to().address().equals(mailbox))
                .toList();
    }

    private List<ReminderHistoryResource.View> history(Sold order) {
        return office.organization.read(() -> office.reminders.list(ListQuery.first(50))).items().stream()
                .filter(one -> one.orderId().equals(order.id()))
                .toList();
    }

    private ReminderResource.Sent send(@Nullable UUID template, UUID... orders) {
        return office.in(() -> office.reminding.send(new Send(List.of(orders), template)));
    }

    @Test
    @DisplayName("FIN-13: candidates are issued orders that are late enough, with the step or why there is none")
    void listsCandidates() {
        Sold late = late(8, "100.00");
        Sold small = late(8, "4.99");
        Sold fresh = late(-1, "100.00");
        Sold draft = office.sales.draft(customer, "100.00");
        Sold cancelled = late(8, "100.00");
        office.sales.set(
                cancelled.id(),
                "status = 'cancelled', cancelled_at = ?::timestamptz",
                office.books.now().toString());

        assertThat(candidate(late).ladderDays()).isEqualTo(7);
        assertThat(candidate(small).leftOut()).isEqualTo(LeftOut.BELOW_MIN_BALANCE);
        assertThat(candidate(fresh).leftOut()).isEqualTo(LeftOut.NO_STEP_REACHED);
        assertThat(candidates()).extracting(Candidate::orderId).doesNotContain(draft.id(), cancelled.id());
    }

    @Test
    @DisplayName("FIN-13: with a plan, lateness counts from the oldest unpaid instalment")
    void countsFromInstalments() {
        Sold order = late(20, "100.00");
        office.in(() -> office.plan.create(
                order.id(),
                Wire.read(
                        "{\"planType\":\"monthly\",\"count\":2,\"firstDate\":\"%s\"}"
                                .formatted(office.today().minusDays(9)),
                        PlanInput.class)));

        assertThat(candidate(order).daysOverdue()).isEqualTo(9);
        assertThat(candidate(order).ladderDays()).isEqualTo(7);
    }

    @Test
    @DisplayName("FIN-14: one step goes out once, whatever runs, and a second run the same day sends nothing")
    void sendsAStepOnce() {
        office.neighbours.contact(customer, mailbox);
        Sold order = late(8, "100.00");

        run();
        run();

        assertThat(mails()).hasSize(1);
        assertThat(mails().get(0).subject()).endsWith("is due");
        assertThat(mails().get(0).text()).isEqualTo("Pay $100.00, 8 days late");
        assertThat(history(order)).hasSize(1).allSatisfy(one -> {
            assertThat(one.deliveryStatus()).isEqualTo(ReminderDeliveryStatus.QUEUED);
            assertThat(one.ladderDays()).isEqualTo(7);
            assertThat(one.recipientEmail()).isEqualTo(mailbox);
            assertThat(one.isManualSend()).isFalse();
        });
        assertThat(candidate(order).leftOut()).isEqualTo(LeftOut.STEP_SENT);
        office.neighbours.clock.forwardDays(7);
        run();
        assertThat(history(order))
                .extracting(ReminderHistoryResource.View::ladderDays)
                .contains(7, 14);
    }

    @Test
    @DisplayName("FIN-14: two runs at once send one mail")
    void sendsOnceAtOnce() throws Exception {
        office.neighbours.contact(customer, mailbox);
        late(8, "100.00");

        Together.run(
                () -> office.in(() -> office.reminderJob.run(Optional.empty())),
                () -> office.in(() -> office.reminderJob.run(Optional.empty())));

        assertThat(mails()).hasSize(1);
    }

    @Test
    @DisplayName("FIN-14: without anybody to write to it is recorded as skipped, once, and does not count as sent")
    void skipsWithoutRecipients() {
        Sold order = late(8, "100.00");

        run();
        run();

        assertThat(history(order)).hasSize(1).allSatisfy(one -> {
            assertThat(one.deliveryStatus()).isEqualTo(ReminderDeliveryStatus.SKIPPED);
            assertThat(one.deliveryError()).contains("e-mail");
        });
        assertThat(candidate(order).remindersSent()).isZero();
    }

    @Test
    @DisplayName("FIN-14: a payment that arrives between choosing and sending is seen")
    void readsTheBalanceAgain() {
        office.neighbours.contact(customer, mailbox);
        Sold order = late(8, "100.00");
        Candidate chosen = candidate(order);
        office.pay(order.id(), "99.00");

        Optional<Reminder> sent = office.in(() -> office.sending.send(chosen, stored(chosen.templateId()), false));

        assertThat(sent).isEmpty();
        assertThat(mails()).isEmpty();
    }

    private static ReminderTemplate stored(@Nullable UUID step) {
        return PLATFORM.tables("financial").require(ReminderTemplate.class, Objects.requireNonNull(step));
    }

    @Test
    @DisplayName(
            "FIN-13, FIN-14: it runs at its hour, on weekdays, while it is enabled and the organization writes at all")
    void runsAtItsHour() {
        office.neighbours.contact(customer, mailbox);
        late(8, "100.00");

        office.neighbours.clock.forward(Duration.ofHours(1));
        run();
        office.neighbours.clock.forward(Duration.between(office.books.now(), Instant.parse("2026-03-07T01:00:00Z")));
        run(); // a Saturday
        set("{\"sendOnWeekends\":true,\"isEnabled\":false}");
        run();
        set("{\"isEnabled\":true}");
        office.neighbours.modulesOn.remove("communications");
        run();
        assertThat(mails()).isEmpty();
        office.neighbours.modulesOn.add("communications");
        run();

        assertThat(mails()).hasSize(1);
    }

    @Test
    void sendsByHandWhatIsOverdue() {
        Sold order = late(8, "100.00");
        Sold fresh = late(-5, "100.00");
        office.neighbours.modulesOn.remove("communications");
        assertRefused(() -> send(null, order.id())).isEqualTo("module-disabled");
        office.neighbours.modulesOn.add("communications");
        assertRefused(() -> send(null, order.id())).isEqualTo("no-recipient");
        office.neighbours.contact(customer, mailbox);
        assertRefused(() -> send(null, fresh.id())).isEqualTo("not-overdue");
        assertInvalid(() -> send(null, UUID.randomUUID())).isEqualTo("/orderIds/0");
        assertRefused(() -> send(null, order.id(), fresh.id())).isEqualTo("not-overdue");
        assertThat(mails()).isEmpty();

        assertThat(send(null, order.id()).items()).hasSize(1);

        assertThat(mails()).hasSize(1);
        assertThat(history(order))
                .allSatisfy(one -> assertThat(one.isManualSend()).isTrue());
        assertRefused(() -> send(null, order.id())).isEqualTo("duplicate");
    }

    @Test
    void keepsTheNameOfAStepThatIsDeleted() {
        office.neighbours.contact(customer, mailbox);
        Sold order = late(8, "100.00");
        run();
        UUID step = Objects.requireNonNull(history(order).get(0).templateId());

        office.organization.run(() -> office.steps.delete(step));

        assertThat(history(order)).allSatisfy(one -> {
            assertThat(one.templateId()).isNull();
            assertThat(one.templateName()).isEqualTo("7 days");
        });
    }

    @Test
    void givesAStepItsDayWhereNoneIsSaid() {
        String json = "{\"name\":\"%s\",\"subject\":\"S\",\"body\":\"B\"}";
        var first = office.in(() -> office.steps
                .create(Wire.read(json.formatted("A"), ReminderTemplateResource.Input.class))
                .body());

        assertThat(first.daysOverdue()).isEqualTo(21);
        assertInvalid(() -> Wire.read(
                        "{\"name\":\"X\",\"subject\":\"{{what}}\",\"body\":\"B\"}",
                        ReminderTemplateResource.Input.class))
                .isEqualTo("/subject");
        assertInvalid(() -> set("{\"defaultTemplateId\":\"%s\"}".formatted(UUID.randomUUID())))
                .isEqualTo("/defaultTemplateId");
    }
}

package io.renoz.pipeline.opportunity;

import static io.renoz.pipeline.Refusals.assertInvalid;
import static io.renoz.pipeline.Refusals.assertRefused;
import static io.renoz.pipeline.Refusals.refusal;
import static io.renoz.pipeline.api.OpportunityStage.LOST;
import static io.renoz.pipeline.api.OpportunityStage.NEGOTIATION;
import static io.renoz.pipeline.api.OpportunityStage.NEW;
import static io.renoz.pipeline.api.OpportunityStage.PROPOSAL;
import static io.renoz.pipeline.api.OpportunityStage.QUALIFIED;
import static io.renoz.pipeline.api.OpportunityStage.WON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.renoz.data.ListQuery;
import io.renoz.pipeline.Firm;
import io.renoz.pipeline.Numbers;
import io.renoz.pipeline.Together;
import io.renoz.pipeline.api.NewOpportunity;
import io.renoz.pipeline.api.OpportunityStage;
import io.renoz.pipeline.api.SourceRef;
import io.renoz.pipeline.opportunity.Moves.Move;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OpportunityIT {

    private final Firm firm = new Firm();

    private List<StageChange> history(UUID id) {
        return firm.organization.read(() -> Firm.PLATFORM
                .tables("pipeline")
                .entities()
                .createQuery(
                        "select h from StageChange h where h.opportunityId = :id order by h.changedAt, h.id",
                        StageChange.class)
                .setParameter("id", id)
                .getResultList());
    }

    private Move lose(UUID reason) {
        return new Move(LOST, null, reason, null, "Too dear", null);
    }

    @Test
    @DisplayName("the module brings its sequences")
    void bringsItsSequences() {
        firm.numbers.beforeEnable();

        assertThat(firm.neighbours.registered).containsExactly(Numbers.OPPORTUNITY, Numbers.QUOTE);
        assertThat(Numbers.QUOTE.pattern()).isEqualTo("{prefix}-{yyyy}-{seq:5}");
    }

    @Test
    @DisplayName("PIP-04: creation writes the first row of the history, in the stage new")
    void beginsNew() {
        OpportunityView made = firm.deal(", \"value\": 1000");

        assertThat(made.opportunityNumber()).startsWith("OPP-2026-");
        assertThat(made.stage()).isEqualTo(NEW);
        assertThat(made.probability()).isEqualByComparingTo("10");
        assertThat(made.weightedValue()).isEqualByComparingTo("100");
        assertThat(firm.deal(made.id())).isEqualTo(made);
        assertThat(history(made.id())).singleElement().satisfies(first -> {
            assertThat(first.fromStage).isNull();
            assertThat(first.toStage).isEqualTo(NEW);
            assertThat(first.secondsInFromStage).isNull();
        });
        assertThat(firm.told(made.id())).containsExactly("pipeline.opportunity.created");
        assertThat(firm.neighbours.openValues.get(firm.customer)).isEqualByComparingTo("1000");
    }

    @Test
    @DisplayName("PIP-04: a move writes one row with the seconds spent in the old stage; the same stage writes none")
    void remembersWhereItWas() {
        OpportunityView made = firm.deal(", \"value\": 12345.67");
        firm.neighbours.clock.forward(Duration.ofSeconds(90));

        OpportunityView moved = firm.move(made.id(), Move.to(QUALIFIED));
        firm.move(made.id(), Move.to(QUALIFIED));

        assertThat(moved.probability()).isEqualByComparingTo("30");
        assertThat(moved.weightedValue()).isEqualByComparingTo("3703.70");
        assertThat(moved.stageChangedAt()).isAfter(made.stageChangedAt());
        assertThat(history(made.id())).hasSize(2).last().satisfies(row -> {
            assertThat(row.fromStage).isEqualTo(NEW);
            assertThat(row.toStage).isEqualTo(QUALIFIED);
            assertThat(row.secondsInFromStage).isEqualTo(90);
        });
        assertThat(firm.told(made.id())).contains("pipeline.opportunity.stage-changed");
    }

    @Test
    @DisplayName("PIP-04: nobody changes or deletes what was written of the stages")
    void keepsItsHistory() {
        UUID id = firm.deal("").id();

        assertThatThrownBy(() -> firm.organization.sql(
                        "pipeline",
                        "update pipeline.opportunity_stage_history set to_stage = 'won' where opportunity_id = ?",
                        id))
                .isNotNull();
        assertThatThrownBy(() -> firm.organization.sql(
                        "pipeline", "delete from pipeline.opportunity_stage_history where opportunity_id = ?", id))
                .isNotNull();
        assertThat(history(id)).singleElement().satisfies(row -> assertThat(row.toStage)
                .isEqualTo(NEW));
    }

    @Test
    @DisplayName("PIP-01: open stages lead anywhere; won and lost are left by reopen only")
    void movesOverTheBoard() {
        UUID id = firm.deal("").id();

        for (OpportunityStage stage : List.of(NEGOTIATION, NEW, PROPOSAL, QUALIFIED)) {
            assertThat(firm.move(id, Move.to(stage)).stage()).isEqualTo(stage);
        }
        firm.move(id, Move.to(WON));

        var problem = refusal(() -> firm.move(id, Move.to(NEW)));
        assertThat(problem.slug()).isEqualTo("invalid-transition");
        assertThat(problem.members()).containsEntry("from", "won").containsEntry("to", "new");
        UUID reason = firm.reason("\"name\": \"Price\", \"type\": \"loss\"");
        assertRefused(() -> firm.move(id, lose(reason))).isEqualTo("invalid-transition");
    }

    @Test
    @DisplayName("PIP-01: the move needs If-Match; of two who move the same card one gets 412")
    void isMovedByOneAtATime() throws Exception {
        OpportunityView made = firm.deal("");

        assertRefused(() -> firm.organization.call(() -> firm.opportunities.move(made.id(), Move.to(WON))))
                .isEqualTo("precondition-required");
        var sameCard = firm.organization.ifMatch(made.version());
        int done = Together.run(
                () -> sameCard.call(() -> firm.opportunities.move(made.id(), Move.to(PROPOSAL))),
                () -> sameCard.call(() -> firm.opportunities.move(made.id(), Move.to(NEGOTIATION))));

        assertThat(done).isEqualTo(1);
        assertRefused(() -> sameCard.call(() -> firm.opportunities.move(made.id(), Move.to(WON))))
                .isEqualTo("precondition-failed");
        assertThat(history(made.id())).hasSize(2);
    }

    @Test
    @DisplayName("PIP-02: a caller may know better, except of what is won or lost")
    void takesTheCallersProbability() {
        UUID id = firm.deal(", \"value\": 200").id();

        OpportunityView moved = firm.move(id, new Move(PROPOSAL, new BigDecimal("75.5"), null, null, null, null));

        assertThat(moved.probability()).isEqualByComparingTo("75.5");
        assertThat(moved.weightedValue()).isEqualByComparingTo("151");
        assertInvalid(() -> firm.move(id, new Move(WON, new BigDecimal("90"), null, null, null, null)))
                .isEqualTo("/probability");
        firm.move(id, Move.to(WON));
        assertInvalid(() -> firm.patchDeal(id, "{\"probability\": 50}")).isEqualTo("/probability");
        assertThat(firm.patchDeal(id, "{\"title\": \"Still won\"}").probability())
                .isEqualByComparingTo("100");
    }

    @Test
    @DisplayName("PIP-03: the weighted value follows value and probability")
    void isWeighedAnew() {
        UUID id = firm.deal(", \"value\": 100").id();

        assertThat(firm.patchDeal(id, "{\"value\": 12345.67, \"probability\": 30}")
                        .weightedValue())
                .isEqualByComparingTo("3703.70");
        assertThat(firm.patchDeal(id, "{\"probability\": null}").weightedValue())
                .as("that of the stage again")
                .isEqualByComparingTo("1234.57");
        assertThat(firm.neighbours.openValues.get(firm.customer)).isEqualByComparingTo("12345.67");
    }

    @Test
    @DisplayName("PIP-05: losing needs an active reason of its type, and the competitor where the reason asks for it")
    void losesForAReason() {
        UUID id = firm.deal("").id();
        UUID win = firm.reason("\"name\": \"Best\", \"type\": \"win\"");
        UUID old = firm.reason("\"name\": \"Old\", \"type\": \"loss\", \"isActive\": false");
        UUID rival = firm.reason("\"name\": \"Rival\", \"type\": \"loss\", \"requiresCompetitor\": true");

        assertRefused(() -> firm.move(id, Move.to(LOST))).isEqualTo("reason-required");
        assertInvalid(() -> firm.move(id, lose(win))).isEqualTo("/winLossReasonId");
        assertInvalid(() -> firm.move(id, lose(old))).isEqualTo("/winLossReasonId");
        assertRefused(() -> firm.move(id, lose(rival))).isEqualTo("competitor-required");
        firm.move(id, Move.to(PROPOSAL));

        OpportunityView lost = firm.move(id, new Move(LOST, null, rival, "Volt Ltd", null, null));

        assertThat(lost.probability()).isEqualByComparingTo("0");
        assertThat(lost.lostFromStage()).isEqualTo(PROPOSAL);
        assertThat(lost.competitorName()).isEqualTo("Volt Ltd");
        assertThat(lost.actualCloseDate()).isEqualTo("2026-03-02");
        assertThat(firm.told(id)).contains("pipeline.opportunity.lost");
    }

    @Test
    @DisplayName("PIP-05: it is closed today unless another day is given, never one to come")
    void isClosedOnADay() {
        UUID id = firm.deal(", \"value\": 70").id();

        assertInvalid(() -> firm.move(id, new Move(WON, null, null, null, null, LocalDate.parse("2026-03-03"))))
                .isEqualTo("/actualCloseDate");
        OpportunityView won = firm.move(id, new Move(WON, null, null, null, null, LocalDate.parse("2026-02-27")));

        assertThat(won.actualCloseDate()).isEqualTo("2026-02-27");
        assertThat(won.weightedValue()).isEqualByComparingTo("70");
        assertThat(firm.told(id)).contains("pipeline.opportunity.won");
        assertThat(firm.neighbours.openValues.get(firm.customer)).isEqualByComparingTo("0");
    }

    @Test
    @DisplayName("PIP-06: a lost one reopens where it was lost, a won one in negotiation unless there is an order")
    void isOpenedAgain() {
        UUID reason = firm.reason("\"name\": \"Price\", \"type\": \"loss\"");
        UUID id = firm.deal("").id();
        assertRefused(() -> firm.organization.call(() -> firm.opportunities.reopen(id)))
                .isEqualTo("invalid-transition");
        firm.move(id, Move.to(QUALIFIED));
        firm.move(id, lose(reason));

        OpportunityView reopened = firm.organization.call(() -> firm.opportunities.reopen(id));

        assertThat(reopened.stage()).isEqualTo(QUALIFIED);
        assertThat(reopened.probability()).isEqualByComparingTo("30");
        assertThat(reopened.actualCloseDate()).isNull();
        assertThat(reopened.winLossReasonId()).isNull();
        assertThat(firm.told(id)).contains("pipeline.opportunity.reopened");

        firm.move(id, Move.to(WON));
        firm.organization.run(() -> firm.deals.ordered(id, UUID.randomUUID()));
        assertRefused(() -> firm.organization.call(() -> firm.opportunities.reopen(id)))
                .isEqualTo("order-exists");
    }

    @Test
    @DisplayName("people and places are the customer's, or those of its group")
    void knowsItsParties() {
        UUID other = firm.customer("Other");
        UUID stranger = firm.contact(other, null);

        assertInvalid(() -> firm.deal(", \"contactId\": \"" + stranger + "\"")).isEqualTo("/contactId");
        assertInvalid(() -> firm.deal(", \"siteAddressId\": \"" + UUID.randomUUID() + "\""))
                .isEqualTo("/siteAddressId");
        assertInvalid(() -> firm.deal(", \"assignedTo\": \"" + UUID.randomUUID() + "\""))
                .isEqualTo("/assignedTo");
        assertInvalid(() -> firm.patchDeal(firm.deal("").id(), "{\"customerId\": \"" + UUID.randomUUID() + "\"}"))
                .isEqualTo("/customerId");
        firm.neighbours.parents.put(firm.customer, other);
        assertThat(firm.deal(", \"contactId\": \"" + stranger + "\"").contactId())
                .isEqualTo(stranger);
    }

    @Test
    @DisplayName("the board has a column for each open stage, with sums and a page that goes on in the list")
    void showsTheBoard() {
        for (int i = 0; i < 3; i++) {
            firm.deal(", \"value\": 100");
        }
        firm.move(firm.deal(", \"value\": 50").id(), Move.to(PROPOSAL));
        firm.move(firm.deal(", \"value\": 9").id(), Move.to(WON));

        var board = firm.organization.read(() -> firm.board.board(null, 2));

        assertThat(board.columns())
                .extracting(BoardResource.Column::stage, BoardResource.Column::count)
                .containsExactly(tuple(NEW, 3L), tuple(QUALIFIED, 0L), tuple(PROPOSAL, 1L), tuple(NEGOTIATION, 0L));
        var column = board.columns().get(0);
        assertThat(column.value()).isEqualByComparingTo("300");
        assertThat(column.weightedValue()).isEqualByComparingTo("30");
        assertThat(column.items()).hasSize(2);
        var rest = firm.organization.read(() -> firm.opportunities.list(new ListQuery(
                10,
                Optional.ofNullable(column.next()),
                Optional.of("-stageChangedAt"),
                Map.of("stage", "new"),
                false)));
        assertThat(rest.items()).hasSize(1);
        assertThat(firm.organization
                        .read(() -> firm.board.board(UUID.randomUUID(), null))
                        .columns())
                .allSatisfy(one -> assertThat(one.items()).isEmpty());
    }

    @Test
    @DisplayName("another module's opportunity is made once for each source")
    void isMadeOnceForASource() throws Exception {
        var source = new SourceRef("web.form", UUID.randomUUID());
        var told = new NewOpportunity("Web", null, firm.customer, null, null, null, null, null, null, null);

        int made = Together.run(
                () -> firm.organization.call(() -> firm.directory.create(told, source)),
                () -> firm.organization.call(() -> firm.directory.create(told, source)));

        assertThat(made).isEqualTo(2);
        assertThat(firm.organization.read(() -> firm.directory.openOfCustomer(firm.customer)))
                .singleElement()
                .satisfies(open -> assertThat(firm.organization.read(() -> firm.directory.find(open.id())))
                        .contains(open));
    }

    @Test
    @DisplayName("customers may be merged and taken apart, and are named while it is there")
    void followsItsCustomer() {
        UUID id = firm.deal("").id();
        UUID other = firm.customer("Other");

        List<UUID> moved = firm.organization.call(() -> firm.dealCustomers.repoint(firm.customer, other));

        assertThat(moved).containsExactly(id);
        assertThat(firm.organization.read(() -> firm.dealCustomers.countReferences(other)))
                .isEqualTo(1);
        assertThat(firm.organization.call(() -> firm.dealCustomers.repointBack(other, firm.customer, moved)))
                .isEqualTo(1);
        assertThat(firm.deal(id).customerId()).isEqualTo(firm.customer);
        assertThat(firm.organization
                        .read(() -> firm.dealCustomers.contribute(firm.customer))
                        .counts())
                .containsEntry("open", 1);
    }

    @Test
    @DisplayName("follow-ups are told of once a morning")
    void tellsOfFollowUps() {
        UUID owner = firm.hired();
        UUID due = firm.deal(", \"followUpDate\": \"2026-03-02\", \"assignedTo\": \"" + owner + "\"")
                .id();
        UUID later = firm.deal(", \"followUpDate\": \"2026-03-03\"").id();

        assertThat(firm.organization.call(() -> firm.followUps.run(Optional.empty())))
                .isEmpty();

        assertThat(firm.told(due)).contains("pipeline.opportunity.follow-up-due");
        assertThat(firm.told(later)).doesNotContain("pipeline.opportunity.follow-up-due");
        assertThat(firm.neighbours.notified).singleElement().satisfies(one -> {
            assertThat(one.users()).containsExactly(owner);
            assertThat(one.dedupeKey()).hasValue("pipeline.follow-up:" + due + ":2026-03-02");
        });
    }

    @Test
    @DisplayName("work is given to somebody else as a whole")
    void changesHands() {
        UUID tess = firm.hired();
        UUID ann = firm.hired();
        UUID id = firm.deal(", \"assignedTo\": \"" + tess + "\"").id();

        assertThat(firm.organization.read(() -> firm.assignments.openAssignments(tess)))
                .singleElement()
                .satisfies(count -> assertThat(count.count()).isEqualTo(1));
        assertThat(firm.organization.call(() -> firm.assignments.reassign(tess, ann)))
                .isEqualTo(1);
        assertThat(firm.deal(id).assignedTo()).isEqualTo(ann);
    }
}

package io.renoz.suppliers.purchase;

import io.renoz.data.Ids;
import io.renoz.inventory.api.IssueCommand;
import io.renoz.inventory.api.Posting;
import io.renoz.inventory.api.ReceiveCommand;
import io.renoz.inventory.api.ReceiveLine;
import io.renoz.inventory.api.ReturnCommand;
import io.renoz.inventory.api.ShipCommand;
import io.renoz.inventory.api.StockPosting;
import io.renoz.inventory.api.SupplierReturnCommand;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Stock as far as suppliers posts to it. */
public final class Depot implements StockPosting {

    public final List<ReceiveCommand> received = new ArrayList<>();
    public final List<UUID> reversed = new ArrayList<>();

    /** Whether goods that came in have gone already. */
    public boolean gone;

    @Override
    public Posting receive(ReceiveCommand command) {
        for (int i = 0; i < command.lines().size(); i++) {
            if (command.lines().get(i).serials().contains("TWICE")) {
                throw Problem.of("serial-conflict", "TWICE is on hand already.")
                        .with(List.of(new Problem.FieldError("/lines/" + i + "/serials", "It is here.")));
            }
        }
        received.add(command);
        return new Posting(
                Ids.next(),
                command.lines().stream().map(ReceiveLine::totalCost).reduce(BigDecimal.ZERO, BigDecimal::add),
                List.of());
    }

    @Override
    public Posting reverse(UUID postingId, String reason) {
        if (gone) {
            throw Problem.of("insufficient-stock", "Goods are gone.");
        }
        reversed.add(postingId);
        return new Posting(Ids.next(), BigDecimal.ZERO, List.of());
    }

    @Override
    public Posting ship(ShipCommand command) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Posting issueToJob(IssueCommand command) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Posting receiveReturn(ReturnCommand command) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Posting returnToSupplier(SupplierReturnCommand command) {
        throw new UnsupportedOperationException();
    }
}

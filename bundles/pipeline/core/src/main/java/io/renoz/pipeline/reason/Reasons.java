package io.renoz.pipeline.reason;

import io.renoz.data.Ids;
import io.renoz.data.Tables;
import io.renoz.pipeline.Turns;
import io.renoz.problem.Problem;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The reasons that may be given. */
@Component(service = Reasons.class)
public final class Reasons {

    private final Tables tables;

    @Activate
    public Reasons(@Reference(target = "(domain=pipeline)") Tables tables) {
        this.tables = tables;
    }

    /**
     * PIP-05: refuses a reason that may not be given here.
     *
     * @param competitor who it is lost to, where that is known
     * @throws Problem {@code validation-failed} when it is none, is not in use any more or explains something else; {@code
     *     competitor-required}
     */
    public void require(UUID id, WinLossReasonType type, @Nullable String competitor) {
        WinLossReason reason = tables.find(WinLossReason.class, id)
                .filter(found -> found.type == type && found.isActive)
                .orElseThrow(() -> Problem.invalid("winLossReasonId", "There is no such active reason of this type."));
        if (reason.requiresCompetitor && competitor == null) {
            throw Problem.of("competitor-required", "The reason " + reason.name + " needs the name of the competitor.");
        }
    }

    /** PIP-15: the reason that is taken when nobody gives one, unless it could not be given here. */
    public Optional<UUID> standard(WinLossReasonType type, @Nullable String competitor) {
        return tables.entities()
                .createQuery(
                        "select r from WinLossReason r where r.type = :type and r.isDefault = true and r.isActive = true",
                        WinLossReason.class)
                .setParameter("type", type)
                .getResultStream()
                .filter(reason -> !reason.requiresCompetitor || competitor != null)
                .map(WinLossReason::id)
                .findFirst();
    }

    /** Makes room for another default of that type. */
    void withoutDefault(WinLossReasonType type) {
        withoutDefault(type, Ids.next());
    }

    /** The same, whoever is to be the next one aside. */
    void withoutDefault(WinLossReasonType type, UUID next) {
        Turns.take(tables, "default-reason:" + type);
        tables.entities()
                .createQuery(
                        "select r from WinLossReason r where r.type = :type and r.isDefault = true and r.id <> :next",
                        WinLossReason.class)
                .setParameter("type", type)
                .setParameter("next", next)
                .getResultList()
                .forEach(reason -> reason.isDefault = false);
    }
}

package io.renoz.suppliers.purchase.approval;

import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.settings.api.SettingsReader;
import io.renoz.suppliers.SuppliersSettings;
import io.renoz.users.api.UserDirectory;
import io.renoz.users.api.UserRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds people who can approve. */
@Component(service = Approvers.class)
public final class Approvers {

    private static final String ADMIN = "admin";

    private final Tables tables;
    private final UserDirectory users;
    private final SettingsReader settings;

    @Activate
    public Approvers(
            @Reference(target = "(domain=suppliers)") Tables tables,
            @Reference UserDirectory users,
            @Reference SettingsReader settings) {
        this.tables = tables;
        this.users = users;
        this.settings = settings;
    }

    /** SUP-07: whether people may approve what they asked for themselves. */
    public boolean selfAllowed() {
        return settings.getBoolean(SuppliersSettings.CATEGORY, SuppliersSettings.ALLOW_SELF_APPROVAL);
    }

    /**
     * SUP-06: one approver a level. Those who may not decide, since the order is theirs or another level is, are taken only where
     * there is nobody else.
     *
     * @param barred who made the order or submits it
     * @throws Problem {@code no-approver}
     */
    List<UUID> choose(Plan plan, Set<UUID> barred) {
        Map<UUID, Long> waiting = waiting();
        var chosen = new ArrayList<UUID>();
        for (int level = 1; level <= plan.levels(); level++) {
            var taken = new ArrayList<>(chosen);
            taken.addAll(barred);
            List<UserRef> matching = matching(plan.rule(), level, false);
            List<UserRef> second = plan.rule() == null ? List.of() : matching(plan.rule(), level, true);
            int wanted = level;
            UUID approver = idlest(matching, taken, waiting)
                    .or(() -> idlest(second, taken, waiting))
                    .or(() -> idlest(matching, List.of(), waiting))
                    .or(() -> idlest(second, List.of(), waiting))
                    .orElseThrow(() -> Problem.of("no-approver", "Nobody can approve level " + wanted + ".")
                            .with("level", wanted));
            waiting.merge(approver, 1L, Long::sum);
            chosen.add(approver);
        }
        return chosen;
    }

    /** SUP-08: whom a level goes to that was not decided in time; nobody who has it already. */
    Optional<UUID> escalation(@Nullable ApprovalRule rule, int level, Collection<UUID> barred) {
        return idlest(matching(rule, level, rule != null), barred, waiting());
    }

    /** Active users whom a rule names for a level; without a rule the admins. */
    private List<UserRef> matching(@Nullable ApprovalRule rule, int level, boolean escalation) {
        if (rule == null) {
            return users.withRole(ADMIN);
        }
        var found = new LinkedHashMap<UUID, UserRef>();
        List<RuleApprover> named = rule.of(level, escalation);
        named.stream()
                .map(approver -> approver.role)
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(role -> users.withRole(role).stream())
                .forEach(user -> found.put(user.id(), user));
        List<UUID> ids = named.stream()
                .map(approver -> approver.userId)
                .filter(Objects::nonNull)
                .toList();
        if (!ids.isEmpty()) {
            users.findAll(ids).values().stream().filter(UserRef::active).forEach(user -> found.put(user.id(), user));
        }
        return List.copyOf(found.values());
    }

    private static Optional<UUID> idlest(List<UserRef> users, Collection<UUID> barred, Map<UUID, Long> waiting) {
        return users.stream()
                .filter(user -> !barred.contains(user.id()))
                .min(Comparator.<UserRef, Long>comparing(user -> waiting.getOrDefault(user.id(), 0L))
                        .thenComparing(UserRef::name)
                        .thenComparing(user -> user.id().toString()))
                .map(UserRef::id);
    }

    /** How many approvals wait for whom. */
    private Map<UUID, Long> waiting() {
        var waiting = new HashMap<UUID, Long>();
        tables.entities()
                .createQuery(
                        "select a.approverId, count(a) from Approval a where a.status in :open group by a.approverId",
                        Object[].class)
                .setParameter("open", List.of(ApprovalStatus.PENDING, ApprovalStatus.ESCALATED))
                .getResultList()
                .forEach(row -> waiting.put((UUID) row[0], (Long) row[1]));
        return waiting;
    }
}

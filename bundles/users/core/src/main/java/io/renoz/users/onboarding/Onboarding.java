package io.renoz.users.onboarding;

import io.renoz.data.Tables;
import io.renoz.module.ModuleGate;
import io.renoz.problem.Problem;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The first steps of a new user; to be begun with the user. */
@Component(service = Onboarding.class)
public final class Onboarding {

    private final Tables tables;
    private final ModuleGate gate;

    @Activate
    public Onboarding(@Reference(target = "(domain=users)") Tables tables, @Reference ModuleGate gate) {
        this.tables = tables;
        this.gate = gate;
    }

    /** Lays the steps out for a user who has just been stored, by the keys of the user's roles. */
    public void begin(UUID user, Collection<String> roles) {
        FirstStep.of(roles).forEach(step -> tables.add(new Step(user, step)));
    }

    /** A user's steps, but those of modules that are off. */
    List<Step> of(UUID user) {
        return tables
                .entities()
                .createQuery("select s from Step s where s.userId = :user order by s.sortOrder", Step.class)
                .setParameter("user", user)
                .getResultList()
                .stream()
                .filter(this::on)
                .toList();
    }

    /**
     * A step of a user's.
     *
     * @throws Problem {@code unknown-step}
     */
    Step require(UUID user, String key) {
        return of(user).stream()
                .filter(step -> step.stepKey.equals(key))
                .findFirst()
                .orElseThrow(() -> Problem.of("unknown-step", "There is no step of that name among yours."));
    }

    private boolean on(Step step) {
        return FirstStep.find(step.stepKey)
                .flatMap(FirstStep::module)
                .map(gate::isEnabled)
                .orElse(true);
    }
}

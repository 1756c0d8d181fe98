package io.renoz.pipeline;

import io.renoz.module.ModuleLifecycle;
import io.renoz.settings.api.NumberSequences;
import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.settings.api.SequenceDeclaration;
import io.renoz.settings.api.SequenceReset;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The human numbers of opportunities and quotes, and the day they are given on. */
@Component(service = {Numbers.class, ModuleLifecycle.class})
public final class Numbers implements ModuleLifecycle {

    private static final String PATTERN = "{prefix}-{yyyy}-{seq:5}";

    public static final SequenceDeclaration OPPORTUNITY = new SequenceDeclaration(
            "pipeline.opportunity", "Opportunities", "OPP", PATTERN, SequenceReset.YEARLY, false);

    public static final SequenceDeclaration QUOTE =
            new SequenceDeclaration("pipeline.quote", "Quotes", "QUO", PATTERN, SequenceReset.YEARLY, false);

    private final NumberSequences sequences;
    private final OrganizationDirectory organizations;
    private final Clock clock;

    @Activate
    public Numbers(
            @Reference NumberSequences sequences,
            @Reference OrganizationDirectory organizations,
            @Reference Clock clock) {
        this.sequences = sequences;
        this.organizations = organizations;
        this.clock = clock;
    }

    @Override
    public void beforeEnable() {
        sequences.register(OPPORTUNITY);
        sequences.register(QUOTE);
    }

    /** As many numbers as are wanted, in few statements. */
    public List<String> next(SequenceDeclaration sequence, int count) {
        return count == 0 ? List.of() : sequences.next(sequence.key(), today(), count);
    }

    /** Today where the organization is. */
    public LocalDate today() {
        return organizations.current().today(clock);
    }
}

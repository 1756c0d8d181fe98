package io.renoz.inventory;

import io.renoz.settings.api.NumberSequences;
import io.renoz.settings.api.SequenceDeclaration;
import io.renoz.settings.api.SequenceReset;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The numbers of this module's documents. */
@Component(service = InventorySequences.class)
public final class InventorySequences {

    public static final String COUNT = "inventory.count";
    public static final String TRANSFER = "inventory.transfer";

    private static final String PATTERN = "{prefix}-{yyyy}-{seq:5}";

    static final List<SequenceDeclaration> ALL = List.of(
            new SequenceDeclaration(COUNT, "Stock counts", "CNT", PATTERN, SequenceReset.YEARLY, false),
            new SequenceDeclaration(TRANSFER, "Stock transfers", "TRF", PATTERN, SequenceReset.YEARLY, false));

    private final NumberSequences sequences;
    private final InventoryCalendar calendar;

    @Activate
    public InventorySequences(@Reference NumberSequences sequences, @Reference InventoryCalendar calendar) {
        this.sequences = sequences;
        this.calendar = calendar;
    }

    void register() {
        ALL.forEach(sequences::register);
    }

    /** The next numbers of a kind of documents, for as many as are made at once. */
    public List<String> next(String key, int count) {
        return count == 0 ? List.of() : sequences.next(key, calendar.today(), count);
    }
}

package com.example.pettycash.entry;

import io.renoz.module.ModuleLifecycle;
import io.renoz.settings.api.NumberSequences;
import io.renoz.settings.api.SequenceDeclaration;
import io.renoz.settings.api.SequenceReset;
import java.time.LocalDate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** PET-04: entries are numbered without gaps, anew each year; an organization gets the sequence when it enables the module. */
@Component(service = {EntryNumbers.class, ModuleLifecycle.class})
public final class EntryNumbers implements ModuleLifecycle {

    static final SequenceDeclaration SEQUENCE = new SequenceDeclaration(
            "petty-cash.entry", "Petty cash entries", "PC", "{prefix}-{yyyy}-{seq:5}", SequenceReset.YEARLY, true);

    private final NumberSequences sequences;

    @Activate
    public EntryNumbers(@Reference NumberSequences sequences) {
        this.sequences = sequences;
    }

    @Override
    public void beforeEnable() {
        sequences.register(SEQUENCE);
    }

    String next(LocalDate day) {
        return sequences.next(SEQUENCE.key(), day);
    }
}

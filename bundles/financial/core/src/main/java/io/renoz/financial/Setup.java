package io.renoz.financial;

import io.renoz.financial.reminder.ReminderPolicy;
import io.renoz.module.ModuleLifecycle;
import io.renoz.settings.api.DocumentTemplates;
import io.renoz.settings.api.NumberSequences;
import io.renoz.settings.api.SequenceDeclaration;
import io.renoz.settings.api.SequenceReset;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What an organization needs before it can use the module. */
@Component
public final class Setup implements ModuleLifecycle {

    public static final String CREDIT_NOTE = "credit_note";
    public static final String STATEMENT = "statement";

    public static final SequenceDeclaration CREDIT_NOTES = new SequenceDeclaration(
            "financial.credit-note", "Credit notes", "CN", "{prefix}-{yyyy}-{seq:5}", SequenceReset.YEARLY, true);
    public static final SequenceDeclaration STATEMENTS = new SequenceDeclaration(
            "financial.statement", "Statements", "STM", "{prefix}-{yyyy}-{seq:5}", SequenceReset.YEARLY, false);

    private final NumberSequences sequences;
    private final DocumentTemplates templates;
    private final ReminderPolicy reminders;

    @Activate
    public Setup(
            @Reference NumberSequences sequences,
            @Reference DocumentTemplates templates,
            @Reference ReminderPolicy reminders) {
        this.sequences = sequences;
        this.templates = templates;
        this.reminders = reminders;
    }

    @Override
    public void beforeEnable() {
        sequences.register(CREDIT_NOTES);
        sequences.register(STATEMENTS);
        templates.register(CREDIT_NOTE);
        templates.register(STATEMENT);
        reminders.prepare();
    }
}

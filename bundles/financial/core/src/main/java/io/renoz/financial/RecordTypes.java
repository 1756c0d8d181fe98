package io.renoz.financial;

import io.renoz.data.Tables;
import io.renoz.financial.credit.CreditNote;
import io.renoz.financial.plan.Instalment;
import io.renoz.financial.statement.Statement;
import io.renoz.settings.api.EntityLabel;
import io.renoz.settings.api.EntityType;
import io.renoz.settings.api.EntityType.Capability;
import io.renoz.settings.api.EntityTypeProvider;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The kinds of records of this module that others can hang things on. */
@Component
public final class RecordTypes implements EntityTypeProvider {

    public static final String CREDIT_NOTE = Setup.CREDIT_NOTE;
    public static final String STATEMENT = Setup.STATEMENT;
    public static final String INSTALMENT = "payment_schedule";

    private static final String MODULE = "financial";
    private static final String PATH = "/api/v1/financial/";

    private final Tables tables;

    @Activate
    public RecordTypes(@Reference(target = "(domain=financial)") Tables tables) {
        this.tables = tables;
    }

    @Override
    public List<EntityType> list() {
        return List.of(
                EntityType.of(MODULE, CREDIT_NOTE, "Credit note", PATH + "credit-notes/{id}"),
                EntityType.of(MODULE, INSTALMENT, "Instalment", PATH + "payment-schedules/{id}")
                        .with(Capability.ATTACHMENTS),
                EntityType.of(MODULE, STATEMENT, "Statement", PATH + "statements/{id}")
                        .with(Capability.ATTACHMENTS));
    }

    @Override
    public Optional<EntityLabel> label(String type, UUID id) {
        return switch (type) {
            case CREDIT_NOTE -> tables.find(CreditNote.class, id).map(CreditNote::label);
            case INSTALMENT -> tables.find(Instalment.class, id).map(Instalment::label);
            case STATEMENT -> tables.find(Statement.class, id).map(Statement::label);
            default -> Optional.empty();
        };
    }
}

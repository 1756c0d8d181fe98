package io.renoz.suppliers.agreement;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import java.util.UUID;
import javax.persistence.FlushModeType;

/** Locks of agreements, held until the end of the transaction; taken by SQL, since by JPA they would read the items too. */
public final class AgreementLocks {

    private AgreementLocks() {}

    public static void hold(Tables tables, UUID agreement) {
        tables.entities()
                .createNativeQuery(
                        "select id from suppliers.price_agreements where organization_id = ?1 and id = ?2 for update")
                .setParameter(1, Call.tenant())
                .setParameter(2, agreement)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
    }
}

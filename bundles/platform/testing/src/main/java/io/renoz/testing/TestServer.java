package io.renoz.testing;

import javax.transaction.TransactionManager;
import org.apache.geronimo.transaction.manager.TransactionManagerImpl;
import org.eclipse.persistence.platform.server.ServerPlatformBase;
import org.eclipse.persistence.sessions.DatabaseSession;
import org.eclipse.persistence.transaction.JTATransactionController;

/** Tells EclipseLink which transaction manager there is; the one that the distribution runs. */
public final class TestServer extends ServerPlatformBase {

    static final TransactionManagerImpl TRANSACTIONS = manager();

    private static TransactionManagerImpl manager() {
        try {
            return new TransactionManagerImpl();
        } catch (javax.transaction.xa.XAException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Called by EclipseLink. */
    public TestServer(DatabaseSession session) {
        super(session);
    }

    @Override
    public Class<?> getExternalTransactionControllerClass() {
        return Controller.class;
    }

    /** Joins the transactions of that manager. */
    public static final class Controller extends JTATransactionController {

        @Override
        protected TransactionManager acquireTransactionManager() {
            return TRANSACTIONS;
        }
    }
}

package io.renoz.platform.data;

import io.renoz.kernel.Outages;
import java.sql.Connection;
import java.sql.SQLException;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.jspecify.annotations.Nullable;

/** A plain connection as the only resource of a JTA transaction; it never prepares. */
final class LocalResource implements XAResource {

    private final Connection connection;

    LocalResource(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void commit(@Nullable Xid xid, boolean onePhase) throws XAException {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw failed(XAException.XA_RBROLLBACK, e);
        }
    }

    @Override
    public void rollback(@Nullable Xid xid) throws XAException {
        try {
            if (!connection.isClosed()) { // else the server has rolled it back
                connection.rollback();
            }
        } catch (SQLException e) {
            if (!Outages.behind(e)) {
                throw failed(XAException.XAER_RMERR, e);
            }
        }
    }

    private static XAException failed(int code, SQLException cause) {
        XAException e = new XAException(code);
        e.initCause(cause);
        return e;
    }

    @Override
    public int prepare(@Nullable Xid xid) throws XAException {
        throw new XAException(XAException.XAER_PROTO);
    }

    @Override
    public boolean isSameRM(@Nullable XAResource other) {
        return other == this;
    }

    @Override
    public void start(@Nullable Xid xid, int flags) {}

    @Override
    public void end(@Nullable Xid xid, int flags) {}

    @Override
    public void forget(@Nullable Xid xid) {}

    @Override
    public Xid[] recover(int flag) {
        return new Xid[0];
    }

    @Override
    public int getTransactionTimeout() {
        return 0;
    }

    @Override
    public boolean setTransactionTimeout(int seconds) {
        return false;
    }
}

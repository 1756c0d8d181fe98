package io.renoz.testing;

import io.renoz.data.Call;
import io.renoz.data.Ids;
import io.renoz.data.Transactions;
import io.renoz.mail.MailMessage;
import io.renoz.mail.Mailer;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps the mails of transactions that have committed. */
final class Mailbox implements Mailer {

    private final Transactions transactions;
    private final List<MailMessage> sent = new CopyOnWriteArrayList<>();

    Mailbox(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public UUID send(MailMessage message) {
        Call.tenant();
        transactions.afterCommit(() -> sent.add(message));
        return Ids.next();
    }

    @Override
    public boolean isConfigured() {
        return true;
    }

    @Override
    public String link(String path) {
        return "https://renoz.example/" + path;
    }

    List<MailMessage> sent() {
        return sent;
    }
}

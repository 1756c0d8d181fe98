package io.renoz.users;

import io.renoz.data.Ids;
import io.renoz.data.Transactions;
import io.renoz.mail.MailMessage;
import io.renoz.mail.Mailer;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps the mails of committed transactions; there is a server as long as a test says so. */
public final class Mails implements Mailer {

    private static final Pattern TOKEN = Pattern.compile("#(rn[ipe]_[0-9a-f-]{36}_[A-Za-z0-9_-]{43})");

    private final Transactions transactions;
    private final List<MailMessage> sent = new CopyOnWriteArrayList<>();
    private boolean server = true;

    Mails(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public UUID send(MailMessage message) {
        transactions.afterCommit(() -> sent.add(message));
        return Ids.next();
    }

    @Override
    public boolean isConfigured() {
        return server;
    }

    @Override
    public String link(String path) {
        return "https://renoz.example/" + path;
    }

    public void without() {
        server = false;
    }

    /** To an address, in order. */
    public List<MailMessage> to(String address) {
        return sent.stream().filter(mail -> mail.to().address().equals(address)).toList();
    }

    /** The token in the last mail to an address. */
    public String token(String address) {
        List<MailMessage> mails = to(address);
        return token(mails.get(mails.size() - 1));
    }

    public static String token(MailMessage mail) {
        Matcher token = TOKEN.matcher(mail.text());
        if (!token.find()) {
            throw new IllegalStateException("There is no token in " + mail.text());
        }
        return token.group(1);
    }
}

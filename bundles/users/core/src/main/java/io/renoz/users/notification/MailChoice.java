package io.renoz.users.notification;

import io.renoz.data.Coded;

/** How a user wants notifications by mail. */
enum MailChoice implements Coded {
    NEVER("off"),
    INSTANT("instant"),
    DAILY_DIGEST("daily_digest");

    private final String code;

    MailChoice(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** The one of that code; at once for whoever has not chosen. */
    static MailChoice of(String code) {
        for (MailChoice choice : values()) {
            if (choice.code.equals(code)) {
                return choice;
            }
        }
        return INSTANT;
    }
}

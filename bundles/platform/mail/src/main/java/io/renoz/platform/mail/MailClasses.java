package io.renoz.platform.mail;

import java.util.concurrent.Callable;
import javax.mail.Session;

/** Lets Jakarta Mail find its handlers of content and of transports, which it looks for through the thread. */
final class MailClasses {

    private MailClasses() {}

    static <T> T within(Callable<T> work) {
        try {
            return call(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The mail could not be written out", e);
        }
    }

    static <T> T call(Callable<T> work) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Session.class.getClassLoader());
        try {
            return work.call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}

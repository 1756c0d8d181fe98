package io.renoz.platform.mail;

/** Takes letters out of the house. Thread-safe. */
interface Carrier {

    /** Hands one over; when it returns the letter is somebody else's business. */
    void carry(Letter letter) throws Exception;
}

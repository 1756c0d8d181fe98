package io.renoz.launcher;

/** Why a verb cannot be carried out: one sentence for the person at the keyboard, without a stack trace. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String sentence;

    Refusal(String sentence) {
        super(sentence, null, false, false);
        this.sentence = sentence;
    }

    @Override
    public String getMessage() {
        return sentence;
    }
}

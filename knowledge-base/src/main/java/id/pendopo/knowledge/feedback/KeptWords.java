package id.pendopo.knowledge.feedback;

import id.pendopo.knowledge.Masking;

/** Redaction before storage: a citizen's words as they may be kept: without what names somebody, and not too long. */
final class KeptWords {

    private static final int LONGEST = 500;

    private KeptWords() {}

    /** Empty when nothing is left. */
    static String of(String question, Masking masking) {
        String masked = masking.mask(question.strip());
        return masked.substring(0, Math.min(LONGEST, masked.length()));
    }
}

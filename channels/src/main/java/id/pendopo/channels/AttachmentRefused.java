package id.pendopo.channels;

/** A refused attachment: a file that the desk does not keep. The caller tells the citizen what to send instead. */
public final class AttachmentRefused extends Exception {

    /** Why a file is not kept. */
    public enum Reason {
        /** More than 10 MB. */
        TOO_LARGE,
        /** None of JPEG, PNG, WebP, PDF, a voice note and a recording of a call, whatever its name says. */
        TYPE,
        /** A picture that nobody can draw, or one of more than 100 million points. */
        UNREADABLE,
        /** It does not lie at the provider of the line: nobody fetches it. */
        ELSEWHERE,
        /** The provider did not hand it over, however often it was asked. */
        UNREACHABLE,
        /** The disk is nearly full, or too much lies here that nobody sent. */
        NO_ROOM,
        /** No report was begun, and no agent asked. */
        TOO_EARLY,
        /** The virus scanner found something in it. */
        INFECTED,
        /** The virus scanner does not answer; only of the desk's own files, which nobody sends unscanned. */
        UNSCANNED
    }

    private final Reason reason;

    public AttachmentRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}

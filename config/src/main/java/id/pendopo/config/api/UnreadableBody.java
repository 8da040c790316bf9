package id.pendopo.config.api;

/** Signals a JSON body that is refused before anybody looks at what it asks for. */
final class UnreadableBody extends RuntimeException {

    /** Why. */
    enum Reason {
        /** It is larger than any request of the API. */
        TOO_LARGE,
        /** A field has a NUL, which no text has and no database takes. */
        NUL
    }

    private final Reason reason;
    private final String field;

    /** @param field its name; empty where it is about none */
    UnreadableBody(Reason reason, String field) {
        super(reason.name(), null, false, false);
        this.reason = reason;
        this.field = field;
    }

    Reason reason() {
        return reason;
    }

    String field() {
        return field;
    }
}

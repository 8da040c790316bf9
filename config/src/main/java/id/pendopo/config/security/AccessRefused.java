package id.pendopo.config.security;

/** A change of a person or key that cannot be; the reason says which field to mend and how. */
public final class AccessRefused extends RuntimeException {

    private final Reason reason;

    public AccessRefused(Reason reason) {
        super("refused: " + reason.key());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** What is wrong, and the field of forms and programs that it is about. */
    public enum Reason {
        LOGIN("login"),
        LABEL("login"),
        TAKEN("login"),
        ABSENT("login"),
        NAME("name"),
        ROLES("roles"),
        LAST_ADMINISTRATOR("roles"),
        UNIT("unit"),
        SCOPE("scope"),
        SCOPE_OF_NOTHING("scope"),
        SCOPE_OF_PROGRAM("scope");

        private final String field;

        Reason(String field) {
            this.field = field;
        }

        public String field() {
            return field;
        }

        /** The message that says so. */
        public String key() {
            return "config.refused." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}

package id.pendopo.ticketing.settings;

import java.util.List;

/** A setting was not changed: fields are wrong, or somebody else changed it first. The caller says which, and what to do. */
public final class SettingsRefused extends RuntimeException {

    /** Why, as far as a caller does something else about it. */
    public enum Kind {
        /** Nothing is called so. */
        ABSENT,
        /** Something new is called like something known. */
        TAKEN,
        /** Somebody else changed it after the version that the caller saw. */
        STALE,
        /** A field is wrong. */
        WRONG,
        /** Something else has to be done first. */
        IN_USE
    }

    private final Kind kind;
    private final transient List<Fault> faults;

    SettingsRefused(Kind kind, List<Fault> faults) {
        super("a setting was refused: " + kind);
        this.kind = kind;
        this.faults = List.copyOf(faults);
    }

    static SettingsRefused of(Kind kind, Fault fault) {
        return new SettingsRefused(kind, List.of(fault));
    }

    public Kind kind() {
        return kind;
    }

    /** At least one. */
    public List<Fault> faults() {
        return faults;
    }
}

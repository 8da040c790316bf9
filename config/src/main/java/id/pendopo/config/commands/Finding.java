package id.pendopo.config.commands;

/**
 * What a check found.
 *
 * @param what the thing that was looked at
 * @param ok whether it is in order
 * @param detail what was found, or what to do when it is not in order
 * @param fatal whether production must not start with it
 */
record Finding(String what, boolean ok, String detail, boolean fatal) {

    static Finding ok(String what, String detail) {
        return new Finding(what, true, detail, false);
    }

    static Finding bad(String what, String remedy) {
        return new Finding(what, false, remedy, false);
    }

    static Finding fatal(String what, String remedy) {
        return new Finding(what, false, remedy, true);
    }

    @Override
    public String toString() {
        return (ok ? "ok    " : fatal ? "STOP  " : "look  ") + what + ": " + detail;
    }
}

package id.pendopo.knowledge.editor;

/** A part of a file cannot be taken: report the fault and go on with the next row, line or chapter. */
final class Misread extends Exception {

    private final transient Entry.Fault fault;

    Misread(int line, String key, Object... args) {
        super(key);
        this.fault = Entry.Fault.of(line, key, args);
    }

    Entry.Fault fault() {
        return fault;
    }
}

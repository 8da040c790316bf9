package id.pendopo.conversation.cli;

/** A script and the desk do not agree. */
final class Difference extends RuntimeException {

    Difference(int line, String expected, String got) {
        super("line " + line + "\n  expected: " + expected + "\n  got:      " + got);
    }
}

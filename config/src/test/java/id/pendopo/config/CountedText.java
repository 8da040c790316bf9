package id.pendopo.config;

/** A text that counts how often one of its characters is looked at, and gives up on whoever never ends. */
final class CountedText implements CharSequence {

    private static final long MOST_STEPS = 400_000_000;

    private final String text;
    private long steps;

    CountedText(String text) {
        this.text = text;
    }

    long steps() {
        return steps;
    }

    void step() {
        if (++steps > MOST_STEPS) {
            throw new IllegalStateException("no end after " + steps + " steps for " + text.length() + " characters");
        }
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        step();
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}

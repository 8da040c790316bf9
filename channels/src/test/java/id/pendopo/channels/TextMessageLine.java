package id.pendopo.channels;

/** A line of our own for text messages, which are paid for. */
public final class TextMessageLine extends TestLine {

    TextMessageLine() {
        super("test-texts", false);
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.of("test-texts", "test", Capabilities.Family.SEGMENTED, "form");
    }
}

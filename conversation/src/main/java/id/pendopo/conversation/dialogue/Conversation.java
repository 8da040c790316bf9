package id.pendopo.conversation.dialogue;

import id.pendopo.channels.Address;
import id.pendopo.channels.Capabilities;
import java.util.Locale;

/**
 * One citizen's talk with the desk on one line.
 *
 * @param channel what the kind of line can do
 * @param language what the citizen speaks, and articles are quoted in where they can be
 * @param languageChosen whether the citizen chose it by BAHASA; then no message changes it
 * @param more whether the last answer was too long for the line and its rest is kept for LANJUT
 */
public record Conversation(
        long id,
        Address address,
        Capabilities channel,
        Locale language,
        boolean languageChosen,
        Floor floor,
        boolean more,
        State state) {

    /** A conversation that nothing was said in yet. */
    public static Conversation fresh(long id, Address address, Capabilities channel, Locale language) {
        return new Conversation(id, address, channel, language, false, Floor.BOT, false, State.fresh());
    }

    /** The kind of line, {@code twilio-sms}. */
    public String kind() {
        return channel.kind();
    }

    /** Whether short texts do. */
    public boolean brief() {
        return channel.family().brief();
    }

    /** Whether short texts name the choices themselves, so that they are not offered beside. */
    public boolean worded() {
        return channel.family().worded();
    }

    /** Whether keys answer before words: in a call, and on the screen of a telephone without internet. */
    public boolean keyed() {
        return channel.family().keyed();
    }

    /** Whether the citizen reads a small page that vanishes, and answers by keys (USSD). */
    public boolean paged() {
        return channel.family() == Capabilities.Family.PAGE;
    }

    /** Whether the citizen is on the phone: nothing can be read again, and keys or speech answer. */
    public boolean spoken() {
        return channel.family().spoken();
    }

    public Conversation in(Locale spoken) {
        return new Conversation(id, address, channel, spoken, languageChosen, floor, more, state);
    }

    public Conversation choosing(Locale chosen) {
        return new Conversation(id, address, channel, chosen, true, floor, more, state);
    }

    public Conversation held(Floor holder) {
        return new Conversation(id, address, channel, language, languageChosen, holder, more, state);
    }

    public Conversation with(State changed) {
        return new Conversation(id, address, channel, language, languageChosen, floor, more, changed);
    }

    public Conversation keeping(boolean rest) {
        return new Conversation(id, address, channel, language, languageChosen, floor, rest, state);
    }

    @Override
    public String toString() {
        return "Conversation[" + id + ", " + floor + "]";
    }
}

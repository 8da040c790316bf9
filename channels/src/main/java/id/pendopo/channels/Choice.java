package id.pendopo.channels;

/**
 * A quick reply. One thing the citizen may pick: a button where the line has buttons, "balas 1/2/3" elsewhere.
 *
 * @param id what comes back, at most 64 bytes (Telegram's {@code callback_data})
 * @param label what the citizen reads, in the conversation's language
 */
public record Choice(String id, String label) {

    /** What a line may send at any time without having offered it: its own buttons and keys. */
    public static final String MENU = "menu";

    public static final String PERSON = "person";
    public static final String AGAIN = "again";

    /** Sends what was told and read over; a page shows it as the one to press. */
    public static final String SEND = "form:send";

    /**
     * With what the desk wants confirmed of somebody who works for it. A line that is only heard calls whoever is asked this,
     * and nobody else.
     */
    public static final String CONFIRM = "confirm:";

    /** With a language's tag; a line may say such a choice in that language. */
    public static final String LANGUAGE = "lang:";
}

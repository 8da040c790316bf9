package id.pendopo.conversation.understanding;

/** Intents that are told by their phrases, by the names that the phrase files have for them. */
public final class Said {

    public static final String YES = "yes";
    public static final String NO = "no";

    private Said() {}
}

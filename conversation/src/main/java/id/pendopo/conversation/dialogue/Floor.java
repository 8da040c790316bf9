package id.pendopo.conversation.dialogue;

/** Who speaks with the citizen; exactly one at any time. */
public enum Floor {
    /** The bot answers. */
    BOT,
    /** Somebody was asked for and has not come yet; the bot still answers what it knows. */
    QUEUE,
    /** A person at the desk; the bot is mute. */
    AGENT
}

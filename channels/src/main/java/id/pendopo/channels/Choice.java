package id.pendopo.channels;

/**
 * One thing the citizen may pick: a button where the line has buttons, "balas 1/2/3" elsewhere.
 *
 * @param id what comes back, at most 64 bytes (Telegram's {@code callback_data})
 * @param label what the citizen reads, in the conversation's language
 */
public record Choice(String id, String label) {}

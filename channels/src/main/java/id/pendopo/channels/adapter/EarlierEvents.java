package id.pendopo.channels.adapter;

import id.pendopo.channels.Inbox.DeskUnavailable;
import java.util.List;
import java.util.Set;

/**
 * The events that came before, for an adapter whose requests repeat what earlier ones of a session said. An adapter asks for
 * it by {@code ObjectProvider}: a recorded request is read without.
 */
@FunctionalInterface
public interface EarlierEvents {

    /**
     * Which of these events came before.
     *
     * @param externalIds as the account's events have them
     * @throws DeskUnavailable when the database is away
     */
    Set<String> known(String account, List<String> externalIds);
}

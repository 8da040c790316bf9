package id.pendopo.channels.adapter;

import id.pendopo.channels.InboundMessage;
import java.util.List;
import java.util.Optional;

/**
 * What a request is to be answered with, before its adapter renders it.
 *
 * @param message what is answered: a call must know how often the caller was not understood; empty for a request that no
 *     turn came of
 * @param turn the turn's number within the address, from 1, also when nothing is said (an agent holds the floor); 0
 *     without a turn
 * @param replies in order; empty where the line does not answer in the response
 */
public record TurnAnswer(Optional<InboundMessage> message, long turn, List<ChannelAdapter.Rendered> replies) {

    public TurnAnswer {
        replies = List.copyOf(replies);
    }

    /** Thanks, and nothing else: for a request that was read and needs no answer. */
    public static TurnAnswer acknowledgement() {
        return new TurnAnswer(Optional.empty(), 0, List.of());
    }
}

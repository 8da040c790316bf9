package id.pendopo.channels;

import org.springframework.stereotype.Component;

/** A person at the desk, for tests of lines: what is written goes out like an agent's reply. */
@Component
public final class AgentVoice {

    private final TestConversations conversations;
    private final Outbox outbox;

    AgentVoice(TestConversations conversations, Outbox outbox) {
        this.conversations = conversations;
        this.outbox = outbox;
    }

    /** Writes to a citizen, in a turn of its own. */
    public void writes(Address to, String text) {
        conversations.agentWrites(outbox, to, text);
    }
}

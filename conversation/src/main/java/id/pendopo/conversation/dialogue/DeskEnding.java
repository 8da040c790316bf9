package id.pendopo.conversation.dialogue;

import java.util.List;

/** Every way a turn of the desk can end, with the texts that are said in it beside an agent's own words. */
public enum DeskEnding implements TurnEnding {
    /** In the agent's own words. */
    AGENT_REPLIED,
    FLOOR_TAKEN("agent.takes"),
    FLOOR_RETURNED("agent.returns"),
    /** The texts are ticketing's; an event names one of them. */
    NOTICE("ticketing.notice.moved", "ticketing.notice.moved.undated", "ticketing.notice.alarm.taken"),
    /** Somebody on duty is rung; what is said, and the answer that takes the emergency. */
    DUTY_RUNG("duty.rung", "option.duty"),
    /** The question whether it is solved, and its two answers. */
    CLOSED("closing.closed", "option.solved", "option.unsolved"),
    MOVED_AWAY("moved.notice"),
    CODE_SENT("code.message");

    private final List<String> keys;

    DeskEnding(String... keys) {
        this.keys = List.of(keys);
    }

    /** The keys of its texts in the bundles, the message first; none where only an agent speaks. */
    public List<String> keys() {
        return keys;
    }

    /** The key of its message. */
    public String key() {
        return keys.getFirst();
    }
}

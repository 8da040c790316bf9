package id.pendopo.conversation.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import id.pendopo.channels.Block;
import id.pendopo.conversation.dialogue.State;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Serializes a conversation's state, and what was too long for the channel, as JSON. */
final class StateJson {

    private static final Logger log = LoggerFactory.getLogger(StateJson.class);
    private static final TypeReference<List<Block>> BLOCKS = new TypeReference<>() {};

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "block")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Block.Text.class, name = "text"),
        @JsonSubTypes.Type(value = Block.Choices.class, name = "choices"),
        @JsonSubTypes.Type(value = Block.Source.class, name = "source"),
        @JsonSubTypes.Type(value = Block.Link.class, name = "link"),
        @JsonSubTypes.Type(value = Block.Media.class, name = "media"),
        @JsonSubTypes.Type(value = Block.LocationRequest.class, name = "location"),
        @JsonSubTypes.Type(value = Block.HandoverNotice.class, name = "handover"),
        @JsonSubTypes.Type(value = Block.CallStep.class, name = "call")
    })
    private interface NamedBlock {}

    /** What is absent is left out: most of a state, of most conversations. */
    private final JsonMapper json = JsonMapper.builder()
            .addMixIn(Block.class, NamedBlock.class)
            .changeDefaultPropertyInclusion(included -> included.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .build();

    String write(State state) {
        return json.writeValueAsString(state);
    }

    /** The state; a fresh one when it was written by a version that we cannot read any more. */
    State read(long conversation, String text) {
        try {
            return json.readValue(text, State.class);
        } catch (JacksonException e) {
            log.warn(
                    "conversation {}: its state cannot be read and starts afresh; was a newer version running?",
                    conversation);
            return State.fresh();
        }
    }

    /** Conversations after their turns, as rows. */
    String write(List<ConversationStore.Saved> turns) {
        return json.writeValueAsString(turns.stream().map(Row::of).toList());
    }

    private record Row(
            long id,
            long number,
            String responder,
            String ending,
            String external,
            String language,
            boolean chosen,
            String floor,
            State state,
            @Nullable List<Block> rest) {

        static Row of(ConversationStore.Saved saved) {
            return new Row(
                    saved.after().id(),
                    saved.before().next(),
                    saved.turn().responder(),
                    saved.turn().ending().name(),
                    saved.turn().externalId(),
                    saved.after().language().toLanguageTag(),
                    saved.after().languageChosen(),
                    saved.after().floor().name(),
                    saved.after().state(),
                    saved.rest().isEmpty() ? null : saved.rest());
        }

        @Override
        public String toString() {
            return "Row[" + id + "]";
        }
    }

    List<Block> blocks(String text) {
        return json.readValue(text, BLOCKS);
    }
}

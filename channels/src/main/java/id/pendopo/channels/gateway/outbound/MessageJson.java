package id.pendopo.channels.gateway.outbound;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import id.pendopo.channels.Attachment;
import id.pendopo.channels.Block;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.Outbox;
import id.pendopo.channels.adapter.ChannelAdapter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON codec of message columns: blocks and attachments as they stand in jsonb columns; the names in here are
 * stored and must not change.
 */
public final class MessageJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().addMixIn(Block.class, BlockNames.class).build();
    private static final TypeReference<List<Block>> BLOCKS = new TypeReference<>() {};
    private static final TypeReference<List<Attachment>> ATTACHMENTS = new TypeReference<>() {};

    private MessageJson() {}

    static String blocks(List<Block> blocks) {
        return JSON.writerFor(BLOCKS).writeValueAsString(blocks);
    }

    /** Empty when the retention job emptied the column. */
    static List<Block> blocks(@Nullable String json) {
        return json == null ? List.of() : JSON.readValue(json, BLOCKS);
    }

    public static String rows(List<?> rows) {
        return JSON.writeValueAsString(rows);
    }

    public static String attachments(List<Attachment> attachments) {
        return JSON.writerFor(ATTACHMENTS).writeValueAsString(attachments);
    }

    public static List<Attachment> attachments(@Nullable String json) {
        return json == null ? List.of() : JSON.readValue(json, ATTACHMENTS);
    }

    /** An outbound row to be; what is left out is null there. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Row(
            long id,
            String account,
            long conversation,
            long turn,
            int part,
            String author,
            String language,
            Optional<String> ticket,
            Optional<String> speaker,
            String state,
            Optional<String> reason,
            String at,
            String address,
            List<Block> blocks) {

        static Row of(ChannelAdapter.Rendered numbered, boolean byResponse, Instant at) {
            OutboundMessage message = numbered.message();
            return new Row(
                    numbered.id(),
                    message.to().account(),
                    message.conversation(),
                    message.turn(),
                    message.part(),
                    message.author().name(),
                    message.language().toLanguageTag(),
                    message.ticket(),
                    message.speaker(),
                    (byResponse ? Outbox.State.SENT : Outbox.State.PENDING).name(),
                    byResponse ? Optional.of("response") : Optional.empty(),
                    at.toString(),
                    message.to().value(),
                    message.blocks());
        }

        @Override
        public String toString() {
            return "Row[" + id + "]";
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Block.Text.class, name = "text"),
        @JsonSubTypes.Type(value = Block.Choices.class, name = "choices"),
        @JsonSubTypes.Type(value = Block.Source.class, name = "source"),
        @JsonSubTypes.Type(value = Block.Link.class, name = "link"),
        @JsonSubTypes.Type(value = Block.Media.class, name = "media"),
        @JsonSubTypes.Type(value = Block.LocationRequest.class, name = "location-request"),
        @JsonSubTypes.Type(value = Block.HandoverNotice.class, name = "handover-notice"),
        @JsonSubTypes.Type(value = Block.CallStep.class, name = "call-step")
    })
    private interface BlockNames {}
}

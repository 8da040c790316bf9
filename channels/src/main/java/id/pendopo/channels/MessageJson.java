package id.pendopo.channels;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Blocks and attachments as they stand in jsonb columns; the names in here are stored and must not change. */
final class MessageJson {

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

    static String attachments(List<Attachment> attachments) {
        return JSON.writerFor(ATTACHMENTS).writeValueAsString(attachments);
    }

    static List<Attachment> attachments(@Nullable String json) {
        return json == null ? List.of() : JSON.readValue(json, ATTACHMENTS);
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

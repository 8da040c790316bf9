package id.pendopo.channels.whatsapp;

import id.pendopo.channels.Block;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.SendFailed.Outcome;
import id.pendopo.channels.adapter.StoredFiles;
import id.pendopo.channels.adapter.StoredFiles.Content;
import id.pendopo.channels.meta.MetaGraph;
import id.pendopo.channels.texting.FileDelivery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sends files by the Cloud API: uploads the bytes, then names them in a message.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media#upload-media">Upload media</a>
 */
final class WhatsAppFiles {

    /** Bytes: https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media#supported-media-types */
    private static final int LARGEST_PICTURE = 5 << 20;

    private final MetaGraph graph;
    private final StoredFiles files;
    private final WhatsAppMessages messages;

    WhatsAppFiles(MetaGraph graph, StoredFiles files, WhatsAppMessages messages) {
        this.graph = graph;
        this.files = files;
        this.messages = messages;
    }

    FileDelivery ahead(WhatsAppCloudProperties line, OutboundMessage message) throws SendFailed {
        return FileDelivery.ahead(
                message, messages.caption(message), (file, caption) -> send(line, message, file, caption));
    }

    private Optional<String> send(
            WhatsAppCloudProperties line, OutboundMessage message, Block.Media file, String caption) throws SendFailed {
        Optional<Content> content = files.of(file.attachment());
        if (content.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("id", uploaded(line, content.get()));
        if (!caption.isEmpty()) {
            named.put("caption", caption);
        }
        boolean picture = pictured(content.get());
        if (!picture) {
            named.put("filename", content.get().name());
        }
        Map<String, Object> whole = WhatsAppMessages.addressed(message, picture ? "image" : "document", named);
        return Optional.of(graph.post(line, line.phoneNumberId() + "/messages", List.of(whole), "/messages/0/id"));
    }

    /** A picture too large for one goes as a document. */
    private static boolean pictured(Content content) {
        return content.picture() && content.bytes().length <= LARGEST_PICTURE;
    }

    /** Nothing is said by an upload: one that may have arrived is simply made again. */
    private String uploaded(WhatsAppCloudProperties line, Content content) throws SendFailed {
        try {
            Map<String, String> fields = Map.of("messaging_product", "whatsapp", "type", content.type());
            String id = graph.upload(line, line.phoneNumberId() + "/media", fields, content)
                    .path("id")
                    .asString("");
            if (id.isEmpty()) {
                throw new SendFailed(Outcome.RETRY, "no id", Optional.empty());
            }
            return id;
        } catch (SendFailed failed) {
            throw failed.outcome() == Outcome.UNKNOWN
                    ? new SendFailed(Outcome.RETRY, failed.code(), failed.retryAfter())
                    : failed;
        }
    }
}
